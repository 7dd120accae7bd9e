package dev.rolecall.cli;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.RulesCheck;
import dev.rolecall.scenario.ScenarioFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a command finds rules and scenarios and keeps its own files; options that most commands
 * share.
 */
final class Folders {

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Folder of the rules (default: rules of the project's folder).")
  private @Nullable Path rules;

  @Option(
      names = "--scenarios",
      paramLabel = "DIR",
      description = "Folder of the scenarios (default: scenarios of the project's folder).")
  private @Nullable Path scenarios;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "Folder of Rolecall's own files (default: $$ROLECALL_HOME, else .rolecall of the project's folder).")
  private @Nullable Path home;

  @Option(
      names = "--decision",
      paramLabel = "NAME",
      description =
          "Which decision: a folder under rules (default: the one named in the file rules/default).")
  private @Nullable String decision;

  Path rules() {
    return rules == null ? project("rules") : rules;
  }

  Path scenarios() {
    return scenarios == null ? project("scenarios") : scenarios;
  }

  Path home() {
    return home != null
        ? home
        : Environment.get("ROLECALL_HOME").map(Path::of).orElseGet(() -> project(".rolecall"));
  }

  /** What can be made again: compiled rules. */
  Path cache() {
    return home().resolve("cache");
  }

  /** The decision that is meant. */
  String decision() {
    if (decision != null) {
      List<String> all = RulesFolder.decisions(rules());
      if (!all.isEmpty() && !all.contains(decision)) {
        throw Refused.usage(
            "`--decision "
                + decision
                + "`: there is no such decision; "
                + Nearest.thereAre(decision, all));
      }
      return decision;
    }
    return RulesFolder.defaultDecision(rules())
        .orElseThrow(
            () -> {
              List<String> all = RulesFolder.decisions(rules());
              return Refused.usage(
                  all.isEmpty()
                      ? "there are no rules in " + rules()
                      : "say which decision with --decision; there are " + Nearest.list(all));
            });
  }

  /** The decision that the command line names, where it names one. */
  Optional<String> named() {
    return decision == null ? Optional.empty() : Optional.of(decision());
  }

  /** Every decision that there are rules of, or the one that is named. */
  List<String> decisions() {
    List<String> all = RulesFolder.decisions(rules());
    if (all.isEmpty()) {
      throw new Refused(
          ExitCode.RULES_REFUSED,
          List.of(new Problem(Place.of(rules().toString()), "there are no rules here")));
    }
    return named().map(List::of).orElse(all);
  }

  /** The decision whose rules a folder holds: the one it is named after, else the one meant. */
  String decisionOf(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    boolean named = name != null && RulesFolder.decisions(rules()).contains(name.toString());
    return decision == null && named ? name.toString() : decision();
  }

  /** The ruleset of the decision that is meant. */
  Ruleset ruleset() {
    return ruleset(decision());
  }

  Ruleset ruleset(String named) {
    return Refused.unless(RulesFolder.open(rules(), named, cache()), ExitCode.RULES_REFUSED);
  }

  /** Rules that were read already, ready to answer. */
  Ruleset open(RuleFiles files) {
    return Refused.unless(files.open(cache()), ExitCode.RULES_REFUSED);
  }

  /** The rule files of the decision that is meant. */
  RuleFiles files() {
    return files(decision());
  }

  RuleFiles files(String named) {
    return Refused.unless(RulesFolder.read(rules(), named), ExitCode.RULES_REFUSED);
  }

  /**
   * Checks the rules of a decision with its scenarios.
   *
   * @param former the versions that were in force before, the newest last
   */
  RulesCheck check(String named, List<Rulebook> former) {
    return check(files(named), former);
  }

  /** The same of files that were read already, or edited and not yet written. */
  RulesCheck check(RuleFiles files, List<Rulebook> former) {
    List<Path> cases =
        Refused.unless(ScenarioFolder.of(scenarios(), files.decision()), ExitCode.INPUT_REFUSED);
    return RulesCheck.of(files, cache(), cases, former);
  }

  /**
   * The launcher names the project's folder; without it, it is the current one. Shown relative
   * where that is shorter.
   */
  private static Path project(String folder) {
    Path path = Path.of(System.getProperty("rolecall.folder", "")).resolve(folder);
    Path here = Path.of("").toAbsolutePath();
    return path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
  }
}
