package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.intake.Intake;
import java.util.ArrayList;
import java.util.List;

/** The result as a table: the columns of the inputs, and behind them what was answered. */
record AnswerTable(Carried carried) {

  List<String> header() {
    return behind(carried.columns(), Appended.titles());
  }

  List<String> row(Intake input, Decided decided, Decision decision) {
    return behind(
        carried.arrange(input, decided.row().cells(decision.situation())),
        Appended.cells(decided, decision));
  }

  List<String> row(Closed requisition) {
    return behind(carried.ofRequisition(requisition.requisition()), Appended.cells(requisition));
  }

  private static List<String> behind(List<String> own, List<String> appended) {
    List<String> cells = new ArrayList<>(own);
    cells.addAll(appended);
    return cells;
  }
}
