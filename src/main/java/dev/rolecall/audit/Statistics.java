package dev.rolecall.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.explain.Page;
import dev.rolecall.explain.PrettyJson;
import dev.rolecall.explain.Style;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Count;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Listed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many decisions there are, by what is known of them. Never by person.
 *
 * @param decisions all of them
 * @param by name of the count, then each value and its number
 */
public record Statistics(long decisions, Map<String, SortedMap<String, Long>> by) {

  /** A page shows so many of a count; JSON holds all. */
  private static final int SHOWN = 24;

  /** Of a hash, as elsewhere on pages. */
  private static final int SHORT = 12;

  private static final String OUTCOME = "outcome";
  private static final String WARNING = "warning";
  private static final String DECISION = "decision";
  private static final String MONTH = "month";
  private static final String RULESET = "ruleset";
  private static final String BATCH = "batch";
  private static final String REVIEW = "review";

  public static Statistics of(AuditRecord record, Filter filter) {
    Statistics empty = new Statistics(0, new LinkedHashMap<>());
    Stream.of(DECISION, OUTCOME, WARNING, REVIEW, MONTH, RULESET, BATCH)
        .forEach(name -> empty.by.put(name, new TreeMap<>()));
    try (Stream<Count> counts = record.counts(filter);
        Stream<Listed> reviewed = record.listed(filter.reviewed())) {
      long all = counts.mapToLong(empty::add).sum();
      reviewed.forEach(r -> empty.add(REVIEW, r.overridden() ? "overridden" : "accepted", 1));
      return new Statistics(all, empty.by);
    }
  }

  private long add(Count count) {
    add(DECISION, count.decision(), count.number());
    add(OUTCOME, count.outcome(), count.number());
    count.warnings().forEach(kind -> add(WARNING, kind, count.number()));
    add(MONTH, count.day().toString().substring(0, 7), count.number());
    add(RULESET, String.valueOf(count.ruleset()), count.number());
    add(BATCH, count.batch() == null ? "one by one" : count.batch(), count.number());
    return count.number();
  }

  private void add(String name, String value, long number) {
    by.computeIfAbsent(name, n -> new TreeMap<>()).merge(value, number, Long::sum);
  }

  public String text(Style style) {
    Page page = new Page(style);
    page.line(style.bold(String.format(Locale.ROOT, "%,d decisions", decisions)));
    by.forEach((name, values) -> section(name, values, page));
    return page.toString();
  }

  private void section(String name, SortedMap<String, Long> values, Page page) {
    if (values.isEmpty()) {
      return;
    }
    page.section("By " + name);
    ordered(name, values).stream()
        .limit(SHOWN)
        .forEach(
            e ->
                page.line(
                    String.format(
                        Locale.ROOT,
                        "%,10d  %5.1f %%  %s",
                        e.getValue(),
                        100.0 * e.getValue() / decisions,
                        Style.clean(shown(name, e.getKey())))));
    if (values.size() > SHOWN) {
      page.line("            … and " + (values.size() - SHOWN) + " more; --json holds all");
    }
  }

  private static String shown(String name, String value) {
    return name.equals(RULESET) && value.length() > SHORT ? value.substring(0, SHORT) : value;
  }

  /** The newest month first, of all else the most frequent. */
  private static List<Map.Entry<String, Long>> ordered(
      String name, SortedMap<String, Long> values) {
    Comparator<Map.Entry<String, Long>> order =
        name.equals(MONTH)
            ? Map.Entry.<String, Long>comparingByKey().reversed()
            : Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey());
    return values.entrySet().stream().sorted(order).toList();
  }

  public String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("decisions", decisions);
    by.forEach((name, values) -> values.forEach(json.putObject(name)::put));
    return PrettyJson.of(json);
  }
}
