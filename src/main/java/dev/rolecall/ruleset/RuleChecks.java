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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must hold of a rule beyond its grammar. */
final class RuleChecks {

  /**
   * More branches than this, after each {@code or} is multiplied out, and Drools takes minutes and
   * gigabytes.
   */
  static final int MAX_BRANCHES = 64;

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_ID = 100;
  private static final Pattern WEIGHT = Pattern.compile("[1-9][0-9]?");
  private static final Set<String> MARKS = Set.of("contested", "narrow");

  /** Values that every rule of the last phase can name. */
  static final Set<String> SIDES = Set.of("for", "against");

  private final Vocabulary vocabulary;
  private final Map<String, String> metadata;
  private final Condition when;
  private final Place at;
  private final List<Problem> problems;

  private RuleChecks(
      Vocabulary vocabulary,
      Map<String, String> metadata,
      Condition when,
      Place at,
      List<Problem> problems) {
    this.vocabulary = vocabulary;
    this.metadata = metadata;
    this.when = when;
    this.at = at;
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
    RuleChecks checks = new RuleChecks(vocabulary, metadata, when, written.whole().at(), problems);
    Phase phase = checks.phase(then);
    checks.metadata(then);
    checks.conditions(phase);
    checks.branches();
    checks.texts(then, bindings, phase);
    Optional<FactType> dimension = checks.dimension(then);
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

  private void metadata(List<Statement> then) {
    String id = metadata.get("id");
    if (id == null) {
      problem(at, "the rule has no `@id( … )`; it is what records and scenarios call it");
    } else if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
      problem(
          at,
          "`@id("
              + id
              + ")` is written in small letters with dashes, like `scope-several-teams`, and at"
              + " most "
              + LONGEST_ID
              + " of them");
    }
    if (metadata.containsKey("draft")) {
      problem(
          at,
          "the rule is still to be written: edit its condition and its text, then take `@draft` away");
    }
    String source = metadata.get("source");
    if (source != null && !Set.of("published", "house").contains(source)) {
      problem(
          at,
          "`@source("
              + source
              + ")` is `published` or `house`"
              + Nearest.maybe(source, List.of("published", "house")));
    }
    boolean leans = then.stream().anyMatch(s -> s.verb() == Verb.LEANS);
    String weight = metadata.get("weight");
    if (weight != null && (!WEIGHT.matcher(weight).matches() || !leans)) {
      problem(at, "`@weight(" + weight + ")` is a whole number from 1 to 99, on a rule that leans");
    }
    boolean recommends = then.stream().anyMatch(s -> s.verb() == Verb.RECOMMEND);
    boolean decides = recommends || then.stream().anyMatch(s -> s.verb() == Verb.INCONCLUSIVE);
    for (String mark : MARKS) {
      if (metadata.containsKey(mark)
          && (!recommends || !metadata.getOrDefault(mark, "").isEmpty())) {
        problem(at, "`@" + mark + "` marks a rule that recommends, and has no value");
      }
    }
    String voices = metadata.get("voices");
    List<String> outcomes = vocabulary.outcomes().names();
    if (voices != null && (!recommends || !outcomes.contains(voices))) {
      problem(
          at,
          "`@voices("
              + voices
              + ")` names, on a rule that recommends, the outcome whose voices stand for it: one of "
              + Nearest.list(outcomes)
              + Nearest.maybe(voices, outcomes));
    }
    if (metadata.containsKey("decidedBy") && !decides) {
      problem(at, "`@decidedBy` belongs to a rule that says `recommend` or `inconclusive`");
    }
    if (then.stream()
            .filter(s -> s.verb() == Verb.RECOMMEND || s.verb() == Verb.INCONCLUSIVE)
            .count()
        > 1) {
      problem(at, "a rule comes to one outcome");
    }
  }

  /** The dimension that a leaning rule speaks for. */
  private Optional<FactType> dimension(List<Statement> then) {
    if (then.stream().noneMatch(s -> s.verb() == Verb.LEANS)) {
      if (metadata.containsKey("dimension")) {
        problem(at, "`@dimension` belongs to a rule that leans");
      }
      return Optional.empty();
    }
    List<String> all = vocabulary.dimensions().stream().map(FactType::name).toList();
    String named = metadata.get("dimension");
    if (named != null) {
      Optional<FactType> dimension =
          vocabulary.dimensions().stream().filter(f -> f.name().equals(named)).findFirst();
      if (dimension.isEmpty()) {
        problem(
            at,
            "`@dimension("
                + named
                + ")` is not a dimension; there are "
                + Nearest.list(all)
                + Nearest.maybe(named, all));
      }
      return dimension;
    }
    Set<FactType> read = new LinkedHashSet<>();
    when.patterns()
        .map(Condition.Pattern::fact)
        .filter(f -> f.role() == FactType.Role.DIMENSION)
        .forEach(read::add);
    if (read.size() != 1) {
      String found =
          read.isEmpty()
              ? "no dimension"
              : "the dimensions " + Nearest.list(read.stream().map(FactType::name).toList());
      problem(
          at,
          "the rule leans and reads " + found + "; say which one it speaks for: `@dimension( … )`");
      return Optional.empty();
    }
    return Optional.of(read.iterator().next());
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

  private void branches() {
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
