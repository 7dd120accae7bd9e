package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Outcome;
import dev.rolecall.explain.ReportPage;
import dev.rolecall.explain.Style;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How many rows in scope came to what, by each text that frames them: by level, by department. */
final class ReportGroups {

  private static final int SHOWN = 20;

  /** Values that are counted apart; of further ones only how many rows have them is known. */
  private static final int COUNTED = 2_000;

  private static final String NOT_SAID = "not said";

  private static final String OTHERS = "others";

  private final List<String> outcomes;
  private final Map<Attribute, Map<String, long[]>> counts = new LinkedHashMap<>();

  ReportGroups(Vocabulary vocabulary) {
    this.outcomes =
        Stream.concat(
                vocabulary.outcomes().constants().stream().map(Constant::name),
                Stream.of(Outcome.Kind.INCONCLUSIVE.word()))
            .toList();
    framing(vocabulary).forEach(attribute -> counts.put(attribute, new TreeMap<>()));
  }

  /** The texts from which something follows, as the kind of job does from a title. */
  static List<Attribute> titles(Vocabulary vocabulary) {
    return texts(vocabulary, attribute -> isTitle(attribute, vocabulary));
  }

  /** The other texts that frame a situation. */
  static List<Attribute> framing(Vocabulary vocabulary) {
    return texts(vocabulary, attribute -> !isTitle(attribute, vocabulary));
  }

  private static List<Attribute> texts(Vocabulary vocabulary, Predicate<Attribute> which) {
    return vocabulary.facts().stream()
        .filter(fact -> fact.role() == FactType.Role.CONTEXT)
        .flatMap(fact -> fact.attributes().stream())
        .filter(attribute -> attribute.type() instanceof ValueType.Text)
        .filter(which)
        .toList();
  }

  private static boolean isTitle(Attribute attribute, Vocabulary vocabulary) {
    return vocabulary.factOf(attribute).attributes().stream()
        .flatMap(a -> a.derived().stream())
        .anyMatch(derived -> derived.from().equals(attribute.path()));
  }

  void add(Decided row, Decision decision) {
    boolean warned = !row.warnings(decision).isEmpty();
    counts.forEach(
        (attribute, groups) -> add(decision, warned, value(attribute, decision), groups));
  }

  private static String value(Attribute attribute, Decision decision) {
    Situation situation = decision.situation();
    Object value = situation.value(attribute);
    return value == null || value.toString().isBlank() ? "" : Style.clean(value.toString()).strip();
  }

  /** Behind the outcomes stand those with a warning, and all. */
  private void add(Decision decision, boolean warned, String value, Map<String, long[]> groups) {
    String group = groups.size() < COUNTED || groups.containsKey(value) ? value : OTHERS;
    long[] count = groups.computeIfAbsent(group, g -> new long[outcomes.size() + 2]);
    count[outcomes.indexOf(decision.outcome().word())]++;
    count[outcomes.size()] += warned ? 1 : 0;
    count[outcomes.size() + 1]++;
  }

  /** One for each text that any row has. */
  List<ReportPage.Groups> tables() {
    return counts.entrySet().stream()
        .filter(e -> e.getValue().keySet().stream().anyMatch(value -> !value.isEmpty()))
        .map(e -> table(e.getKey(), e.getValue()))
        .toList();
  }

  private ReportPage.Groups table(Attribute attribute, Map<String, long[]> groups) {
    String name = attribute.name().replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    String title = "By " + name.toLowerCase(Locale.ROOT);
    List<String> columns = new ArrayList<>();
    columns.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    columns.addAll(outcomes);
    columns.add("to check");
    columns.add("in scope");
    return new ReportPage.Groups(
        title,
        columns,
        groups.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<String, long[]> e) -> e.getKey().isEmpty())
                    .thenComparing(e -> all(e.getValue()), Comparator.reverseOrder())
                    .thenComparing(Map.Entry::getKey))
            .limit(SHOWN)
            .map(e -> group(e.getKey(), e.getValue()))
            .toList(),
        Math.max(0, groups.size() - SHOWN));
  }

  private static long all(long[] count) {
    return count[count.length - 1];
  }

  private static ReportPage.Group group(String value, long[] count) {
    return new ReportPage.Group(
        value.isEmpty() ? NOT_SAID : value, LongStream.of(count).boxed().toList());
  }
}
