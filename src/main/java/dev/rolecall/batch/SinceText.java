package dev.rolecall.batch;

import dev.rolecall.explain.DecisionText;
import dev.rolecall.explain.Style;
import dev.rolecall.record.EndedBatch;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What has become of requisitions since the last batch, for the end of a batch. */
public final class SinceText {

  private static final int NAMED = 5;
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

  private final Summary summary;
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  private SinceText(Summary summary, Style style) {
    this.summary = summary;
    this.style = style;
  }

  /** Lines; what there is nothing to say of is left out. */
  public static String render(Summary summary, Past past, Style style) {
    SinceText text = new SinceText(summary, style);
    if (past.compares()) {
      text.since(past.last());
    }
    text.remembered();
    return text.text.toString();
  }

  private void since(Optional<EndedBatch> last) {
    line("");
    if (last.isEmpty()) {
      line("There is no earlier batch in the record, so every row is new.");
      return;
    }
    line(
        style.bold("Since the last batch")
            + style.faint(
                " ("
                    + MINUTES.format(last.get().at().atZone(ZoneOffset.UTC))
                    + files(last.get())
                    + ")"));
    counted(summary.since().getOrDefault(Since.Kind.NEW, 0L), "new");
    counted(summary.since().getOrDefault(Since.Kind.CHANGED, 0L), "changed");
    for (Summary.Flipped one : summary.flipped().stream().limit(NAMED).toList()) {
      line(
          "         "
              + shortened(DecisionText.heading(one.situation()) + ": " + one.since().words()));
    }
    counted(summary.since().getOrDefault(Since.Kind.UNCHANGED, 0L), "unchanged");
    counted(summary.closed(), "closed: then in it, now not" + firstClosed());
    long withoutId = summary.since().getOrDefault(Since.Kind.WITHOUT_ID, 0L);
    if (withoutId > 0) {
      counted(withoutId, "without an id, by which they could be found again");
    }
  }

  private static String files(EndedBatch last) {
    return last.files().isEmpty()
        ? ""
        : last.files().stream()
            .map(file -> Path.of(file).getFileName().toString())
            .collect(Collectors.joining(", ", ", ", ""));
  }

  private String firstClosed() {
    List<Closed> first = summary.firstClosed().stream().limit(NAMED).toList();
    return first.isEmpty()
        ? ""
        : first.stream()
            .map(c -> Style.clean(c.requisition()) + " (" + c.was() + ")")
            .collect(Collectors.joining(", ", ": ", summary.closed() > first.size() ? ", …" : ""));
  }

  private void remembered() {
    if (summary.remembering() + summary.decidedByPersons() > 0) {
      line("");
      line(style.bold("Remembered"));
    }
    if (summary.remembering() > 0) {
      counted(summary.remembering(), "with answers that were given before and are not in the file");
    }
    if (summary.decidedByPersons() > 0) {
      counted(
          summary.decidedByPersons(),
          "decided otherwise by a person, so their warnings are not given again"
              + (summary.awakeAgain() == 0
                  ? ""
                  : String.format(
                      Locale.ROOT,
                      "; but of %,d, whose facts or rules have changed since",
                      summary.awakeAgain())));
    }
  }

  private String shortened(String words) {
    int columns = style.width() - 9;
    return words.length() <= columns ? words : words.substring(0, columns - 1) + "…";
  }

  private void counted(long count, String what) {
    line(String.format(Locale.ROOT, "%,7d  %s", count, what));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
