package dev.rolecall.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Voice;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Result;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the input with their own cells in their own order, and the answer behind them. */
final class CsvRendering implements Rendering {

  private static final List<String> APPENDED =
      List.of("answer", "decided by", "contested", "warnings", "because", "questions", "ruleset");

  private final Carried carried;

  CsvRendering(Carried carried) {
    this.carried = carried;
  }

  @Override
  public String header() {
    List<String> header = new ArrayList<>(carried.columns());
    header.addAll(APPENDED);
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
        cells.addAll(appended(decision));
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

  private static List<String> appended(Decision decision) {
    Outcome outcome = decision.outcome();
    Stream<String> leading =
        decision.voices().stream()
            .filter(v -> v.leans() != null && v.leans().equals(outcome.voicesOf()))
            .map(v -> heaviest(decision, v).because());
    return List.of(
        outcome.word(),
        outcome.decidedBy(),
        outcome.kind() == Outcome.Kind.RECOMMENDED ? outcome.contested() ? "yes" : "no" : "",
        joined(decision.warnings().stream().map(w -> w.label() + ": " + w.text())),
        joined(Stream.concat(Stream.of(outcome.because()), leading)),
        joined(decision.questions().stream().map(q -> q.about().question())),
        decision.ruleset());
  }

  /** One reason a dimension is what a cell can hold; all of them are in JSON Lines. */
  private static Finding heaviest(Decision decision, Voice voice) {
    return decision.findings().stream()
        .filter(f -> f.dimension().equals(voice.dimension()) && f.leans().equals(voice.leans()))
        .max(Comparator.comparingInt(Finding::weight).thenComparing(Finding::rule))
        .orElseThrow();
  }

  private static String joined(Stream<String> texts) {
    return texts.collect(Collectors.joining(" | "));
  }
}
