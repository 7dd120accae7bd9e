package dev.rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/record.md says to check a record with, where its tools are there. */
class RecordByHandTest {

  private static final Pattern SCRIPT = Pattern.compile("(?s)```sh\n(.*?)```");

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void recordFive() throws Exception {
    assumeTrue(isThere("sh") && isThere("sqlite3") && isThere("sha256sum"));
    Matcher script = SCRIPT.matcher(Files.readString(Path.of("docs", "record.md")));
    assertThat(script.find()).isTrue();
    Files.writeString(folder.resolve("by-hand"), script.group(1));
    store = Store.in(folder);
    try (AuditRecord record = AuditRecord.open(store)) {
      record.append(List.of(Rules.drafts(1, 5)));
      remove(Removal.ofWords(record, List.of(Filter.all().id(Rules.id(4)))), 6, record);
      remove(Removal.ofEntries(record, Rules.NOON.plusSeconds(2)), 7, record);
    }
  }

  @Test
  void nothingIsSaidOfWhatHoldsAndWhatWasRemovedIsNamed() throws Exception {
    assertThat(byHand())
        .containsExactly(
            "entry 1 was removed: a later retention has to name it",
            "entry 4 has no words any more: a later redaction has to name it");
  }

  @Test
  void whatDoesNotHoldIsNamed() throws Exception {
    Database.tamper(
        store,
        "update entry set body = replace(body, 'TPM', 'PM') where sequence = 2",
        "update entry set words = replace(words, 'Ops', 'IT') where sequence = 3",
        "delete from entry where sequence = 6",
        "update ruleset_file set name = 'scopes.drl' where name = 'scope.drl'");
    assertThat(byHand())
        .contains(
            "entry 2: its body was changed",
            "entry 3: its words were changed",
            "entry 7: it does not follow the one before",
            "the rules " + Rules.HIRING.hash() + " were altered");
  }

  private static void remove(Removal removal, int number, AuditRecord record) {
    removal.append(
        record, Rules.id(number), Rules.NOON.plusSeconds(number), Rules.ADA, "asked for", "Ada");
  }

  private List<String> byHand() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "by-hand", "record.db")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    List<String> said = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
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
