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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private final SortedSet<Long> broken = new TreeSet<>();
  private long entries;
  private @Nullable Head last;

  /**
   * What an export came to.
   *
   * @param broken the entries that do not hold, or whose rules do not
   */
  public record Written(long entries, SortedSet<Long> broken) {}

  private Export(AuditRecord record, Lines lines) {
    this.record = record;
    this.lines = lines;
  }

  /**
   * @throws IOException what the taker of lines throws
   */
  public static Written write(AuditRecord record, Filter filter, Instant now, Lines lines)
      throws IOException {
    Export export = new Export(record, lines);
    Head head = record.head();
    export.first(head, filter.conditions().isEmpty(), now);
    Filter upToHere = filter.before(head.sequence() + 1).oldestFirst();
    try (Stream<Entry> found = record.entries(upToHere)) {
      for (Iterator<Entry> each = found.iterator(); each.hasNext(); ) {
        export.add(each.next());
      }
    }
    return new Written(export.entries, export.broken);
  }

  private void first(Head head, boolean all, Instant now) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("what", "entries of a Rolecall record");
    json.put("format", 1);
    json.put("at", now.truncatedTo(ChronoUnit.MILLIS).toString());
    json.put("entries", all ? "all" : "some");
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
      files("ruleset", ruleset, entry);
    }
    if (PUBLISHING.contains(entry.listing().kind()) && entry.holds()) {
      Optional<String> scenarios = Publication.scenarios(entry);
      if (scenarios.isPresent()) {
        files("scenarios", scenarios.get(), entry);
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
    check(entry);
  }

  /** What the file will show to whoever checks it is said at once. */
  private void check(Entry entry) {
    long sequence = entry.listing().sequence();
    Head before = last;
    boolean follows = before == null || sequence != before.sequence() + 1 || entry.follows(before);
    if (!entry.holds() || !follows) {
      broken.add(sequence);
    }
    last = new Head(sequence, entry.hash());
  }

  /** A set of files once, before the first entry that names it. */
  private void files(String what, String hash, Entry entry) throws IOException {
    if (!written.add(hash)) {
      return;
    }
    RuleFiles files = record.ruleset(hash).orElse(null);
    if (files == null || !files.hash().equals(hash)) {
      broken.add(entry.listing().sequence());
    }
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
