package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.document.CsvText;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Result;
import java.util.ArrayList;
import java.util.List;

/** The rows of the input with their own cells in their own order, and the answer behind them. */
final class CsvRendering implements Rendering {

  private final Carried carried;

  CsvRendering(Carried carried) {
    this.carried = carried;
  }

  @Override
  public String header() {
    List<String> header = new ArrayList<>(carried.columns());
    header.addAll(Appended.titles());
    return CsvText.BOM + CsvText.lines(List.of(header));
  }

  @Override
  public String line(Closed requisition) {
    List<String> cells = new ArrayList<>(carried.ofRequisition(requisition.requisition()));
    cells.addAll(Appended.cells(requisition));
    return CsvText.lines(List.of(cells));
  }

  @Override
  public String lines(Intake input, List<Decided> rows) {
    List<List<String>> lines = new ArrayList<>(rows.size());
    for (Decided decided : rows) {
      if (decided.result() instanceof Result.Ok<Decision> ok) {
        Decision decision = ok.value();
        List<String> cells =
            new ArrayList<>(carried.arrange(input, decided.row().cells(decision.situation())));
        cells.addAll(Appended.cells(decided, decision));
        lines.add(cells);
      }
    }
    return CsvText.lines(lines);
  }
}
