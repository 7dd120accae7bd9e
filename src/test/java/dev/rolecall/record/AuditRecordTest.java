package dev.rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.decision.Envelope;
import dev.rolecall.ruleset.Sha256;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is appended is there, as it was, in one chain. */
@ParameterizedClass
@EnumSource(Database.class)
class AuditRecordTest {

  @Parameter private Database database;
  @TempDir private Path folder;
  private Store store;
  private AuditRecord record;

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    record = AuditRecord.open(store);
  }

  @AfterEach
  void close() {
    record.close();
  }

  @Test
  void anEmptyRecordHoldsAndEndsNowhere() {
    assertThat(record.head()).isEqualTo(Head.NONE);
    assertThat(record.verify(null)).isEqualTo(new Verification.Holds(Head.NONE));
  }

  @Test
  void aDecisionIsReadBackToTheByte() {
    List<Envelope> given =
        Rules.examples().map(e -> Rules.envelope(e.hashCode() & 0xffff, e)).toList();
    record.append(
        given.stream()
            .map(e -> Rules.DRAFTS.draft(e, Rules.ADA, new BatchRow(Rules.id(99), 1, 1, 2)))
            .toList());
    RecordedDecisions decisions =
        new RecordedDecisions(
            Rules.good(record.ruleset(Rules.HIRING.hash()).orElseThrow().rulebook()));
    for (Envelope envelope : given) {
      Entry entry = record.byId(envelope.id()).orElseThrow();
      Envelope read =
          new Envelope(
              entry.listing().id(),
              entry.listing().at(),
              entry.engine(),
              decisions.decision(entry));
      assertThat(DecisionJson.write(read)).isEqualTo(DecisionJson.write(envelope));
      assertThat(decisions.situation(entry)).isEqualTo(envelope.decision().situation());
    }
  }

  @Test
  void eachHashIsThatOfTheBodyAndStandsInTheNext() {
    record.append(List.of(Rules.drafts(1, 3)));
    record.append(List.of(Rules.drafts(4, 5)));
    String previous = "0".repeat(64);
    for (Entry entry : entries(Filter.all().oldestFirst())) {
      assertThat(entry.hash()).isEqualTo(Sha256.of(entry.body()));
      assertThat(entry.body())
          .startsWith(
              "{\"sequence\":" + entry.listing().sequence() + ",\"previous\":\"" + previous + "\"");
      previous = entry.hash();
    }
    assertThat(record.head()).isEqualTo(new Head(5, previous));
    assertThat(record.verify(record.head())).isEqualTo(new Verification.Holds(record.head()));
  }

  @Test
  void freeTextStandsBesideTheBodyOnly() {
    Envelope envelope =
        Rules.envelope(
            1,
            "id: REQ-1, posting: { title: Project Manager Zebra, location: Zebra }, scope: {"
                + " teams: 5 }, inferred: { scope.teams: zebra teams }");
    record.append(List.of(Rules.DRAFTS.draft(envelope, Rules.ADA, null)));
    Entry entry = record.byId(Rules.id(1)).orElseThrow();
    assertThat(entry.body().toLowerCase()).doesNotContain("zebra");
    assertThat(entry.words()).contains("Project Manager Zebra", "zebra teams");
    assertThat(entry.json().path("seal").asText())
        .isEqualTo(Sha256.of(entry.salt() + entry.words()));
  }

  @Test
  void entriesAreFoundByWhatTheySay() {
    record.append(List.of(Rules.drafts(1, 9)));
    ObjectNode review = JsonNodeFactory.instance.objectNode().put("verdict", "override");
    ObjectNode words = JsonNodeFactory.instance.objectNode().put("reason", "a vendor leads it");
    Listing seventh = record.byId(Rules.id(7)).orElseThrow().listing();
    About about = About.entry(seventh).withOutcome("PM");
    record.append(
        List.of(
            Draft.of(
                Kind.REVIEW,
                Rules.id(10),
                Rules.NOON.plusSeconds(10),
                Rules.ADA,
                about,
                review,
                words)));

    assertThat(numbers(Filter.all().most(2))).containsExactly(10L, 9L);
    assertThat(numbers(Filter.all().oldestFirst().after(2).most(2))).containsExactly(3L, 4L);
    assertThat(numbers(Filter.all().before(3))).containsExactly(2L, 1L);
    assertThat(numbers(Filter.all().requisition("REQ-7"))).containsExactly(10L, 7L);
    assertThat(numbers(Filter.all().subject(seventh.id()))).containsExactly(10L);
    assertThat(numbers(Filter.all().kind(Kind.REVIEW).outcome("PM"))).containsExactly(10L);
    assertThat(numbers(Filter.all().warning("TITLE_MISMATCH"))).hasSize(9);
    assertThat(numbers(Filter.all().warning("TITLE"))).isEmpty();
    assertThat(numbers(Filter.all().since(Rules.NOON.plusSeconds(9)))).containsExactly(10L, 9L);
    assertThat(numbers(Filter.all().until(Rules.NOON.plusSeconds(2)))).containsExactly(1L);
    assertThat(numbers(Filter.all().ruleset(Rules.HIRING.hash().substring(0, 12)))).hasSize(10);
    assertThat(record.latestOf("REQ-7").orElseThrow().listing()).isEqualTo(seventh);
    assertThat(record.latestOf("REQ-70")).isEmpty();
    assertThat(record.byId(Rules.id(10)).orElseThrow().content()).isEqualTo(review);
    assertThat(record.byId(Rules.id(10)).orElseThrow().text()).isEqualTo(words);
  }

  @Test
  void whatPeopleSaidLaterStandsBesideADecision() {
    record.append(List.of(Rules.drafts(1, 2)));
    Listing first = record.byId(Rules.id(1)).orElseThrow().listing();
    Review accepted = new Review(true, "TPM", "Ada", "");
    Review overridden = new Review(false, "PM", "Ada", "a vendor leads it");
    Hired hired = new Hired("PGM", "Ada", "");
    record.append(
        List.of(
            overridden.draft(first, Rules.id(3), Rules.NOON, Rules.ADA),
            accepted.draft(first, Rules.id(4), Rules.NOON, Rules.ADA),
            overridden.draft(first, Rules.id(5), Rules.NOON, Rules.ADA),
            hired.draft("hiring", "REQ-2", Rules.id(6), Rules.NOON, Rules.ADA)));
    try (Stream<Listed> listed = record.listed(Filter.all().kind(Kind.DECISION).oldestFirst())) {
      List<Listed> both = listed.toList();
      assertThat(both).extracting(Listed::reviewed).containsExactly("PM", null);
      assertThat(both).extracting(Listed::hired).containsExactly(null, "PGM");
      assertThat(both).allMatch(Listed::holds).extracting(Listed::overridden).contains(true, false);
    }
    assertThat(numbers(Filter.all().reviewed())).containsExactly(1L);
    Database.tamper(store, "update register set outcome = 'PGM' where sequence = 2");
    try (Stream<Listed> listed = record.listed(Filter.all().sequence(2))) {
      assertThat(listed).noneMatch(Listed::holds);
    }
  }

  @Test
  void decisionsAreCountedByWhatTheyHaveInCommon() {
    record.append(List.of(Rules.drafts(1, 9)));
    try (Stream<Count> counts = record.counts(Filter.all())) {
      List<Count> all = counts.toList();
      assertThat(all.stream().mapToLong(Count::number).sum()).isEqualTo(9);
      assertThat(all).allMatch(c -> c.day().equals(LocalDate.parse("2026-03-02")));
      assertThat(all).allMatch(c -> c.warnings().equals(List.of("TITLE_MISMATCH")));
    }
    try (Stream<Count> counts = record.counts(Filter.all().requisition("REQ-7"))) {
      assertThat(counts).singleElement().extracting(Count::number).isEqualTo(1L);
    }
    assertThat(record.count(Filter.all().since(Rules.NOON.plusSeconds(8)))).isEqualTo(2);
    assertThat(record.outcomes()).containsExactly("TPM");
    assertThat(record.warnings()).containsExactly("TITLE_MISMATCH");
    assertThat(record.requisitions()).hasSize(9).isSorted();
  }

  @Test
  void anEntryIsFoundByHowItsIdBegins() {
    record.append(List.of(Rules.drafts(1, 17)));
    String id = Rules.id(17).toString();
    assertThat(numbers(Filter.all().idBegins(id))).containsExactly(17L);
    assertThat(numbers(Filter.all().idBegins(id.substring(0, id.length() - 1))))
        .containsExactly(17L, 16L);
    assertThat(numbers(Filter.all().idBegins(id.substring(0, 8)))).hasSize(17);
    assertThat(numbers(Filter.all().idBegins("ffffffff"))).isEmpty();
  }

  @Test
  void aFilterStaysWhatItWas() {
    Filter decisions = Filter.all().kind(Kind.DECISION);
    decisions.most(1);
    decisions.requisition("REQ-1");
    assertThat(decisions).isEqualTo(Filter.all().kind(Kind.DECISION));
  }

  @Test
  void oneEntryIsCheckedWithItsLinksToBothSides() {
    record.append(List.of(Rules.drafts(1, 4)));
    assertThat(record.verifyEntry(1)).isInstanceOf(Verification.Holds.class);
    assertThat(record.verifyEntry(4)).isInstanceOf(Verification.Holds.class);
    Database.tamper(store, "update entry set body = replace(body, 'REQ-3', 'REQ-9')");
    assertThat(record.verifyEntry(1)).isInstanceOf(Verification.Holds.class);
    assertThat(record.verifyEntry(3)).isInstanceOf(Verification.Broken.class);
  }

  @Test
  void theRulesAreKeptOnceAsTheyWere() {
    record.append(List.of(Rules.drafts(1, 2)));
    record.append(List.of(Rules.draft(3)));
    assertThat(record.ruleset(Rules.HIRING.hash()).orElseThrow().files())
        .containsExactlyEntriesOf(Rules.HIRING.files().files());
    assertThat(record.ruleset("0".repeat(64))).isEmpty();
  }

  @Test
  void aGroupIsAppendedWholeOrNotAtAll() {
    record.append(List.of(Rules.draft(1)));
    assertThatThrownBy(() -> record.append(List.of(Rules.draft(2), Rules.draft(1))))
        .isInstanceOf(RecordTrouble.class);
    assertThat(record.head().sequence()).isEqualTo(1);
    record.append(List.of(Rules.draft(3)));
    assertThat(record.verify(null)).isEqualTo(new Verification.Holds(record.head()));
  }

  @Test
  void whoeverReadsKeepsNobodyFromReadingOrAppending() {
    record.append(List.of(Rules.drafts(1, 3)));
    try (Stream<Entry> reading = record.entries(Filter.all().oldestFirst())) {
      Iterator<Entry> entries = reading.iterator();
      entries.next();
      record.append(List.of(Rules.draft(4)));
      assertThat(numbers(Filter.all())).containsExactly(4L, 3L, 2L, 1L);
      assertThat(entries).toIterable().hasSize(2);
    }
  }

  @Test
  void removedWordsAreGoneAndTheChainHolds() {
    record.append(List.of(Rules.drafts(1, 4)));
    record.append(List.of(removal(Kind.REDACTION, 5, new Range(2, 2))));
    record.append(List.of(removal(Kind.RETENTION, 6, new Range(1, 3))));

    assertThat(record.verify(null)).isEqualTo(new Verification.Holds(record.head()));
    assertThat(numbers(Filter.all())).containsExactly(6L, 5L, 4L);
    assertThat(record.byId(Rules.id(2))).isEmpty();
  }

  @Test
  void aRedactedDecisionStillSaysWhatWasAnswered() {
    record.append(List.of(Rules.draft(4)));
    record.append(List.of(removal(Kind.REDACTION, 5, new Range(1, 1))));
    Entry entry = record.byId(Rules.id(4)).orElseThrow();
    assertThat(entry.redacted()).isTrue();
    RecordedDecisions decisions = new RecordedDecisions(Rules.HIRING.rulebook());
    assertThat(decisions.decision(entry).outcome().answer()).isEqualTo("TPM");
    assertThat(decisions.decision(entry).findings()).isNotEmpty();
  }

  @Test
  void whatMayNotBeRecordedCannotBe() {
    assertThatThrownBy(() -> DecisionDrafts.of(Rules.open("growth")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Draft removal(Kind kind, int number, Range range) {
    return Draft.removal(
        kind,
        Rules.id(number),
        Rules.NOON.plusSeconds(number),
        Rules.ADA,
        List.of(range),
        JsonNodeFactory.instance.objectNode().put("reason", "asked for"));
  }

  private List<Entry> entries(Filter filter) {
    try (Stream<Entry> entries = record.entries(filter)) {
      return entries.toList();
    }
  }

  private List<Long> numbers(Filter filter) {
    try (Stream<Listing> listings = record.listings(filter)) {
      return listings.map(Listing::sequence).toList();
    }
  }
}
