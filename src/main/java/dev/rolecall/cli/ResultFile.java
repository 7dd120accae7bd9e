package dev.rolecall.cli;

import dev.rolecall.batch.Results;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes the results of many cases. */
final class ResultFile {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the results go: a .csv, .xlsx or .jsonl file.")
  private Path out = Path.of("");

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description =
          "Also write one page about all rows: what to look at first, by department and level, what is missing, and a page for each requisition in scope.")
  private @Nullable Path report;

  Path path() {
    return out;
  }

  @Nullable Path report() {
    return report;
  }

  /** Ends the command before it begins where the results cannot be written. */
  void check(List<String> inputs) {
    if (!Results.canBeNamed(out)) {
      throw Refused.usage(
          "`--out "
              + out
              + "`: the name must end with one of "
              + String.join(", ", Results.ENDINGS));
    }
    for (Path name : Results.names(out)) {
      OutFile.check("--out " + out, name, inputs);
    }
    if (report != null) {
      if (!report.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
        throw Refused.usage("`--report " + report + "`: the name must end with .html");
      }
      OutFile.check("--report " + report, report, inputs);
    }
  }
}
