package dev.rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is removed is gone, the rest stays, and the chain holds and says so. */
@ParameterizedClass
@EnumSource(Database.class)
class RemovalTest {

  private static final Instant LATER = Rules.NOON.plusSeconds(1_000_000);

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
  void wordsOfARequisitionGoWithThoseOfItsReviews() {
    record.append(List.of(Rules.drafts(1, 3)));
    record.append(List.of(review(4, 2), Rules.draft(5)));
    Removal removal = Removal.ofWords(record, List.of(Filter.all().requisition("REQ-2")));
    assertThat(removal.entries()).containsExactly(new Range(2, 2), new Range(4, 4));
    assertThat(removal.counts()).isEqualTo(Map.of(Kind.DECISION, 1L, Kind.REVIEW, 1L));

    append(removal, 6);
    assertThat(record.verify(null)).isEqualTo(new Verification.Holds(record.head()));
    assertThat(entries().stream().filter(Entry::redacted).map(e -> e.listing().sequence()))
        .containsExactly(2L, 4L);
    Entry last = entries().get(5);
    assertThat(last.content()).hasToString("{\"entries\":[[2,2],[4,4]]}");
    assertThat(last.text()).hasToString("{\"reason\":\"asked for\",\"by\":\"Ada\"}");
    assertThat(Removal.ofWords(record, List.of(Filter.all())).entries())
        .containsExactly(new Range(1, 1), new Range(3, 3), new Range(5, 5));
  }

  @Test
  void oldEntriesGoAndVersionsOfTheRulesStay() {
    record.append(List.of(Rules.drafts(1, 2)));
    record.append(List.of(publication(3), Rules.draft(4), Rules.draft(5)));
    append(Removal.ofWords(record, List.of(Filter.all().id(Rules.id(1)))), 6);
    Head before = record.head();
    Removal removal = Removal.ofEntries(record, Rules.NOON.plusSeconds(5));
    assertThat(removal.entries()).containsExactly(new Range(1, 2), new Range(4, 4));
    assertThat(removal.count()).isEqualTo(3);

    append(removal, 7);
    assertThat(record.verify(before)).isEqualTo(new Verification.Holds(record.head()));
    assertThat(entries().stream().map(e -> e.listing().sequence())).containsExactly(3L, 5L, 6L, 7L);
    assertThat(record.ruleset(Rules.HIRING.hash())).isPresent();
    assertThat(Removal.ofEntries(record, LATER).entries()).containsExactly(new Range(5, 5));
  }

  @Test
  void anEarlierEntryCannotExcuseWhatWasRemovedLater() {
    record.append(List.of(Rules.drafts(1, 2)));
    append(Removal.ofWords(record, List.of(Filter.all().id(Rules.id(1)))), 3);
    record.append(List.of(Rules.draft(4)));
    Database.tamper(store, "update entry set words = null, salt = null where sequence = 4");
    assertThat(record.verify(null))
        .isEqualTo(
            new Verification.Broken(
                4, "the words of entry 4 are gone, and no later entry says so"));
  }

  @Test
  void theBytesAreGoneFromTheDisk() {
    int entries = 600;
    record.append(IntStream.rangeClosed(1, entries).mapToObj(RemovalTest::marked).toList());
    record.append(List.of(marked(entries + 1)));
    assertThat(found(1, entries + 1, "Zebra%05d")).hasSize(entries + 1);
    List<Filter> few =
        IntStream.rangeClosed(10, 40).mapToObj(n -> Filter.all().id(Rules.id(n))).toList();
    append(Removal.ofWords(record, few), entries + 2);
    rewrite();
    assertThat(found(1, entries + 1, "Zebra%05d"))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, entries + 1).filter(n -> n < 10 || n > 40).boxed().toList());

    append(Removal.ofEntries(record, Rules.NOON.plusSeconds(entries + 1)), entries + 3);
    rewrite();
    assertThat(found(1, entries + 1, "Zebra%05d")).containsExactly(entries + 1);
    assertThat(found(1, entries + 1, "REQ-M%05d")).containsExactly(entries + 1);
    assertThat(record.verify(null)).isEqualTo(new Verification.Holds(record.head()));
  }

  /** {@link Store#traces} says that PostgreSQL needs this, and SQLite does not. */
  private void rewrite() {
    if (database == Database.POSTGRES) {
      assertThat(store.traces()).contains("`vacuum full entry, register`");
      Database.tamper(store, "vacuum full entry, register");
    }
  }

  private List<Integer> found(int first, int last, String pattern) {
    String all = database.bytes(store, folder);
    return IntStream.rangeClosed(first, last)
        .filter(n -> all.contains(pattern.formatted(n)))
        .boxed()
        .toList();
  }

  private static Draft marked(int number) {
    String situation =
        "id: REQ-M%05d, posting: { title: Project Manager, department: Zebra%05d }, scope: { teams: 5 }";
    return Rules.DRAFTS.draft(
        Rules.envelope(number, situation.formatted(number, number)), Rules.ADA, null);
  }

  private void append(Removal removal, int number) {
    removal.append(
        record, Rules.id(number), Rules.NOON.plusSeconds(number), Rules.ADA, "asked for", "Ada");
  }

  private Draft review(int number, int of) {
    About about = About.entry(record.byId(Rules.id(of)).orElseThrow().listing());
    return draft(
        Kind.REVIEW, number, about, JsonNodeFactory.instance.objectNode().put("reason", "Zoe"));
  }

  private static Draft publication(int number) {
    About about = About.ruleset("hiring", Rules.HIRING.hash());
    return draft(
        Kind.PUBLISH, number, about, JsonNodeFactory.instance.objectNode().put("note", "v1"));
  }

  private static Draft draft(Kind kind, int number, About about, ObjectNode words) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    Instant at = Rules.NOON.plusSeconds(number);
    return Draft.of(kind, Rules.id(number), at, Rules.ADA, about, content, words);
  }

  private List<Entry> entries() {
    try (Stream<Entry> entries = record.entries(Filter.all().oldestFirst())) {
      return entries.toList();
    }
  }
}
