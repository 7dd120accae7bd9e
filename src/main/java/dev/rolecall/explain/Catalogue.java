package dev.rolecall.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.problem.Counted;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Verb;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.vocabulary.FactType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The rules of a decision as a list to look things up in: what each says, when, on whose authority,
 * and where it stands.
 */
public final class Catalogue {

  /** Metadata that has a place of its own in an entry. */
  private static final Set<String> SHOWN_APART = Set.of("id", "source", "weight", "dimension");

  private static final String INDENT = "  ";
  private static final int LABEL = 14;

  private final Ruleset ruleset;
  private final List<Rule> rules;

  private Catalogue(Ruleset ruleset, List<Rule> rules) {
    this.ruleset = ruleset;
    this.rules = rules;
  }

  /** Every rule, in the order of the files and of their place in them. */
  public static Catalogue of(Ruleset ruleset) {
    return new Catalogue(ruleset, ruleset.rulebook().rules());
  }

  /** Only the rules that speak for a dimension. */
  public Catalogue ofDimension(FactType dimension) {
    return only(rule -> rule.dimension().filter(dimension::equals).isPresent());
  }

  /** Only the rules from {@code published} or from {@code house}. */
  public Catalogue ofSource(String source) {
    return only(rule -> rule.source().equals(source));
  }

  private Catalogue only(Predicate<Rule> wanted) {
    return new Catalogue(ruleset, rules.stream().filter(wanted).toList());
  }

  /** An array of objects; what a rule does not have is null or empty, never left out. */
  public String json() {
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    rules.forEach(rule -> entry(entries.addObject(), rule));
    return PrettyJson.of(entries);
  }

  private void entry(ObjectNode entry, Rule rule) {
    entry.put("id", rule.id());
    entry.put("sentence", rule.sentence());
    entry.put("phase", rule.phase().name().toLowerCase(Locale.ROOT));
    entry.put("dimension", rule.dimension().map(FactType::name).orElse(null));
    entry.put("weight", rule.dimension().isPresent() ? (Integer) rule.weight() : null);
    ArrayNode when = entry.putArray("when");
    ConditionWords.clauses(rule.when()).forEach(when::add);
    ArrayNode says = entry.putArray("says");
    rule.then().forEach(statement -> statement(says.addObject(), statement));
    entry.put("source", rule.source().isEmpty() ? null : rule.source());
    ObjectNode metadata = entry.putObject("metadata");
    furtherMetadata(rule).forEach(metadata::put);
    entry.put("at", ruleset.placeOf(rule));
  }

  private void statement(ObjectNode entry, Statement statement) {
    entry.put("verb", statement.verb().word());
    entry.put("about", statement.about().orElse(null));
    entry.put("label", statement.about().isEmpty() ? null : label(statement));
    entry.put("text", statement.text().map(t -> t.template()).orElse(null));
  }

  /** Sorted by name. */
  private static Map<String, String> furtherMetadata(Rule rule) {
    return rule.metadata().entrySet().stream()
        .filter(e -> !SHOWN_APART.contains(e.getKey()))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  private String label(Statement statement) {
    return StatementWords.label(ruleset.vocabulary(), statement);
  }

  /**
   * For a terminal: the rules under the dimension that they speak for, then under what they do;
   * within it as they stand.
   */
  public String text(Style style) {
    List<Group> groups = rules.stream().map(this::groupOf).distinct().sorted(Group.ORDER).toList();
    StringBuilder text = new StringBuilder();
    for (Group group : groups) {
      text.append(style.bold(group.title)).append("\n\n");
      rules.stream().filter(r -> groupOf(r).equals(group)).forEach(r -> block(text, r, style));
    }
    return text.append(count()).append('\n').toString();
  }

  private String count() {
    return rules.isEmpty() ? "No rule matches." : Counted.of(rules.size(), "rule");
  }

  /**
   * @param phase from 1
   * @param rank within the phase: dimensions first, in the order of the vocabulary, then by verb
   */
  private record Group(String title, int phase, int rank) {
    static final Comparator<Group> ORDER =
        Comparator.comparingInt(Group::phase).thenComparingInt(Group::rank);
  }

  private Group groupOf(Rule rule) {
    List<FactType> dimensions = ruleset.vocabulary().dimensions();
    Verb verb = rule.then().get(0).verb();
    return rule.dimension()
        .map(d -> new Group(d.title(), rule.phase().number(), dimensions.indexOf(d)))
        .orElseGet(
            () -> new Group(title(verb), rule.phase().number(), dimensions.size() + rank(verb)));
  }

  private static int rank(Verb verb) {
    return verb == Verb.INCONCLUSIVE ? Verb.RECOMMEND.ordinal() : verb.ordinal();
  }

  private static String title(Verb verb) {
    return switch (verb) {
      case LEANS -> "Findings";
      case OUT_OF_SCOPE -> "Out of scope";
      case RECOMMEND, INCONCLUSIVE -> "Outcome";
      case ASK -> "Questions";
      case WARN -> "Warnings";
      case SUGGEST -> "Suggestions";
    };
  }

  private void block(StringBuilder text, Rule rule, Style style) {
    lines(text, INDENT, "", rule.sentence(), style);
    List<String> facts = new ArrayList<>(List.of(rule.id()));
    if (rule.weight() > 1) {
      facts.add("weight " + rule.weight());
    }
    furtherMetadata(rule)
        .forEach((name, value) -> facts.add((inWords(name) + " " + value).strip()));
    facts.add(rule.source());
    facts.add(ruleset.placeOf(rule));
    facts.removeIf(String::isEmpty);
    lines(text, INDENT + INDENT, "", String.join(" · ", facts), style);
    String label = "when";
    for (String clause : ConditionWords.clauses(rule.when())) {
      lines(text, INDENT + INDENT, label, clause, style);
      label = "and";
    }
    rule.then()
        .forEach(s -> lines(text, INDENT + INDENT, StatementWords.verb(s.verb()), words(s), style));
    text.append('\n');
  }

  /** {@code decidedBy} is "decided by". */
  private static String inWords(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private String words(Statement statement) {
    String text = statement.text().map(t -> t.template()).orElse("");
    return switch (statement.verb()) {
      case LEANS, RECOMMEND -> label(statement) + ", because " + text;
      case OUT_OF_SCOPE, INCONCLUSIVE -> "because " + text;
      case WARN, SUGGEST -> label(statement) + ": " + text;
      case ASK -> label(statement) + " (" + statement.about().orElse("") + ")";
    };
  }

  /** A paragraph behind its label; lines after the first stand under the words of the first. */
  private static void lines(
      StringBuilder text, String indent, String label, String words, Style style) {
    int column = label.isEmpty() ? 0 : LABEL;
    String first = label.isEmpty() ? "" : (label + " ".repeat(LABEL)).substring(0, LABEL);
    List<String> lines = Style.wrap(Style.clean(words), style.width() - indent.length() - column);
    for (String line : lines) {
      text.append(indent).append(first).append(line).append('\n');
      first = " ".repeat(column);
    }
  }
}
