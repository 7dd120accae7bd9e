package dev.rolecall.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.ruleset.RuleFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of the rules of a decision that was put to use: which rules, from when on, by whom and
 * why. The rules themselves are in the archive, under their hash.
 *
 * @param number from 1, in the order of the record; each decision has its own
 * @param entry the entry that made it
 * @param by the account that published it
 * @param statement what was said of it
 * @param rollbackOf the entry of the version that it goes back to
 */
public record Publication(
    int number,
    UUID entry,
    Instant at,
    String by,
    String decision,
    String ruleset,
    Statement statement,
    Optional<UUID> rollbackOf) {

  /**
   * What is said of a version when it is published.
   *
   * @param meaning of the rules, SHA-256
   * @param effective the day from which on it is in force, UTC
   * @param changed against the version before, in short
   * @param checks what checking it came to
   * @param note why; free text, as the two that follow: empty where nothing was said
   */
  public record Statement(
      String meaning,
      LocalDate effective,
      String changed,
      Checks checks,
      String note,
      String approvedBy,
      String reference) {

    /** What stays for good; what people wrote is in {@link #words}. */
    private ObjectNode content() {
      ObjectNode content = JsonNodeFactory.instance.objectNode();
      content.put("meaning", meaning);
      content.put("effective", effective.toString());
      content.put("changed", changed);
      ObjectNode checked = content.putObject("checks");
      checked.put("rules", checks.rules);
      checked.put("cases", checks.cases);
      checked.put("failed", checks.failed);
      checked.put("warnings", checks.warnings);
      return content;
    }

    private ObjectNode words() {
      ObjectNode words = JsonNodeFactory.instance.objectNode();
      words.put("note", note);
      words.put("approvedBy", approvedBy);
      words.put("reference", reference);
      return words;
    }

    private static Statement read(Entry entry) {
      JsonNode content = entry.content();
      JsonNode checks = content.path("checks");
      return new Statement(
          content.path("meaning").asText(),
          LocalDate.parse(content.path("effective").asText()),
          content.path("changed").asText(),
          new Checks(
              checks.path("rules").asInt(),
              checks.path("cases").asInt(),
              checks.path("failed").asInt(),
              checks.path("warnings").asInt()),
          text(entry, "note"),
          text(entry, "approvedBy"),
          text(entry, "reference"));
    }

    private static String text(Entry entry, String name) {
      return entry.redacted() ? RecordedDecisions.REMOVED : entry.text().path(name).asText();
    }
  }

  /**
   * What came of checking a version.
   *
   * @param cases of its scenarios
   */
  public record Checks(int rules, int cases, int failed, int warnings) {}

  static Publication read(int number, Entry entry) {
    Listing listing = entry.listing();
    About about = listing.about();
    return new Publication(
        number,
        listing.id(),
        listing.at(),
        listing.author().actor(),
        String.valueOf(about.decision()),
        String.valueOf(about.ruleset()),
        Statement.read(entry),
        Optional.ofNullable(about.subject()));
  }

  /** An entry that publishes rules and archives them. */
  public static Draft draft(
      RuleFiles files, UUID id, Instant at, Author author, Statement statement) {
    return draft(About.ruleset(files.decision(), files.hash()), files, id, at, author, statement);
  }

  /** An entry that publishes again what an earlier version held. */
  public static Draft draft(
      Publication earlier,
      RuleFiles files,
      UUID id,
      Instant at,
      Author author,
      Statement statement) {
    return draft(
        About.ruleset(files.decision(), files.hash()).withSubject(earlier.entry),
        files,
        id,
        at,
        author,
        statement);
  }

  private static Draft draft(
      About about, RuleFiles files, UUID id, Instant at, Author author, Statement statement) {
    return Draft.of(Kind.PUBLISH, id, at, author, about, statement.content(), statement.words())
        .archiving(files);
  }

  /** An entry that only archives rules, so that they are not lost. */
  public static Draft archive(RuleFiles files, UUID id, Instant at, Author author) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    About about = About.ruleset(files.decision(), files.hash());
    return Draft.of(Kind.ARCHIVE, id, at, author, about, nothing, nothing).archiving(files);
  }

  /** {@code v3}. */
  public String name() {
    return "v" + number;
  }
}
