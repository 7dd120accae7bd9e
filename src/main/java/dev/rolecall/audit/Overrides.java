package dev.rolecall.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.explain.Page;
import dev.rolecall.explain.PrettyJson;
import dev.rolecall.explain.Style;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Listed;
import dev.rolecall.record.RecordedDecisions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people decided otherwise: which rules spoke for the recommendations that were overridden,
 * and where. Never by person.
 *
 * @param all every decision that was reviewed
 * @param changes from what to what, {@code TPM -> PM}, and how often
 * @param rules by id: of decisions that they spoke for
 * @param path the attribute that is counted by too; null where none was asked for
 * @param values its values
 */
public record Overrides(
    Tally all,
    SortedMap<String, Long> changes,
    SortedMap<String, Tally> rules,
    @Nullable String path,
    SortedMap<String, Tally> values) {

  /** Of so many that were reviewed, so many were overridden. */
  public record Tally(long reviewed, long overridden) {

    static final Tally NONE = new Tally(0, 0);

    Tally and(boolean override) {
      return new Tally(reviewed + 1, overridden + (override ? 1 : 0));
    }
  }

  public static Overrides of(AuditRecord record, Filter filter, @Nullable String path) {
    Filter reviewed = filter.reviewed();
    Map<UUID, Listed> reviews = new HashMap<>();
    try (Stream<Listed> listed = record.listed(reviewed)) {
      listed.forEach(l -> reviews.put(l.listing().id(), l));
    }
    Counting counting = new Counting(path);
    try (Stream<Entry> entries = record.entries(reviewed)) {
      entries.forEach(e -> counting.add(e, reviews.get(e.listing().id())));
    }
    return new Overrides(counting.all, counting.changes, counting.rules, path, counting.values);
  }

  private static final class Counting {
    private final @Nullable String path;
    private final SortedMap<String, Long> changes = new TreeMap<>();
    private final SortedMap<String, Tally> rules = new TreeMap<>();
    private final SortedMap<String, Tally> values = new TreeMap<>();
    private Tally all = Tally.NONE;

    Counting(@Nullable String path) {
      this.path = path;
    }

    void add(Entry entry, @Nullable Listed listed) {
      if (listed == null) {
        return; // reviewed between the two readings
      }
      boolean overridden = listed.overridden();
      all = all.and(overridden);
      if (overridden) {
        String change = listed.listing().about().outcome() + " -> " + listed.reviewed();
        changes.merge(change, 1L, Long::sum);
      }
      RecordedDecisions.spokeFor(entry).forEach(rule -> add(rules, rule, overridden));
      if (path != null) {
        add(values, value(entry, path), overridden);
      }
    }

    private static void add(Map<String, Tally> tallies, String name, boolean overridden) {
      tallies.merge(name, Tally.NONE.and(overridden), (tally, one) -> tally.and(overridden));
    }

    private static String value(Entry entry, String path) {
      String at = "/situation/" + path.replace('.', '/');
      JsonNode value = entry.content().at(at);
      JsonNode text = value.isMissingNode() ? entry.text().at(at) : value;
      String unknown = entry.redacted() ? RecordedDecisions.REMOVED : "not known";
      return text.isMissingNode() ? unknown : text.asText();
    }
  }

  public String text(Style style) {
    Page page = new Page(style);
    if (all.reviewed() == 0) {
      return page.line("Nobody has reviewed any of these decisions yet.").toString();
    }
    page.line(
        style.bold(
            "%,d of %,d reviewed decisions were overridden"
                .formatted(all.overridden(), all.reviewed())));
    if (all.overridden() > 0) {
      overridden(page, style);
    }
    if (path != null) {
      section("By " + path, path, values, page, style);
    }
    return page.toString();
  }

  private void overridden(Page page, Style style) {
    page.section("From what to what");
    changes.forEach((change, count) -> page.line("%,10d  %s".formatted(count, change)));
    SortedMap<String, Tally> overridden = new TreeMap<>(rules);
    overridden.values().removeIf(tally -> tally.overridden() == 0);
    section("By rule that spoke for the recommendation", "rule", overridden, page, style);
    int others = rules.size() - overridden.size();
    if (others > 0) {
      page.line(others + " more rules spoke for accepted recommendations only");
    }
  }

  private static void section(
      String title, String header, SortedMap<String, Tally> tallies, Page page, Style style) {
    page.section(title);
    Table table = new Table(style, "overridden", "of", "share", header);
    ordered(tallies)
        .forEach(
            e -> {
              Tally tally = e.getValue();
              table.row(
                  "" + tally.overridden(),
                  "" + tally.reviewed(),
                  "%3d %%".formatted(100 * tally.overridden() / tally.reviewed()),
                  e.getKey());
            });
    table.print(page);
  }

  /** The most often overridden first. */
  private static List<Map.Entry<String, Tally>> ordered(SortedMap<String, Tally> tallies) {
    return tallies.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Tally> e) -> -e.getValue().overridden())
                .thenComparingLong(e -> e.getValue().reviewed())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  public String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("reviewed", all.reviewed());
    json.put("overridden", all.overridden());
    changes.forEach(json.putObject("changes")::put);
    tallies(rules, json.putObject("rules"));
    json.put("by", path);
    tallies(values, json.putObject("values"));
    return PrettyJson.of(json);
  }

  private static void tallies(SortedMap<String, Tally> tallies, ObjectNode into) {
    tallies.forEach(
        (name, tally) ->
            into.putObject(name)
                .put("reviewed", tally.reviewed())
                .put("overridden", tally.overridden()));
  }
}
