package dev.rolecall.cli;

import dev.rolecall.intake.Format;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Mapping;
import dev.rolecall.intake.Statuses;
import dev.rolecall.intake.Understanding;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import java.nio.file.Path;
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

  @Option(
      names = "--mapping",
      paramLabel = "FILE.yaml",
      description =
          "What the columns of the export are, where their names do not say it; `rolecall intake"
              + " inspect FILE --save-mapping FILE.yaml` writes one to edit.")
  private @Nullable Path mapping;

  /**
   * All inputs, opened; or the end of the command with everything that is wrong with any of them.
   */
  List<Intake> open(List<String> files, Ruleset ruleset, Statuses statuses) {
    return Refused.unless(read(files, ruleset, statuses), ExitCode.INPUT_REFUSED);
  }

  /** The same with what is wrong as a value. */
  Result<List<Intake>> read(List<String> files, Ruleset ruleset, Statuses statuses) {
    Understanding understanding = understanding(ruleset).reading(statuses);
    List<Intake> inputs = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String file : files) {
      Result<Intake> input = open(file, understanding);
      if (input instanceof Result.Ok<Intake> ok) {
        inputs.add(ok.value());
      } else if (input instanceof Result.Refused<Intake> refused) {
        problems.addAll(refused.problems());
      }
    }
    return Result.of(Intake.together(inputs), problems);
  }

  /** Where there are descriptions, the whole file is read before its first row is given. */
  private Result<Intake> open(String file, Understanding understanding) {
    try (ProgressLine progress = new ProgressLine("Reading descriptions", List.of(file))) {
      return Intake.open(file, Optional.ofNullable(format), understanding, System.in, progress);
    }
  }

  /** The mapping that was given; null where none was. */
  @Nullable Path mapping() {
    return mapping;
  }

  /** One input, opened to be looked at: its header may be one that nobody understands. */
  Intake look(String file, Understanding understanding) {
    Result<Intake> opened = open(file, understanding.forgiving());
    return Intake.together(List.of(Refused.unless(opened, ExitCode.INPUT_REFUSED))).get(0);
  }

  /** What inputs are understood by: the rules, and what a mapping says. */
  Understanding understanding(Ruleset ruleset) {
    Understanding ofRules = Refused.unless(Understanding.of(ruleset), ExitCode.RULES_REFUSED);
    Path file = mapping;
    if (file == null) {
      return ofRules;
    }
    Result<Mapping> read =
        SmallFile.words(file)
            .then(text -> Mapping.read(file.toString(), text, ruleset.vocabulary()));
    return ofRules.with(Refused.unless(read, ExitCode.INPUT_REFUSED));
  }
}
