package dev.rolecall.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of the rules of a decision that was put to use: which rules, from when on, by whom and
 * why. The rules themselves and the scenarios that they were checked with are in the archive, under
 * their hashes.
 *
 * @param number from 1, in the order of the record; each decision has its own
 * @param entry the entry that made it
 * @param by the account that published it
 * @param scenarios the hash of its scenarios; empty where there were none
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
    Optional<String> scenarios,
    Statement statement,
    Optional<UUID> rollbackOf) {

  private static final String SCENARIOS = "scenarios";

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
    private ObjectNode content(RulesAndScenarios rules) {
      ObjectNode content = Publication.content(rules);
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
        scenarios(entry),
        Statement.read(entry),
        Optional.ofNullable(about.subject()));
  }

  /** An entry that publishes rules, and archives them with their scenarios. */
  public static Draft draft(
      RulesAndScenarios rules, UUID id, Instant at, Author author, Statement statement) {
    return draft(about(rules), rules, id, at, author, statement);
  }

  /** An entry that publishes again what this version held. */
  public Draft again(
      RulesAndScenarios rules, UUID id, Instant at, Author author, Statement statement) {
    return draft(about(rules).withSubject(entry), rules, id, at, author, statement);
  }

  private static Draft draft(
      About about,
      RulesAndScenarios rules,
      UUID id,
      Instant at,
      Author author,
      Statement statement) {
    return Draft.of(
            Kind.PUBLISH, id, at, author, about, statement.content(rules), statement.words())
        .archiving(rules);
  }

  /** An entry that only archives rules and scenarios, so that they are not lost. */
  public static Draft archive(RulesAndScenarios rules, UUID id, Instant at, Author author) {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    return Draft.of(Kind.ARCHIVE, id, at, author, about(rules), content(rules), words)
        .archiving(rules);
  }

  private static About about(RulesAndScenarios rules) {
    return About.ruleset(rules.files().decision(), rules.files().hash());
  }

  private static ObjectNode content(RulesAndScenarios rules) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    rules.hashOfScenarios().ifPresent(hash -> content.put(SCENARIOS, hash));
    return content;
  }

  /** The hash of the scenarios that an entry archived beside rules. */
  public static Optional<String> scenarios(Entry entry) {
    return Optional.ofNullable(entry.content().get(SCENARIOS)).map(JsonNode::asText);
  }

  /** Whether it came after another whose day is later, which then never comes. */
  boolean overtakes(Publication other) {
    return number > other.number && other.statement.effective.isAfter(statement.effective);
  }

  /** Whether it holds these rules and these scenarios, to the byte. */
  public boolean holds(RulesAndScenarios rules) {
    return ruleset.equals(rules.files().hash()) && scenarios.equals(rules.hashOfScenarios());
  }

  /** {@code v3}. */
  public String name() {
    return "v" + number;
  }
}
