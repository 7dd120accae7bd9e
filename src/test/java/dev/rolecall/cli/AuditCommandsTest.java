package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rolecall.ruleset.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor asks of the record: the shipped examples, decided once. */
class AuditCommandsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path home;
  @TempDir private static Path folder;

  @BeforeAll
  static void decide() {
    assertThat(audit("decide", "examples/open-requisitions.csv").code()).isZero();
    assertThat(audit("decide", "examples/requisition.yaml").code()).isZero();
  }

  private static Run audit(Object... arguments) {
    return Run.of(List.of("--home", home.toString(), "--actor", "ada"), arguments);
  }

  /** A command that only reads. */
  private static Run read(Object... arguments) {
    List<Object> line = new ArrayList<>(List.of("audit"));
    line.addAll(List.of(arguments));
    return Run.of(List.of("--home", home.toString()), line.toArray());
  }

  private static JsonNode json(Run run) throws IOException {
    return JSON.readTree(run.out());
  }

  @Test
  void theNewestEntriesAreListedFirstAndTheRestIsCounted() {
    Run list = read("list", "--limit", 2);
    assertThat(list.out().lines())
        .hasSize(4)
        .first()
        .isEqualTo("entry  when (UTC)        requisition  outcome  warnings        afterwards");
    assertThat(list.out()).contains("   43  20", "   42  20", "… and 41 more");
    assertThat(list.out()).doesNotContain("ada");
  }

  @Test
  void entriesAreFoundByWhatTheySay() throws IOException {
    for (JsonNode entry : json(read("list", "--warning", "TITLE_MISMATCH", "--json"))) {
      assertThat(entry.path("warnings").toString()).contains("TITLE_MISMATCH");
    }
    assertThat(json(read("list", "--requisition", "REQ-1041", "--json"))).hasSize(1);
    assertThat(json(read("list", "--since", "2001-01-01", "--json"))).hasSize(43);
    assertThat(json(read("list", "--until", "2001-01-01", "--json"))).isEmpty();
    assertThat(json(read("list", "--kind", "review", "--json"))).isEmpty();
    assertThat(json(read("list", "--decision", "growth", "--json"))).isEmpty();
  }

  @Test
  void aWordThatNoEntrySaysIsNotedWithTheNearest() {
    Run list = read("list", "--requisition", "REQ-1O15");
    assertThat(list.code()).isZero();
    assertThat(list.out())
        .startsWith("There is no such entry: none names the requisition `REQ-1O15`")
        .contains("maybe `REQ-1015`?")
        .hasLineCount(1);
    assertThat(list.err()).isEmpty();
  }

  @Test
  void aFilterThatMakesNoSenseIsRefused() {
    assertThat(read("list", "--kind", "decisions").err()).contains("maybe `decision`?");
    assertThat(read("list", "--since", "yesterday").err()).contains("a day is `2026-03-01`");
    assertThat(read("list", "--ruleset", "xyz").code()).isEqualTo(2);
    assertThat(read("list", "--limit", 0).code()).isEqualTo(2);
    assertThat(read("list", "--limit", "few").err())
        .startsWith("Invalid value for option '--limit': 'few' is not a whole number\nUsage: ")
        .endsWith("`rolecall audit list --help` says more.\n");
    assertThat(read("stats", "--since", "2026-03-02", "--until", "2026-03-01").err())
        .isEqualTo("`--since 2026-03-02` is not before `--until 2026-03-01`: nothing is between\n");
    assertThat(read("list", "--since", "+999999999-01-01T00:00:00Z").code()).isEqualTo(2);
  }

  @Test
  void whereNothingIsFoundTheRecordSaysWhatThereIs() {
    assertThat(read("list", "--since", "2999-01-01").out())
        .matches("There is no such entry; those of the record are from (.{10}) to \\1\n");
    assertThat(read("stats", "--ruleset", "ffffff").out())
        .contains("none is under the rules `ffffff`; there are `");
    assertThat(read("overrides", "--requisition", "REQ-1O15").out()).contains("maybe `REQ-1015`?");
    String batch = "019cad9d-8c00-7000-8000-000000000001";
    assertThat(read("list", "--batch", batch).out()).contains("none is of the batch `" + batch);
    Run export = read("export", "--requisition", "REQ-1O15", "--out", folder.resolve("none.jsonl"));
    assertThat(export.err()).contains("maybe `REQ-1015`?");
    assertThat(export.out()).startsWith("0 entries are in ");
  }

  @Test
  void aSpreadsheetTakesNoCellForAFormula() throws IOException {
    Path cases = folder.resolve("formula.yaml");
    Files.writeString(cases, "id: =1+1\nscope: { teams: 5 }\n");
    Path other = folder.resolve("formula-home");
    List<String> options = List.of("--home", other.toString());
    Run.of(options, "decide", cases);
    assertThat(Run.of(options, "audit", "list", "--csv").out()).contains(",'=1+1,");
  }

  @Test
  void thePageOfADecisionSaysWhatWasGivenAndByWhichRules() {
    Run page = read("show", "REQ-1041");
    assertThat(page.code()).isZero();
    assertThat(page.out())
        .contains(
            "Entry 41 of the record: decision of REQ-1041",
            "by ada",
            "rules      not published",
            "Project Manager (PM)  decided by",
            "  stated     posting.title: ",
            "  derived    posting.family: ",
            "  not known  ",
            "nothing is recorded",
            "This entry holds: ",
            "The rules that spoke, as they stood then",
            "@id(");
  }

  @Test
  void anEntryIsNamedByItsNumberOrTheBeginningOfItsId() throws IOException {
    JsonNode entry = json(read("show", "41", "--json"));
    assertThat(entry.path("holds").asBoolean()).isTrue();
    assertThat(entry.path("decision").path("situation").path("id").asText()).isEqualTo("REQ-1041");
    String id = entry.path("body").path("id").asText();
    assertThat(json(read("show", id, "--json"))).isEqualTo(entry);
    assertThat(json(read("show", id.substring(0, 30), "--json"))).isEqualTo(entry);
    assertThat(json(read("show", id.toUpperCase(Locale.ROOT), "--json"))).isEqualTo(entry);
    assertThat(read("show", id.substring(0, 5)).err()).contains("; of an id, eight digits at");
    assertThat(read("show", id.substring(0, 8)).err()).contains("ids begin with");
  }

  @Test
  void anEntryThatIsNotThereIsRefusedWithTheNearest() {
    Run page = read("show", "REQ-1O41");
    assertThat(page.code()).isEqualTo(3);
    assertThat(page.err()).contains("`REQ-1O41`; maybe `REQ-1041`?");
    assertThat(read("show", "4100").err())
        .endsWith("`4100`; entries have the numbers 1 to 43\n")
        .hasLineCount(1);
  }

  @Test
  void theRecordHoldsUpToAHeadThatWasKept() throws IOException {
    String head = read("head").out();
    assertThat(head).matches("43 [0-9a-f]{64} \\S+Z\n");
    assertThat(read("verify").out()).startsWith("43 entries, and every one holds.");
    Path file = Files.writeString(folder.resolve("head.txt"), head);
    assertThat(read("verify", "--head", file).out()).contains("Up to entry 43 it is what");
    assertThat(read("verify", "--head", head.split(" ")[1]).code()).isZero();
  }

  @Test
  void anotherHeadDoesNotHold() {
    Run other = read("verify", "--head", "44:" + "a".repeat(64));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("entry 44 of the given head is not there");
    assertThat(read("verify", "--head", "b".repeat(64)).err()).contains("changed or cut off");
    for (String none : List.of("nowhere.txt", "43:abc", "c".repeat(63))) {
      assertThat(read("verify", "--head", none).code()).isEqualTo(2);
      assertThat(read("verify", "--head", none).err())
          .startsWith("`--head " + none + "` is neither a file nor a head: a head is the number");
    }
  }

  @Test
  void aCopyOfTheRecordIsReadWhereItStands() throws SQLException {
    Path copy = folder.resolve("copy.db");
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("record.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum into '" + copy + "'");
    }
    assertThat(read("verify", "--store", copy).out())
        .startsWith("43 entries, and every one holds.");
    assertThat(read("list", "--store", folder.resolve("none.db")).err())
        .contains("there is no record here");
  }

  @Test
  void aSignedHeadShowsWhoSignedIt() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path secret = pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    Path open = pem("PUBLIC KEY", keys.getPublic().getEncoded());
    String head = read("head", "--sign", secret).out();
    Path file = Files.writeString(folder.resolve("signed.txt"), head);
    assertThat(read("verify", "--head", file, "--key", open).code()).isZero();

    Files.writeString(file, head.replaceFirst("^43", "42"));
    assertThat(read("verify", "--head", file, "--key", open).err())
        .contains("was not signed with this key, or was changed since");
    assertThat(read("head", "--sign", open).err()).contains("openssl genpkey");
    assertThat(read("verify", "--head", file, "--key", secret).code()).isEqualTo(3);
  }

  private static Path pem(String what, byte[] key) throws IOException {
    String text = Base64.getMimeEncoder().encodeToString(key);
    return Files.writeString(
        folder.resolve(what + ".pem"),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text));
  }

  @Test
  void anExportProvesItselfWithoutRolecall() throws IOException {
    Path out = folder.resolve("record.jsonl");
    assertThat(read("export", "--out", out).out()).startsWith("43 entries are in ");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      lines.add(JSON.readTree(line));
    }
    assertThat(lines).hasSize(45);
    assertThat(lines.get(0).path("what").asText()).isEqualTo("entries of a Rolecall record");
    assertThat(lines.get(1).path("files").path("scope.drl").asText()).contains("scope-one-team");
    String last = "0".repeat(64);
    for (JsonNode entry : lines.subList(2, lines.size())) {
      JsonNode body = JSON.readTree(entry.path("body").asText());
      assertThat(body.path("previous").asText()).isEqualTo(last);
      last = Sha256.of(entry.path("body").asText());
      assertThat(entry.path("hash").asText()).isEqualTo(last);
      assertThat(body.path("seal").asText())
          .isEqualTo(Sha256.of(entry.path("salt").asText() + entry.path("words").asText()));
    }
    assertThat(lines.get(0).path("head").path("hash").asText()).isEqualTo(last);
  }

  @Test
  void nothingIsWrittenOverARecord() {
    Run over = read("export", "--out", home.resolve("record.db"));
    assertThat(over.code()).isEqualTo(74);
    assertThat(over.err())
        .endsWith(
            "record.db: it cannot be written: it is a database, maybe a record; choose another name\n");
    assertThat(read("verify").out()).startsWith("43 entries, and every one holds.");
  }

  @Test
  void decisionsAreCountedAndNobodyIsNamed() throws IOException {
    JsonNode counts = json(read("stats", "--json"));
    assertThat(counts.path("decisions").asLong()).isEqualTo(43);
    assertThat(counts.path("decision").path("hiring").asLong()).isEqualTo(43);
    assertThat(counts.path("batch").path("one by one").asLong()).isEqualTo(43);
    assertThat(json(read("stats", "--outcome", "PM", "--json")).path("outcome")).hasSize(1);
    assertThat(read("stats").out())
        .contains("43 decisions", "By outcome", "By warning", "By month")
        .doesNotContain("ada");
  }

  @Test
  void aCaseOfTheRecordIsAskedWithoutItsFile() {
    Run why = Run.of(List.of("--home", home.toString()), "why", "REQ-1041");
    assertThat(why.code()).isZero();
    assertThat(why.out()).contains("REQ-1041", "The rule that decided");
    assertThat(why.err()).startsWith("From the record: entry 41, under the rules");
    Run none = Run.of(List.of("--home", home.toString()), "why", "REQ-1O41");
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.err()).contains("there is no such file, and", "maybe `REQ-1041`?");
  }

  @Test
  void whereThereIsNoRecordThatIsSaid() {
    Run list = Run.of(List.of("--home", folder.resolve("none").toString()), "audit", "list");
    assertThat(list.code()).isEqualTo(5);
    assertThat(list.err()).contains("there is no record here");
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
