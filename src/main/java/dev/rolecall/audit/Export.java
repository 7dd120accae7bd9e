package dev.rolecall.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Head;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Publication;
import dev.rolecall.ruleset.RuleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Entries as JSON Lines that need nothing else: the first line says what they are, each entry has
 * the exact text that was hashed, and the rules and scenarios that it names stand before it.
 * Entries are in the order of the chain.
 */
public final class Export {

  /** Takes one line, without its end. */
  public interface Lines {
    void add(String line) throws IOException;
  }

  /** The kinds that name scenarios beside rules. */
  private static final Set<Kind> PUBLISHING = EnumSet.of(Kind.PUBLISH, Kind.ARCHIVE);

  private final AuditRecord record;
  private final Lines lines;
  private final Set<String> written = new HashSet<>();
  private long entries;

  private Export(AuditRecord record, Lines lines) {
    this.record = record;
    this.lines = lines;
  }

  /**
   * @return how many entries there were
   * @throws IOException what the taker of lines throws
   */
  public static long write(AuditRecord record, Filter filter, Instant now, Lines lines)
      throws IOException {
    Export export = new Export(record, lines);
    export.first(record.head(), now);
    try (Stream<Entry> found = record.entries(filter.oldestFirst())) {
      for (Iterator<Entry> each = found.iterator(); each.hasNext(); ) {
        export.add(each.next());
      }
    }
    return export.entries;
  }

  private void first(Head head, Instant now) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("what", "entries of a Rolecall record");
    json.put("format", 1);
    json.put("at", now.truncatedTo(ChronoUnit.MILLIS).toString());
    json.putObject("head").put("sequence", head.sequence()).put("hash", head.hash());
    json.put("entry", "hash is SHA-256 of body; seal in body is SHA-256 of salt and words");
    json.put(
        "ruleset",
        "SHA-256 of name, line feed, bytes, line feed, content of each file in the order of names;"
            + " scenarios alike");
    json.put("base64", "the files that are not UTF-8");
    lines.add(json.toString());
  }

  private void add(Entry entry) throws IOException {
    String ruleset = entry.listing().about().ruleset();
    if (ruleset != null) {
      files("ruleset", ruleset);
    }
    if (PUBLISHING.contains(entry.listing().kind())) {
      Optional<String> scenarios = Publication.scenarios(entry);
      if (scenarios.isPresent()) {
        files("scenarios", scenarios.get());
      }
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sequence", entry.listing().sequence());
    json.put("hash", entry.hash());
    json.put("body", entry.body());
    json.put("salt", entry.salt());
    json.put("words", entry.words());
    lines.add(json.toString());
    entries++;
  }

  /** A set of files once, before the first entry that names it. */
  private void files(String what, String hash) throws IOException {
    RuleFiles files = written.add(hash) ? record.ruleset(hash).orElse(null) : null;
    if (files != null) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put(what, hash).put("decision", files.decision());
      ObjectNode texts = json.putObject("files");
      ObjectNode others = JsonNodeFactory.instance.objectNode();
      files.files().forEach((name, bytes) -> add(name, bytes, texts, others));
      if (!others.isEmpty()) {
        json.set("base64", others);
      }
      lines.add(json.toString());
    }
  }

  /** What is not UTF-8 would not come back as the bytes that were hashed. */
  private static void add(String name, byte[] bytes, ObjectNode texts, ObjectNode others) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
      texts.put(name, text);
    } else {
      others.put(name, bytes); // as Base64
    }
  }
}
