package dev.rolecall.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rolecall.decision.Decision;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Result;
import java.io.StringWriter;
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
    return lines(List.of(header));
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
    return lines(lines);
  }

  static String lines(List<List<String>> rows) {
    StringWriter text = new StringWriter(rows.size() * 256);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(text);
    rows.forEach(csv::writeRecord);
    return text.toString();
  }
}
