package dev.rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.rolecall.ruleset.FileSet;
import dev.rolecall.ruleset.Sha256;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever somebody does to a record behind its back is found, and the first of it is named. */
@ParameterizedClass
@EnumSource(Database.class)
class TamperingTest {

  private static final String REHASHED =
      "update entry set hash = '%s', body = '%s' where sequence = %d";

  @Parameter private Database database;
  @TempDir private Path folder;
  private Store store;
  private AuditRecord record;
  private Head head;

  @BeforeEach
  void recordFive() {
    store = database.fresh(folder);
    record = AuditRecord.open(store);
    head = record.append(List.of(Rules.drafts(1, 5)));
  }

  @AfterEach
  void close() {
    record.close();
  }

  @Test
  void aChangedBody() {
    tamper("update entry set body = replace(body, 'TPM', 'PM') where sequence = 3");
    assertBroken(3, "the body of entry 3 was changed: it does not give its hash");
  }

  @Test
  void oneBit() {
    char[] body = body(3).toCharArray();
    body[body.length / 2] ^= 1;
    change("update entry set body = ? where sequence = 3", new String(body));
    assertBroken(3, "the body of entry 3 was changed: it does not give its hash");
  }

  @Test
  void aBodyChangedTogetherWithItsHash() {
    String body = body(3).replace("\"outcome\":\"TPM\"", "\"outcome\":\"PM\"");
    tamper(
        REHASHED.formatted(Sha256.of(body), body, 3),
        "update register set outcome = 'PM' where sequence = 3");
    assertBroken(
        4,
        "the chain breaks between entries 3 and 4: one of them was changed, put in or exchanged"
            + " together with its hash");
  }

  @Test
  void aRemovedEntry() {
    tamper("delete from entry where sequence = 2", "delete from register where sequence = 2");
    assertBroken(2, "entry 2 is missing: the next one that is there is 3");
  }

  @Test
  void aRemovedEntryWithTheOthersMovedUp() {
    tamper(
        "delete from entry where sequence = 2",
        "delete from register where sequence = 2",
        "update entry set sequence = 2 where sequence = 3",
        "update register set sequence = 2 where sequence = 3");
    assertBroken(2, "in the place of entry 2 stands entry 3: entries were swapped or moved");
  }

  @Test
  void twoSwappedEntries() {
    for (String table : List.of("entry", "register")) {
      tamper(
          "update " + table + " set sequence = 99 where sequence = 2",
          "update " + table + " set sequence = 2 where sequence = 3",
          "update " + table + " set sequence = 3 where sequence = 99");
    }
    assertBroken(2, "in the place of entry 2 stands entry 3: entries were swapped or moved");
  }

  @Test
  void anEntryPutInBetween() {
    String copied = "select 3, %s from %s where sequence = 2";
    for (String table : List.of("entry", "register")) {
      tamper(
          "update " + table + " set sequence = sequence + 100 where sequence > 2",
          "update " + table + " set sequence = sequence - 99 where sequence > 2");
    }
    tamper(
        "insert into entry (sequence, hash, body, salt, words) "
            + copied.formatted("hash, body, salt, words", "entry"));
    assertBroken(3, "in the place of entry 3 stands entry 2: entries were swapped or moved");
  }

  @Test
  void anEntryPutInAtTheEnd() {
    String body = body(5).replace("\"sequence\":5", "\"sequence\":6");
    tamper(
        "insert into entry (sequence, hash, body) values (6, '"
            + Sha256.of(body)
            + "', '"
            + body
            + "')");
    assertBroken(6, "the chain breaks between entries 5 and 6: one of them was changed, put in or");
  }

  @Test
  void aTailThatWasCut() {
    tamper(
        "delete from entry where sequence > 3",
        "delete from register where sequence > 3",
        "update head set sequence = 3, hash = (select hash from entry where sequence = 3)");
    assertThat(record.verify(null)).isInstanceOf(Verification.Holds.class);
    assertBroken(
        4,
        "entry 5 of the given head is not there: the record ends with entry 3, so what stood behind"
            + " it was cut off");
  }

