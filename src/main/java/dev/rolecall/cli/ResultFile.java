package dev.rolecall.cli;

import dev.rolecall.batch.Results;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
    checkFolder(out);
    for (Path name : Results.names(out)) {
      check("--out " + out, name, inputs);
    }
    if (report != null) {
      if (!report.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
        throw Refused.usage("`--report " + report + "`: the name must end with .html");
      }
      checkFolder(report);
      check("--report " + report, report, inputs);
    }
  }

  private static void checkFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw notWritten(file, "there is no folder `" + folder + "`; make it first");
    }
  }

  private void check(String option, Path name, List<String> inputs) {
    if (Files.isDirectory(name)) {
      throw notWritten(name, "`" + name + "` is a folder");
    }
    if (Files.exists(name) && !Files.isWritable(name)) {
      throw notWritten(name, "`" + name + "` is there already and may not be changed");
    }
    for (String input : inputs) {
      if (!input.equals(Intake.STDIN) && same(input, name)) {
        throw Refused.usage(
            "`" + option + "` would write over the input `" + input + "`; choose another name");
      }
    }
  }

  private static boolean same(String input, Path out) {
    try {
      return Files.exists(out) && Files.isSameFile(Path.of(input), out);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  Refused notWritten(String reason) {
    return notWritten(out, reason);
  }

  private static Refused notWritten(Path file, String reason) {
    return new Refused(
        ExitCode.NOT_WRITTEN,
        List.of(new Problem(Place.of(file.toString()), "it cannot be written: " + reason)));
  }
}
