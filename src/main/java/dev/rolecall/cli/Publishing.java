package dev.rolecall.cli;

import dev.rolecall.explain.Difference;
import dev.rolecall.explain.Style;
import dev.rolecall.problem.Result;
import dev.rolecall.record.Author;
import dev.rolecall.record.Publication;
import dev.rolecall.record.Publications;
import dev.rolecall.record.RulesAndScenarios;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.RulesCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is said of a version when it is published, and by whom. */
final class Publishing {

  @Option(
      names = "--approved-by",
      paramLabel = "WHO",
      description = "Who approved it: a person or a body.")
  private String approvedBy = "";

  @Option(
      names = "--reference",
      paramLabel = "TEXT",
      description = "Where that is written: \"agreement 12/2026\".")
  private String reference = "";

  @Mixin private ActorOption actor = new ActorOption();

  static void checkNote(String note) {
    if (note.isBlank()) {
      throw Refused.usage("`--note`: say why; somebody will ask");
    }
  }

  Author author() {
    return actor.author();
  }

  /** What is said of a version that follows the newest of these. */
  Publication.Statement statement(
      RulesCheck check,
      RulesAndScenarios rules,
      String note,
      LocalDate effective,
      Optional<RulesAndScenarios> newest) {
    Ruleset ruleset = check.ruleset();
    if (ruleset == null) {
      throw new IllegalArgumentException("rules that are refused are not published");
    }
    int cases = check.run() == null ? 0 : check.run().cases().size();
    int failed = check.run() == null ? 0 : check.run().failed().size();
    return new Publication.Statement(
        ruleset.meaning(),
        effective,
        changed(newest, rules),
        new Publication.Checks(
            ruleset.rulebook().rules().size(), cases, failed, check.warnings().size()),
        clean(note),
        clean(approvedBy),
        clean(reference));
  }

  /** Against the version before; one that this program reads no more differs as a whole. */
  private static String changed(Optional<RulesAndScenarios> newest, RulesAndScenarios rules) {
    return newest
        .map(before -> NamedRules.difference(before, rules))
        .map(
            result ->
                result instanceof Result.Ok<Difference> ok
                    ? ok.value().inShort()
                    : "not comparable with the version before")
        .orElse("the first version");
  }

  /** What the newest version does to those that were planned. */
  static List<String> overtaken(Publications now) {
    return now.overtakenByNewest().stream()
        .map(
            p ->
                "%s, planned for %s, will not come into force: the new version follows it"
                    .formatted(p.name(), p.statement().effective()))
        .toList();
  }

  private static String clean(String text) {
    return Style.clean(text).strip();
  }
}