  @Test
  void anotherRecordInItsPlace() {
    Head other = new Head(4, "ab".repeat(32));
    assertThat(record.verify(other))
        .isEqualTo(
            new Verification.Broken(
                4, "entry 4 is not the one of the given head: its hash is " + hash(4)));
  }

  @Test
  void aHeadThatIsNotTheEnd() {
    tamper("delete from entry where sequence = 5", "delete from register where sequence = 5");
    assertThat(record.verify(null))
        .isEqualTo(
            new Verification.Broken(
                5, "the record says that it ends with entry 5, and its last entry is 4"));
  }

  @Test
  void aRegisterThatDiffers() {
    tamper("update register set outcome = 'PM' where sequence = 4");
    assertBroken(
        4, "the register differs from the body of entry 4: `outcome` is `PM` and should be `TPM`");
  }

  @Test
  void aRegisterThatLacksAnEntryOrHasOneMore() {
    tamper("update register set sequence = 17 where sequence = 5");
    assertBroken(5, "entry 5 is missing in the register");
    tamper(
        "update register set sequence = 5 where sequence = 17",
        "insert into register (sequence, id, kind, at, actor, channel) values (17, 'x', 'review', 1,"
            + " 'eve', 'cli')");
    assertBroken(17, "the register lists entry 17, which is not there");
  }

  @Test
  void changedWords() {
    tamper("update entry set words = replace(words, 'Ops', 'IT') where sequence = 2");
    assertBroken(2, "the words of entry 2 were changed: they do not give its seal");
  }

  @Test
  void wordsThatWereRemovedInSilence() {
    tamper("update entry set words = null, salt = null where sequence = 2");
    assertBroken(2, "the words of entry 2 are gone, and no later entry says so");
  }

  @Test
  void aBodyThatWasRemovedInSilence() {
    tamper(
        "update entry set body = null, words = null, salt = null where sequence = 2",
        "delete from register where sequence = 2");
    assertBroken(2, "the body of entry 2 is gone, and no later entry says so");
  }

  @Test
  void aTailThatWasCutBehindARemovalIsNamedBeforeWhatTheRemovalSaid() {
    head = record.append(List.of(removal(Kind.REDACTION, 6, 2), removal(Kind.RETENTION, 7, 1)));
    tamper("delete from entry where sequence > 5", "delete from register where sequence > 5");
    assertThat(record.verify(null))
        .isEqualTo(
            new Verification.Broken(
                6, "the record says that it ends with entry 7, and its last entry is 5"));
    tamper("update head set sequence = 5, hash = (select hash from entry where sequence = 5)");
    assertBroken(
        6, "entry 7 of the given head is not there: the record ends with entry 5, so what");
    assertThat(record.verify(null))
        .isEqualTo(
            new Verification.Broken(1, "the body of entry 1 is gone, and no later entry says so"));
  }

  @Test
  void aRemovalThatWasTamperedWithIsNamedBeforeWhatItSaid() {
    head = record.append(List.of(removal(Kind.REDACTION, 6, 2), Rules.draft(7)));
    tamper("update register set kind = 'review' where sequence = 6");
    assertBroken(6, "the register differs from the body of entry 6: `kind` is `review` and");
    tamper(
        "update register set kind = 'redaction' where sequence = 6",
        "update entry set body = replace(body, '[[2,2]]', '[[3,3]]') where sequence = 6");
    assertBroken(6, "the body of entry 6 was changed: it does not give its hash");
  }

