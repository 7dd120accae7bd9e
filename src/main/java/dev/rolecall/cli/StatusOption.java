package dev.rolecall.cli;

import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Statuses;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which requisitions of an export a command reads. */
final class StatusOption {

  @Option(
      names = "--status",
      paramLabel = "open|all|STATUS",
      split = ",",
      defaultValue = "open",
      description = {
        "Which requisitions of an export are read, where it says how they stand:",
        "open (default; columns.csv of the rules lists which statuses are), all, or"
            + " statuses with commas between."
      })
  private List<String> statuses = List.of();

  Statuses statuses() {
    return Statuses.of(statuses);
  }

  /** The end of a command that found no case to decide. */
  static Refused nothing(List<Intake> inputs) {
    return new Refused(
        ExitCode.INPUT_REFUSED,
        inputs.stream()
            .map(in -> new Problem(Place.of(in.name()), nothing(in.passedOver())))
            .toList());
  }

  private static String nothing(Map<String, Long> passedOver) {
    long rows = passedOver.values().stream().mapToLong(Long::longValue).sum();
    return rows == 0
        ? "there is no case in it"
        : String.format(
            Locale.ROOT,
            "none of its %,d requisitions has a status that is read; `--status all` reads them,"
                + " and `rolecall intake inspect` shows where they stand",
            rows);
  }
}
