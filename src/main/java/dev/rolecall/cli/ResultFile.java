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
import picocli.CommandLine.Option;

/** Where a command writes the results of many cases. */
final class ResultFile {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the results go: a .csv, .xlsx or .jsonl file.")
  private Path out = Path.of("");

  Path path() {
    return out;
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
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw notWritten("there is no folder `" + folder + "`; make it first");
    }
    for (Path name : Results.names(out)) {
      check(name, inputs);
    }
  }

  private void check(Path name, List<String> inputs) {
    if (Files.isDirectory(name)) {
      throw notWritten("`" + name + "` is a folder");
    }
    if (Files.exists(name) && !Files.isWritable(name)) {
      throw notWritten("`" + name + "` is there already and may not be changed");
    }
    for (String input : inputs) {
      if (!input.equals(Intake.STDIN) && same(input, name)) {
        throw Refused.usage(
            "`--out " + out + "` would write over the input `" + input + "`; choose another name");
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
    return new Refused(
        ExitCode.NOT_WRITTEN,
        List.of(new Problem(Place.of(out.toString()), "it cannot be written: " + reason)));
  }
}
