package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Text;
import dev.rolecall.rule.Verb;
import dev.rolecall.rule.Written;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of a rule beyond its grammar: of its metadata, condition and texts together. */
final class RuleChecks {

  /**
   * More branches than this, after each {@code or} is multiplied out, and Drools takes minutes and
   * gigabytes.
   */
  static final int MAX_BRANCHES = 64;

  /** Values that every rule of the last phase can name. */
  static final Set<String> SIDES = Set.of("for", "against");

  private final Condition when;
  private final List<Problem> problems;

  private RuleChecks(Condition when, List<Problem> problems) {
    this.when = when;
    this.problems = problems;
  }

  /** The rule, or null with the problems added. */
  static @Nullable Rule complete(
      Vocabulary vocabulary,
      String sentence,
      Map<String, String> metadata,
      Condition when,
      List<Statement> then,
      Map<String, Attribute> bindings,
      Written written,
      List<Problem> problems) {
    int before = problems.size();
    Place at = written.whole().at();
    RuleChecks checks = new RuleChecks(when, problems);
    Phase phase = checks.phase(then);
    checks.conditions(phase);
    checks.branches(at);
    checks.texts(then, bindings, phase);
    MetadataChecks header = new MetadataChecks(vocabulary, metadata, then, at, problems);
    header.check();
    Optional<FactType> dimension = header.dimension(when);
    if (problems.size() > before) {
      return null;
    }
    return new Rule(
        metadata.getOrDefault("id", ""),
        sentence,
        metadata,
        phase,
        when,
        then,
        dimension,
        bindings,
        written);
  }

  private Phase phase(List<Statement> then) {
    Verb first =
        then.stream().map(Statement::verb).filter(v -> v != Verb.ASK).findFirst().orElse(Verb.ASK);
    boolean asksOfOutcome = first == Verb.ASK && reads(EngineFacts.RECOMMENDATION);
    Phase phase = asksOfOutcome ? Phase.ADVICE : first.phase();
    for (Statement statement : then) {
      if (!statement.verb().isSaidIn(phase)) {
        problem(
            statement.span().at(),
            "`"
                + statement.verb().word()
                + "` and `"
                + first.word()
                + "` are said at different times; a rule says one kind of thing, so write two rules");
      }
    }
    return phase;
  }

  private boolean reads(String fact) {
    return when.patterns().anyMatch(p -> p.fact().name().equals(fact));
  }

  private void conditions(Phase phase) {
    when.patterns()
        .filter(p -> EngineFacts.readableFrom(p.fact()).compareTo(phase) > 0)
        .forEach(
            p ->
                problem(
                    p.span().at(),
                    "`"
                        + p.fact().name()
                        + "` is not there yet when this rule speaks; rules that "
                        + (phase == Phase.FINDINGS ? "lean" : "decide")
                        + " read "
                        + (phase == Phase.FINDINGS
                            ? "the facts of the vocabulary and `Known`"
                            : "these and `Voice` and `Balance`")));
    if (phase == Phase.FINDINGS) {
      firstNot(when)
          .ifPresent(
              not ->
                  problem(
                      not.span().at(),
                      "`not( … )` would read unknown as no; in a rule that leans, test the known value instead"));
    }
    UnknownIsNotNo.check(when, problems);
    Contradictions.check(when, problems);
  }

  private static Optional<Condition.Not> firstNot(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return Optional.of(not);
    }
    List<Condition> inside =
        condition instanceof Condition.AllOf all
            ? all.conditions()
            : condition instanceof Condition.AnyOf any
                ? any.conditions()
                : condition instanceof Condition.Exists exists
                    ? List.of(exists.condition())
                    : List.of();
    return inside.stream().flatMap(c -> firstNot(c).stream()).findFirst();
  }

  private void branches(Place at) {
    if (Branches.of(when) > MAX_BRANCHES) {
      problem(
          at,
          "the rule has more than "
              + MAX_BRANCHES
              + " branches once each `or` is multiplied out; write several rules");
    }
  }

  /** Each {@code {name}} of a text needs a value that is known whenever the rule speaks. */
  private void texts(List<Statement> then, Map<String, Attribute> bindings, Phase phase) {
    for (Statement statement : then) {
      statement
          .text()
          .ifPresent(text -> text.names().forEach(name -> named(name, text, bindings, phase)));
    }
  }

  private void named(String name, Text text, Map<String, Attribute> bindings, Phase phase) {
    Place place = text.span().at();
    if (SIDES.contains(name) && !bindings.containsKey(name)) {
      if (phase != Phase.ADVICE) {
        problem(place, "`{" + name + "}` is there only for rules that warn or suggest");
      }
      return;
    }
    Attribute attribute = bindings.get(name);
    if (attribute == null) {
      problem(
          place,
          "`{"
              + name
              + "}` has no value; name one in the condition: `$"
              + name
              + " : …`"
              + Nearest.maybe(name, bindings.keySet()));
    } else if (attribute.fact().equals(EngineFacts.VOICE)) {
      problem(
          place, "`{" + name + "}` is of a Voice, and there are many; use `{for}` or `{against}`");
    } else if (!UnknownIsNotNo.knownWherever(when).contains(attribute)) {
      problem(
          place,
          "`{"
              + name
              + "}` may be unknown where the rule speaks; test "
              + attribute.path()
              + " as known, outside of `not` and `or`");
    }
  }

  private void problem(Place place, String message) {
    problems.add(new Problem(place, message));
  }
}
