package dev.rolecall.scenario;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.FileSet;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.Remarks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that can be said of the rules of a decision before they decide anything.
 *
 * @param ruleset the rules, ready to answer; null where they are refused
 * @param run their scenarios, run; null where the rules or the scenarios are refused
 * @param errors why they are refused, the rules or else the scenarios
 * @param warnings what is odd about rules that work, and files that look like rules and are not
 *     read; only those where rules or scenarios are refused
 */
public record RulesCheck(
    String decision,
    @Nullable Ruleset ruleset,
    @Nullable ScenarioRun run,
    List<Problem> errors,
    List<Problem> warnings) {

  public enum State {
    RULES_REFUSED,
    SCENARIOS_REFUSED,
    CASES_FAIL,
    PASSED
  }

  public RulesCheck {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /**
   * @param cache folder of the compiled classes
   * @param scenarios the scenario files of the decision
   * @param former the versions that were in force before, the newest last
   */
  public static RulesCheck of(
      RuleFiles files, Path cache, List<Path> scenarios, List<Rulebook> former) {
    return of(files, files.open(cache), scenarios, former);
  }

  /**
   * @param opened what came of opening these files
   */
  public static RulesCheck of(
      RuleFiles files, Result<Ruleset> opened, List<Path> scenarios, List<Rulebook> former) {
    return of(files, opened, ruleset -> ScenarioFiles.read(ruleset, scenarios), former);
  }

  /** With scenarios that stand in no folder. */
  public static RulesCheck of(
      RuleFiles files, Path cache, FileSet scenarios, List<Rulebook> former) {
    return of(files, files.open(cache), ruleset -> ScenarioFiles.read(ruleset, scenarios), former);
  }

  private static RulesCheck of(
      RuleFiles files,
      Result<Ruleset> opened,
      Function<Ruleset, Result<List<ScenarioFile>>> scenarios,
      List<Rulebook> former) {
    if (opened instanceof Result.Refused<Ruleset> refused) {
      return refused(files, Stream.of(refused.problems(), Tables.problems(files)));
    }
    Ruleset ruleset = ((Result.Ok<Ruleset>) opened).value();
    List<Problem> tables = Tables.problems(files, ruleset.rulebook());
    return tables.isEmpty()
        ? of(ruleset, scenarios.apply(ruleset), former)
        : refused(files, Stream.of(tables));
  }

  private static RulesCheck refused(RuleFiles files, Stream<List<Problem>> problems) {
    List<Problem> errors = problems.flatMap(List::stream).distinct().sorted().toList();
    return new RulesCheck(files.decision(), null, null, errors, files.leftOut());
  }

  private static RulesCheck of(
      Ruleset ruleset, Result<List<ScenarioFile>> read, List<Rulebook> former) {
    String decision = ruleset.vocabulary().decision();
    if (read instanceof Result.Refused<List<ScenarioFile>> refused) {
      return new RulesCheck(decision, ruleset, null, refused.problems(), ruleset.files().leftOut());
    }
    ScenarioRun run = ScenarioRun.of(ruleset, ((Result.Ok<List<ScenarioFile>>) read).value());
    return new RulesCheck(decision, ruleset, run, List.of(), warnings(ruleset, run, former));
  }

  private static List<Problem> warnings(Ruleset ruleset, ScenarioRun run, List<Rulebook> former) {
    List<Situation> tried = run.cases().stream().map(c -> c.tried().situation()).toList();
    List<Problem> warnings = new ArrayList<>(Remarks.of(ruleset.rulebook(), tried, former));
    if (run.cases().isEmpty()) {
      warnings.add(new Problem(Place.of(""), "there are no scenarios"));
    } else if (run.failed().isEmpty()) {
      warnings.addAll(uncovered(ruleset.rulebook(), run.coverage()));
    }
    Stream<Problem> placed =
        warnings.stream()
            .map(w -> new Problem(w.at().in(shown(ruleset.files(), w.at().file())), w.message()));
    return Stream.concat(placed, ruleset.files().leftOut().stream()).sorted().toList();
  }

  private static String shown(RuleFiles files, String name) {
    return name.isEmpty() ? files.shown() : files.shown() + "/" + name;
  }

  /** A case that fails says nothing about its rules, so this is for runs where none does. */
  private static List<Problem> uncovered(Rulebook rulebook, Coverage coverage) {
    List<String> neverSpeak = coverage.neverSpeak().stream().map(u -> u.rule()).toList();
    List<String> neverSilent = coverage.neverSilent().stream().map(u -> u.rule()).toList();
    List<Problem> problems = new ArrayList<>();
    for (Rule rule : rulebook.rules()) {
      List<String> missing = new ArrayList<>();
      if (neverSpeak.contains(rule.id())) {
        missing.add("speaks (`because`)");
      }
      if (neverSilent.contains(rule.id())) {
        missing.add("is silent (`notBecause`)");
      }
      if (!missing.isEmpty()) {
        String what = "no case expects that it " + String.join(" or ", missing);
        problems.add(new Problem(rule.at(), what));
      }
    }
    return problems;
  }

  public State state() {
    if (ruleset == null) {
      return State.RULES_REFUSED;
    }
    if (run == null) {
      return State.SCENARIOS_REFUSED;
    }
    return run.failed().isEmpty() ? State.PASSED : State.CASES_FAIL;
  }

  public boolean passes() {
    return state() == State.PASSED;
  }
}
