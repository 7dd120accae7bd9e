package dev.rolecall.edit;

import dev.rolecall.rule.Region;
import dev.rolecall.rule.Regions;
import dev.rolecall.rule.Rule;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scenario that holds a rule in place: it speaks, it only just does not, and it does not where
 * the answers are not known.
 */
final class ScenarioSkeleton {

  private final Rule rule;
  private final Regions regions;
  private final Region region;
  private final StringBuilder yaml = new StringBuilder();

  private ScenarioSkeleton(Rule rule, Regions regions, Region region) {
    this.rule = rule;
    this.regions = regions;
    this.region = region;
  }

  /**
   * @param rule whose condition is one pattern of a declared fact
   */
  static String of(Rule rule) {
    Regions regions = Regions.over(Stream.of(rule.when()));
    Region region = regions.of(rule.when()).orElseThrow();
    return new ScenarioSkeleton(rule, regions, region).text();
  }

  private String text() {
    Map<String, Optional<Object>> speaks = region.example();
    yaml.append("title: ").append(quoted(rule.sentence())).append('\n');
    yaml.append("given:\n");
    facts(speaks).forEach((fact, values) -> yaml.append("  " + fact + ": " + values + "\n"));
    yaml.append("cases:\n");
    expect("it speaks", Map.of(), "because");
    nearMiss(speaks).ifPresent(miss -> expect("it only just does not", miss, "notBecause"));
    Map<String, Optional<Object>> unknown = new LinkedHashMap<>(speaks);
    unknown.replaceAll((path, value) -> Optional.empty());
    if (!region.holds(unknown)) {
      expect("the answers are not known", unknown, "notBecause");
    }
    return yaml.toString();
  }

  private void expect(String name, Map<String, Optional<Object>> change, String how) {
    yaml.append("  - name: ").append(name).append('\n');
    if (!change.isEmpty()) {
      String facts =
          facts(change).entrySet().stream()
              .map(f -> f.getKey() + ": " + f.getValue())
              .collect(Collectors.joining(", ", "{ ", " }"));
      yaml.append("    change: ").append(facts).append('\n');
    }
    yaml.append("    expect:\n      " + how + ": [" + rule.id() + "]\n");
  }

  /** One other known answer, as near as can be, with which the rule is silent. */
  private Optional<Map<String, Optional<Object>>> nearMiss(Map<String, Optional<Object>> speaks) {
    for (Map.Entry<String, Optional<Object>> answer : speaks.entrySet()) {
      Optional<Map<String, Optional<Object>>> miss =
          regions.values(answer.getKey()).stream()
              .filter(Optional::isPresent)
              .sorted(Comparator.comparing(v -> distance(v, answer.getValue())))
              .map(v -> Map.of(answer.getKey(), v))
              .filter(change -> !region.holds(changed(speaks, change)))
              .findFirst();
      if (miss.isPresent()) {
        return miss;
      }
    }
    return Optional.empty();
  }

  private static Map<String, Optional<Object>> changed(
      Map<String, Optional<Object>> situation, Map<String, Optional<Object>> change) {
    Map<String, Optional<Object>> changed = new LinkedHashMap<>(situation);
    changed.putAll(change);
    return changed;
  }

  private static BigDecimal distance(Optional<Object> one, Optional<Object> other) {
    boolean numbers =
        one.filter(Number.class::isInstance).isPresent()
            && other.filter(Number.class::isInstance).isPresent();
    return numbers
        ? new BigDecimal(one.get().toString())
            .subtract(new BigDecimal(other.get().toString()))
            .abs()
        : BigDecimal.ZERO;
  }

  /** {@code { teams: 4 }} by the key of each fact. */
  private static Map<String, String> facts(Map<String, Optional<Object>> answers) {
    Map<String, String> facts = new TreeMap<>();
    answers.forEach(
        (path, value) -> {
          String[] parts = path.split("\\.");
          facts.merge(parts[0], parts[1] + ": " + written(value), (a, b) -> a + ", " + b);
        });
    facts.replaceAll((fact, values) -> "{ " + values + " }");
    return facts;
  }

  private static String written(Optional<Object> value) {
    if (value.isEmpty()) {
      return "null";
    }
    return value.get() instanceof String text && !text.matches("[A-Z0-9]+_[A-Z0-9_]+")
        ? quoted(text)
        : value.get().toString();
  }

  private static String quoted(String text) {
    return text.matches("[A-Z][a-z]\\w*( [\\w,'-]+)*")
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
