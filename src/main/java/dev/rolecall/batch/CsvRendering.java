package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.document.CsvText;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Result;
import java.util.ArrayList;
import java.util.List;

/** The rows of the input with their own cells in their own order, and the answer behind them. */
final class CsvRendering implements Rendering {

  private final AnswerTable table;

  CsvRendering(Carried carried) {
    this.table = new AnswerTable(carried);
  }

  @Override
  public String header() {
    return CsvText.BOM + CsvText.lines(List.of(table.header()));
  }

  @Override
  public String line(Closed requisition) {
    return CsvText.lines(List.of(table.row(requisition)));
  }

  @Override
  public String lines(Intake input, List<Decided> rows) {
    List<List<String>> lines = new ArrayList<>(rows.size());
    for (Decided decided : rows) {
      if (decided.result() instanceof Result.Ok<Decision> ok) {
        lines.add(table.row(input, decided, ok.value()));
      }
    }
    return CsvText.lines(lines);
  }
}
