package dev.rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolecall.audit.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/record.md says to check a record and an export with, where the tools are there. */
class RecordByHandTest {

  private static final String RULES = Rules.HIRING.hash();

  @TempDir private Path folder;
  private Store store;
  private Head head;

  /** Of seven entries the first was removed whole, and the fourth has no words any more. */
  @BeforeEach
  void recordSeven() {
    store = Store.in(folder);
    try (AuditRecord record = AuditRecord.open(store)) {
      record.append(List.of(Rules.drafts(1, 5)));
      remove(Removal.ofWords(record, List.of(Filter.all().id(Rules.id(4)))), 6, record);
      remove(Removal.ofEntries(record, Rules.NOON.plusSeconds(2)), 7, record);
      head = record.head();
    }
  }

  private static void remove(Removal removal, int number, AuditRecord record) {
    removal.append(
        record, Rules.id(number), Rules.NOON.plusSeconds(number), Rules.ADA, "asked for", "Ada");
  }

  @Test
  void whatHoldsIsCalledSo() throws Exception {
    assertThat(byHand(0)).containsExactly("holds: 7 entries, head " + head);
    assertThat(byHand(0, head.toString())).hasSize(1);
    assertThat(export(0)).containsExactly("holds: all entries up to 7, head " + head);
    assertThat(export(0, head.toString())).hasSize(1);
  }

  /**
   * What somebody did to the record.
   *
   * @param byHand what the script says of the record
   * @param export what the other says of an export of it
   */
  private record Altered(String what, List<String> byHand, List<String> export, String... sql) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Stream<Altered> altered() {
    return Stream.of(
        new Altered(
            "one bit",
            List.of("entry 2: its body was changed"),
            List.of("entry 2 was changed"),
            "update entry set body = replace(body, 'REQ-2', 'REQ-3') where sequence = 2"),
        new Altered(
            "an entry removed",
            List.of("entry 3 is missing: the next one that is there is 4"),
            List.of("entry 3 is missing, and none says so"),
            "delete from entry where sequence = 3",
            "delete from register where sequence = 3"),
        new Altered(
            "two swapped",
            List.of("entry 2: it does not follow the one before"),
            List.of("entry 2 has another number in its body"),
            swap("entry"),
            swap("register")),
        new Altered(
            "an entry put in",
            List.of("entry 8: it does not follow the one before"),
            List.of("entry 8 has another number in its body"),
            "insert into entry select 8, hash, body, salt, words from entry where sequence = 5",
            "insert into register select 8, 'x' || id, batch, kind, at, actor, channel, decision,"
                + " requisition, outcome, warnings, ruleset, subject from register where sequence = 5",
            "update register set id = '00000000-0000-4000-8000-000000000000' where sequence = 8",
            "update head set sequence = 8, hash = (select hash from entry where sequence = 8)"),
        new Altered(
            "the tail cut",
            List.of("the last entry is not the head"),
            List.of("the last entry is 6, and the head is 7:"),
            "delete from entry where sequence > 6",
            "delete from register where sequence > 6"),
        new Altered(
            "words changed",
            List.of("entry 3: its words were changed"),
            List.of("entry 3 has words that were changed"),
            "update entry set words = replace(words, 'Ops', 'IT') where sequence = 3"),
        new Altered(
            "words removed in silence",
            List.of("entry 3: its words are gone, and no later one says so"),
            List.of("entry 3 has no words, and none says so"),
            "update entry set words = null, salt = null where sequence = 3"),
        new Altered(
            "a body removed in silence",
            List.of("entry 2: it is gone, and no later one says so"),
            List.of("entry 2 is missing, and none says so"),
            "update entry set body = null, words = null, salt = null where sequence = 2",
            "delete from register where sequence = 2"),
        new Altered(
            "rules altered",
            List.of("the rules " + RULES + " were altered, or are not there"),
            List.of("the ruleset " + RULES + " are not what was archived"),
            "update ruleset_file set name = 'scopes.drl' where name = 'scope.drl'"),
        new Altered(
            "rules removed",
            List.of("the rules " + RULES + " were altered, or are not there"),
            List.of("entry 2 rests on " + RULES + ", which is not there"),
            "delete from ruleset_file",
            "delete from ruleset"));
  }

  private static String swap(String table) {
    return "update "
        + table
        + " set sequence = case sequence when 2 then -3 else -2 end where sequence in (2, 3)";
  }

  @ParameterizedTest
  @MethodSource
  void altered(Altered altered) throws Exception {
    Database.tamper(store, altered.sql);
    Database.tamper(
        store,
        "update entry set sequence = -sequence where sequence < 0",
        "update register set sequence = -sequence where sequence < 0");
    assertThat(byHand(1)).containsAll(altered.byHand).noneMatch(line -> line.startsWith("holds"));
    assertThat(export(1))
        .noneMatch(line -> line.startsWith("holds"))
        .anyMatch(line -> line.startsWith(altered.export.get(0)));
  }

  @Test
  void aTailThatWasCutWithItsHeadIsFoundByAKeptHeadOnly() throws Exception {
    Database.tamper(
        store,
        "delete from entry where sequence > 6",
        "delete from register where sequence > 6",
        "update entry set body = null, words = null, salt = null where sequence = 1",
        "update head set sequence = 6, hash = (select hash from entry where sequence = 6)");
    String cut = "no entry is " + head + ": it was changed or cut off";
    assertThat(byHand(1, head.toString())).contains(cut);
    assertThat(export(1, head.toString())).contains(cut);
  }

  @Test
  void aRedactionThatRemovedNothingIsFound() throws Exception {
    Database.tamper(store, "update entry set words = '{}', salt = '00' where sequence = 4");
    assertThat(byHand(1))
        .contains("entry 4: its words are there, though a later one says they were removed");
  }

  private List<String> byHand(int code, String... kept) throws Exception {
    assumeTrue(isThere("sh") && isThere("sqlite3") && isThere("sha256sum"));
    return said(code, List.of("sh", script("sh"), "record.db"), kept);
  }

  private List<String> export(int code, String... kept) throws Exception {
    assumeTrue(isThere("python3"));
    List<String> lines = new ArrayList<>();
    try (AuditRecord record = AuditRecord.openExisting(store)) {
      Export.write(record, Filter.all(), Rules.NOON, lines::add);
    }
    Files.write(folder.resolve("record.jsonl"), lines);
    return said(code, List.of("python3", script("python"), "record.jsonl"), kept);
  }

  /** The one of this language in the document. */
  private String script(String language) throws IOException {
    Matcher script =
        Pattern.compile("(?s)```" + language + "\n(.*?)```")
            .matcher(Files.readString(Path.of("docs", "record.md")));
    assertThat(script.find()).isTrue();
    Files.writeString(folder.resolve(language), script.group(1));
    return language;
  }

  private List<String> said(int code, List<String> command, String... kept) throws Exception {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of(kept));
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    List<String> said = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", said)).isEqualTo(code);
    return said;
  }

  private static boolean isThere(String tool) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(tool, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
