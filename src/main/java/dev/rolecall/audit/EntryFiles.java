package dev.rolecall.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rolecall.document.CsvText;
import dev.rolecall.record.About;
import dev.rolecall.record.Listed;
import dev.rolecall.record.Listing;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Entries for other programs, one after another. Never a person. */
public final class EntryFiles {

  private static final List<String> COLUMNS =
      List.of(
          "entry",
          "id",
          "kind",
          "at",
          "batch",
          "decision",
          "requisition",
          "outcome",
          "warnings",
          "ruleset",
          "about",
          "reviewed",
          "overridden",
          "hired",
          "holds");

  private EntryFiles() {}

  /**
   * A JSON array with an object a line; what there is nothing to say of is null.
   *
   * @return how many do not hold
   */
  public static long json(Stream<Listed> entries, PrintWriter out) {
    out.print("[");
    String[] between = {"\n"};
    long broken =
        entries
            .peek(
                listed -> {
                  out.print(between[0] + object(listed));
                  between[0] = ",\n";
                })
            .filter(listed -> !listed.holds())
            .count();
    out.print("\n]\n");
    return broken;
  }

  /**
   * CSV with a header; nothing in it is taken for a formula.
   *
   * @return how many do not hold
   */
  public static long csv(Stream<Listed> entries, PrintWriter out) {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    csv.writeRecord(COLUMNS);
    return entries
        .peek(listed -> csv.writeRecord(cells(object(listed))))
        .filter(listed -> !listed.holds())
        .count();
  }

  private static ObjectNode object(Listed listed) {
    Listing listing = listed.listing();
    About about = listing.about();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("entry", listing.sequence());
    json.put("id", listing.id().toString());
    json.put("kind", listing.kind().word());
    json.put("at", listing.at().toString());
    json.put("batch", text(listing.batch()));
    json.put("decision", about.decision());
    json.put("requisition", about.requisition());
    json.put("outcome", about.outcome());
    about.warnings().forEach(json.putArray("warnings")::add);
    json.put("ruleset", about.ruleset());
    json.put("about", text(about.subject()));
    json.put("reviewed", listed.reviewed());
    json.put("overridden", listed.reviewed() == null ? null : listed.overridden());
    json.put("hired", listed.hired());
    json.put("holds", listed.holds());
    return json;
  }

  private static List<String> cells(ObjectNode entry) {
    return COLUMNS.stream().map(column -> cell(entry.path(column))).toList();
  }

  private static String cell(JsonNode value) {
    return CsvText.safe(
        value.isArray()
            ? StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" | "))
            : value.asText(""));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : Objects.toString(value);
  }
}
