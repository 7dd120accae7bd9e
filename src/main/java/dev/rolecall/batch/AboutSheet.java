package dev.rolecall.batch;

import dev.rolecall.decision.Outcome;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.ruleset.Versions;
import dev.rolecall.vocabulary.Constant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dhatim.fastexcel.Worksheet;

/** Where the results of a workbook come from, so that it can be told from the file alone. */
final class AboutSheet {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Worksheet sheet;
  private int row;

  private AboutSheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  /**
   * @param cut how many cells were too long for a sheet
   */
  static void write(Provenance provenance, long cut, Worksheet sheet) {
    AboutSheet about = new AboutSheet(sheet);
    Summary summary = provenance.summary();
    about.origin(provenance, summary.ruleset());
    about.counts(summary);
    if (cut > 0) {
      about.line(
          "Cut cells",
          cut
              + ", longer than the "
              + TableSheet.LONGEST_CELL
              + " characters that a cell holds; they end with "
              + TableSheet.CUT.strip()
              + ", and a result as .csv or .jsonl has all of them");
    }
    about.line("", "");
    about.line("Sheet results", "your rows in their order, and the answer behind your columns");
    about.line("Sheet findings", "every reason, by requisition and row: which rule leans where");
    about.line(
        "Sheet rejects", "rows that could not be read, and why; the same as in the rejects file");
    about.line("", "What nobody answered is unknown; unknown is never read as no.");
    sheet.width(0, 40);
    sheet.width(1, 80);
    sheet.pageOrientation("landscape");
    sheet.range(0, 0, about.row, 0).style().bold().verticalAlignment("top").set();
    sheet
        .range(0, 1, about.row, 1)
        .style()
        .wrapText(true)
        .verticalAlignment("top")
        .horizontalAlignment("left")
        .set();
  }

  private void origin(Provenance provenance, Ruleset ruleset) {
    line("Decision", ruleset.vocabulary().decision());
    line("Made", TIME.format(provenance.at()));
    line("Ruleset", ruleset.hash());
    line("Meaning", ruleset.meaning());
    line("Rolecall", Versions.rolecall());
    String label = "Files";
    for (String file : provenance.files()) {
      line(label, file.equals("-") ? "the standard input" : file);
      label = "";
    }
    line("Record", provenance.kept());
  }

  private void counts(Summary summary) {
    line("", "");
    count("Rows", summary.rows());
    for (Constant outcome : summary.ruleset().vocabulary().outcomes().constants()) {
      count(outcome.label() + " (" + outcome.name() + ")", summary.count(outcome.name()));
    }
    count("inconclusive", summary.count(Outcome.Kind.INCONCLUSIVE.word()));
    count("out of scope", summary.count(Outcome.Kind.OUT_OF_SCOPE.word()));
    count("not readable", summary.rejected());
  }

  private void line(String name, String words) {
    sheet.inlineString(row, 0, name);
    sheet.inlineString(row, 1, words);
    row++;
  }

  private void count(String name, long count) {
    sheet.inlineString(row, 0, name);
    sheet.value(row, 1, count);
    row++;
  }
}