  @Test
  void aRedactionThatRemovedNothing() {
    record.append(List.of(removal(Kind.REDACTION, 6, 2)));
    String body = "{\"forged\":1}";
    String words = "{}";
    tamper("update entry set words = '" + words + "', salt = 'aa' where sequence = 2");
    assertBroken(2, "the words of entry 2 are there, though a later one says they were removed");
    tamper(REHASHED.formatted(Sha256.of(body), body, 6));
    assertBroken(2, "the words of entry 2 were changed: they do not give its seal");
  }

  @Test
  void aForgedRedactionWithEverythingBehindItReckonedAnewIsFoundByAnEarlierHeadOnly() {
    String body =
        body(5)
            .replace("\"kind\":\"decision\"", "\"kind\":\"redaction\"")
            .replaceFirst("\"content\":.*", "\"content\":{\"entries\":[[2,2]]}}");
    tamper("update entry set words = null, salt = null where sequence = 2");
    tamper(
        REHASHED.formatted(Sha256.of(body), body, 5),
        "update register set kind = 'redaction' where sequence = 5",
        "update head set hash = '" + Sha256.of(body) + "'");
    assertThat(record.verify(null)).isInstanceOf(Verification.Holds.class);
    assertBroken(5, "entry 5 is not the one of the given head: its hash is " + Sha256.of(body));
  }

  @Test
  void oneBitOfArchivedRules() {
    byte[] scope = Rules.HIRING.files().files().get("scope.drl").clone();
    scope[scope.length / 2] ^= 1;
    change("update ruleset_file set content = ? where name = 'scope.drl'", scope);
    assertBroken(1, "the rules " + Rules.HIRING.hash() + ", on which entry 1 rests, were altered");
  }

  @Test
  void rulesThatWereAltered() {
    tamper("update ruleset_file set name = 'scopes.drl' where name = 'scope.drl'");
    assertBroken(1, "the rules " + Rules.HIRING.hash() + ", on which entry 1 rests, were altered");
    tamper("delete from ruleset_file");
    assertBroken(1, "the rules " + Rules.HIRING.hash() + ", on which entry 1 rests, are not there");
  }

  @Test
  void scenariosThatWereAltered() {
    SortedMap<String, byte[]> files = new TreeMap<>(Map.of("one.yaml", new byte[] {1, 2}));
    FileSet scenarios = new FileSet(files);
    RulesAndScenarios kept = new RulesAndScenarios(Rules.HIRING.files(), Optional.of(scenarios));
    record.append(List.of(Publication.archive(kept, Rules.id(6), Rules.NOON, Rules.ADA)));
    assertThat(record.verify(head)).isInstanceOf(Verification.Holds.class);
    String resting = "the scenarios " + scenarios.hash() + ", on which entry 6 rests, were ";
    tamper("update ruleset_file set name = 'two.yaml' where name = 'one.yaml'");
    assertBroken(6, resting + "altered");
    assertThat(record.verifyEntry(6)).isInstanceOf(Verification.Broken.class);
    tamper("delete from ruleset_file where name = 'two.yaml'");
    assertBroken(6, resting.replace("were ", "are not there"));
  }

  private static Draft removal(Kind kind, int number, int of) {
    return Draft.removal(
        kind,
        Rules.id(number),
        Rules.NOON,
        Rules.ADA,
        List.of(new Range(of, of)),
        JsonNodeFactory.instance.objectNode());
  }

  private void tamper(String... statements) {
    Database.tamper(store, statements);
  }

  private void change(String sql, Object value) {
    try (Connection connection = store.source().getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, value);
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private String body(int number) {
    return record.byId(Rules.id(number)).orElseThrow().body();
  }

  private String hash(int number) {
    return record.byId(Rules.id(number)).orElseThrow().hash();
  }

  private void assertBroken(long sequence, String words) {
    assertThat(record.verify(head))
        .isInstanceOfSatisfying(
            Verification.Broken.class,
            broken -> {
              assertThat(broken.words()).startsWith(words);
              assertThat(broken.sequence()).isEqualTo(sequence);
            });
  }
}
