package dev.rolecall.cli;

import dev.rolecall.intake.Format;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Statuses;
import dev.rolecall.intake.Understanding;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command reads cases. */
final class Input {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "csv, json, jsonl or yaml (default: by the ending of the name, else by how the text begins).")
  private @Nullable Format format;

  /**
   * All inputs, opened; or the end of the command with everything that is wrong with any of them.
   */
  List<Intake> open(List<String> files, Ruleset ruleset, Statuses statuses) {
    return Refused.unless(read(files, ruleset, statuses), ExitCode.INPUT_REFUSED);
  }

  /** The same with what is wrong as a value. */
  Result<List<Intake>> read(List<String> files, Ruleset ruleset, Statuses statuses) {
    Understanding understanding =
        Refused.unless(Understanding.of(ruleset), ExitCode.RULES_REFUSED).reading(statuses);
    List<Intake> inputs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String file : files) {
      Result<Intake> input =
          Intake.open(file, Optional.ofNullable(format), understanding, System.in);
      if (input instanceof Result.Ok<Intake> ok) {
        inputs.add(ok.value());
      } else if (input instanceof Result.Refused<Intake> refused) {
        problems.addAll(refused.problems());
      }
    }
    return Result.of(Intake.together(inputs), problems);
  }
}
