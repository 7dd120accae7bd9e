package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Verb;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold of a rule's metadata, given what the rule says. */
final class MetadataChecks {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_ID = 100;
  private static final List<String> SOURCES = List.of("published", "house");
  private static final Pattern WEIGHT = Pattern.compile("[1-9][0-9]?");
  private static final Set<String> MARKS = Set.of("contested", "narrow");

  private final Vocabulary vocabulary;
  private final Map<String, String> metadata;
  private final List<Statement> then;
  private final Place at;
  private final List<Problem> problems;

  MetadataChecks(
      Vocabulary vocabulary,
      Map<String, String> metadata,
      List<Statement> then,
      Place at,
      List<Problem> problems) {
    this.vocabulary = vocabulary;
    this.metadata = metadata;
    this.then = then;
    this.at = at;
    this.problems = problems;
  }

  void check() {
    id();
    if (metadata.containsKey("draft")) {
      problem(
          "the rule is still to be written: edit its condition and its text, then take `@draft` away");
    }
    source();
    weight();
    marks();
    voices();
    decides();
  }

  private void id() {
    String id = metadata.get("id");
    if (id == null) {
      problem("the rule has no `@id( … )`; it is what records and scenarios call it");
    } else if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
      problem(
          "`@id("
              + id
              + ")` is written in small letters with dashes, like `scope-several-teams`, and at"
              + " most "
              + LONGEST_ID
              + " of them");
    }
  }

  private void source() {
    String source = metadata.get("source");
    if (source != null && !SOURCES.contains(source)) {
      problem(
          "`@source(" + source + ")` is `published` or `house`" + Nearest.maybe(source, SOURCES));
    }
  }

  private void weight() {
    String weight = metadata.get("weight");
    if (weight != null && (!WEIGHT.matcher(weight).matches() || !says(Verb.LEANS))) {
      problem("`@weight(" + weight + ")` is a whole number from 1 to 99, on a rule that leans");
    }
  }

  private void marks() {
    for (String mark : MARKS) {
      String value = metadata.get(mark);
      if (value != null && (!says(Verb.RECOMMEND) || !value.isEmpty())) {
        problem("`@" + mark + "` marks a rule that recommends, and has no value");
      }
    }
  }

  private void voices() {
    String voices = metadata.get("voices");
    List<String> outcomes = vocabulary.outcomes().names();
    if (voices != null && (!says(Verb.RECOMMEND) || !outcomes.contains(voices))) {
      problem(
          "`@voices("
              + voices
              + ")` names, on a rule that recommends, the outcome whose voices stand for it: one of "
              + Nearest.list(outcomes)
              + Nearest.maybe(voices, outcomes));
    }
  }

  private void decides() {
    long outcomes =
        then.stream()
            .filter(s -> s.verb() == Verb.RECOMMEND || s.verb() == Verb.INCONCLUSIVE)
            .count();
    if (metadata.containsKey("decidedBy") && outcomes == 0) {
      problem("`@decidedBy` belongs to a rule that says `recommend` or `inconclusive`");
    }
    if (outcomes > 1) {
      problem("a rule comes to one outcome");
    }
  }

  /** The dimension that a leaning rule speaks for: the one that it names, or else reads. */
  Optional<FactType> dimension(Condition when) {
    String named = metadata.get("dimension");
    if (says(Verb.LEANS)) {
      return named == null ? dimensionRead(when) : dimensionNamed(named);
    }
    if (named != null) {
      problem("`@dimension` belongs to a rule that leans");
    }
    return Optional.empty();
  }

  private Optional<FactType> dimensionNamed(String name) {
    for (FactType dimension : vocabulary.dimensions()) {
      if (dimension.name().equals(name)) {
        return Optional.of(dimension);
      }
    }
    List<String> all = vocabulary.dimensions().stream().map(FactType::name).toList();
    problem("`@dimension(" + name + ")` is not a dimension; " + Nearest.thereAre(name, all));
    return Optional.empty();
  }

  private Optional<FactType> dimensionRead(Condition when) {
    Set<FactType> read = new LinkedHashSet<>();
    when.patterns()
        .map(Condition.Pattern::fact)
        .filter(f -> f.role() == FactType.Role.DIMENSION)
        .forEach(read::add);
    if (read.size() == 1) {
      return Optional.of(read.iterator().next());
    }
    String found =
        read.isEmpty()
            ? "no dimension"
            : "the dimensions " + Nearest.list(read.stream().map(FactType::name).toList());
    problem(
        "the rule leans and reads " + found + "; say which one it speaks for: `@dimension( … )`");
    return Optional.empty();
  }

  private boolean says(Verb verb) {
    for (Statement statement : then) {
      if (statement.verb() == verb) {
        return true;
      }
    }
    return false;
  }

  private void problem(String message) {
    problems.add(new Problem(at, message));
  }
}
