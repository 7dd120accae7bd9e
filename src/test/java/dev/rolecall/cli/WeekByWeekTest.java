package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolecall.record.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One Monday after the other: what was answered is known again, and what changed is said. */
class WeekByWeekTest {

  private static final Path CACHE = Run.HOME.resolve("cache");
  private static final String HEADER = "id,title,scope.teams,boundaryTest.hardestPart\n";

  @TempDir private Path folder;
  private Path home;
  private Path rules;
  private List<String> store;

  @BeforeEach
  void beginWithAnEmptyRecord() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    rules = Path.of("rules");
    store = List.of("--home", home.toString());
    if (Files.exists(CACHE)) {
      Run.copy(CACHE, home.resolve("cache"));
    }
  }

  private Run run(Object... arguments) {
    return Run.of(store, arguments);
  }

  private Run batch(String rows, Object... options) throws IOException {
    Path monday = Files.writeString(folder.resolve("monday.csv"), HEADER + rows);
    Object[] line =
        Stream.concat(
                Stream.of("batch", monday, "--out", folder.resolve("out.csv"), "--rules", rules),
                Stream.of(options))
            .toArray();
    Run run = run(line);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return run;
  }

  /** A column of the results, by id. */
  private Map<String, String> results(String column) throws IOException {
    Map<String, String> cells = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(folder.resolve("out.csv"))) {
      for (NamedCsvRecord row : reader) {
        cells.put(row.getField("id"), row.getField(column));
      }
    }
    return cells;
  }

  /** The rules with one number changed. */
  private void changeRules() throws IOException {
    rules = folder.resolve("rules");
    Run.copy(Path.of("rules"), rules);
    Path ambiguity = rules.resolve("hiring/recommendation.drl");
    String before = Files.readString(ambiguity);
    String after = before.replace("ALIGNMENT_ACROSS_BOUNDARIES", "TRACKING_KNOWN_TASKS");
    assertThat(after).isNotEqualTo(before);
    Files.writeString(ambiguity, after);
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void eachRowIsHeldAgainstTheLastBatch(Database database) throws IOException {
    store = database.options(home);
    batch(
        """
        SAME,Project Manager,1,TRACKING_KNOWN_TASKS
        FACTS,Project Manager,2,TRACKING_KNOWN_TASKS
        TITLE,Project Manager,1,TRACKING_KNOWN_TASKS
        GONE,Technical Program Manager,5,ALIGNMENT_ACROSS_BOUNDARIES
        BROKEN,Project Manager,5,
        ,Project Manager,5,
        """);
    assertThat(results("since last").values()).containsOnly("");
    run(
        "decide",
        Files.writeString(folder.resolve("x.yaml"), "id: SAME\nposting: { title: TPM }\n"));
    Run second =
        batch(
            """
            SAME,Project Manager,1,TRACKING_KNOWN_TASKS
            FACTS,Project Manager,4,ALIGNMENT_ACROSS_BOUNDARIES
            TITLE,"Project Manager, Office",1,TRACKING_KNOWN_TASKS
            NEW,Project Manager,,
            BROKEN,Project Manager,many,
            ,Project Manager,5,
            """,
            "--since-last");
    assertThat(results("since last"))
        .containsExactly(
            Map.entry("SAME", "unchanged"),
            Map.entry(
                "FACTS",
                "changed: PM → TPM because of the facts (scope.teams 2 → 4;"
                    + " boundaryTest.hardestPart keeping a known set of tasks on track → alignment"
                    + " across boundaries that no one person controls)"),
            Map.entry(
                "TITLE",
                "changed: PM as before (posting.title Project Manager → Project Manager, Office)"),
            Map.entry("NEW", "new"),
            Map.entry("", "without id"),
            Map.entry("GONE", results("since last").get("GONE")));
    assertThat(results("since last").get("GONE"))
        .matches("closed: was TPM on \\d{4}-\\d\\d-\\d\\d");
    assertThat(results("answer").get("GONE")).isEmpty();
    assertThat(second.out())
        .contains(
            "      1  new\n      2  changed\n         FACTS · Project Manager: changed: PM → TPM",
            "      1  unchanged\n      1  closed: then in it, now not: GONE (TPM)\n",
            "      1  without an id, by which they could be found again\n")
        .containsPattern("Since the last batch \\(.* UTC, monday.csv\\)");
    assertThat(run("audit", "verify").code()).isZero();
  }

  @Test
  void aChangeOfTheRulesIsToldFromAChangeOfTheFacts() throws IOException {
    batch("A,Project Manager,,ALIGNMENT_ACROSS_BOUNDARIES\nB,Project Manager,3,\nC,Nurse,,\n");
    changeRules();
    batch(
        "A,Project Manager,,ALIGNMENT_ACROSS_BOUNDARIES\nB,Project Manager,4,\nC,Nurse,,\n",
        "--since-last");
    assertThat(results("since last"))
        .containsEntry("B", "changed: inconclusive as before (scope.teams 3 → 4)")
        .containsEntry("C", "unchanged");
    assertThat(results("since last").get("A"))
        .startsWith("changed: TPM → ")
        .endsWith(" because of the rules");
  }

  @Test
  void aFirstBatchHasNothingToBeHeldAgainst() throws IOException {
    assertThat(batch("A,Nurse,,\n", "--since-last").out())
        .contains("There is no earlier batch in the record, so every row is new.");
    assertThat(results("since last")).containsEntry("A", "new");
    assertThat(
            run(
                    "batch",
                    folder.resolve("monday.csv"),
                    "--out",
                    folder.resolve("out.csv"),
                    "--since-last",
                    "--no-record")
                .err())
        .contains("compares with what is recorded");
  }

  @Test
  void linesOfJsonSayTheSame() throws IOException {
    batch("A,Project Manager,3,\nGONE,Nurse,,\n");
    Path out = folder.resolve("out.jsonl");
    Path monday =
        Files.writeString(
            folder.resolve("tuesday.csv"), "id,title,scope.systems\nA,Project Manager,2\n");
    assertThat(run("batch", monday, "--out", out, "--since-last").code()).isZero();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0))
        .contains(
            "\"remembered\":{\"scope.teams\":\"",
            "\"sinceLast\":{\"is\":\"changed\",\"facts\":[{\"attribute\":\"scope.systems\",\"was\":null,\"is\":2}]},\"decision\"");
    assertThat(lines.get(1)).startsWith("{\"closed\":\"GONE\",\"was\":\"out-of-scope\",\"at\":\"");
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void whatWasAnsweredIsKnownAgainAndWhereFrom(Database database) throws IOException {
    store = database.options(home);
    batch("A,Project Manager,3,\nB,Project Manager,,\nC,Project Manager,2,\n");
    String first = id("A");
    Run second = batch("A,Project Manager,,\nB,Project Manager,,\nC,Project Manager,9,\n");
    assertThat(results("remembered").get("A")).matches("scope.teams 3 \\(\\d{4}-\\d\\d-\\d\\d\\)");
    assertThat(results("remembered")).containsEntry("B", "").containsEntry("C", "");
    assertThat(second.out())
        .contains("      1  with answers that were given before and are not in the file");
    batch("A,Project Manager,,TRACKING_KNOWN_TASKS\n");
    assertThat(run("audit", "show", "A", "--json").out())
        .contains("\"teams\": 3", "\"" + first + "\"");
    assertThat(run("audit", "show", "A").out())
        .contains("scope.teams: 3, remembered from entry " + first);
    assertThat(run("audit", "verify").code()).isZero();
    assertThat(run("audit", "replay", "--all").code()).isZero();
    batch("A,Project Manager,,\n", "--no-remember");
    assertThat(results("remembered")).containsEntry("A", "");
  }

  private String id(String requisition) {
    String page = run("audit", "show", requisition, "--json").out();
    return page.replaceAll("(?s).*?\"id\": \"([0-9a-f-]{36})\".*", "$1");
  }

  @Test
  void whatTheRulesNoLongerAllowIsForgotten() throws IOException {
    batch("A,Project Manager,400,\n");
    rules = Run.copy(Path.of("rules"), folder.resolve("rules"));
    Path vocabulary = rules.resolve("hiring/vocabulary.drl");
    Files.writeString(
        vocabulary,
        Files.readString(vocabulary)
            .replaceFirst(
                "move together\\?\"\\)( *)@range\\(\"1..500\"\\)",
                "move together?\")$1@range(\"1..100\")"));
    batch("A,Project Manager,,\n");
    assertThat(results("remembered")).containsEntry("A", "");
  }

  private void override(String id, String outcome) {
    Run review =
        run(
            "audit",
            "review",
            id,
            "--override",
            outcome,
            "--reason",
            "a vendor leads",
            "--by",
            "J. Doe");
    assertThat(review.code()).as(review.err()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void anOverrideSilencesItsAlarmUntilTheFactsChange(Database database) throws IOException {
    store = database.options(home);
    String row = "A,Project Manager,5,ALIGNMENT_ACROSS_BOUNDARIES\n";
    batch(row);
    assertThat(results("warnings").get("A")).startsWith("Title mismatch");
    override("A", "PM");
    Run silent = batch(row);
    assertThat(results("warnings")).containsEntry("A", "");
    assertThat(results("answer")).containsEntry("A", "TPM");
    assertThat(results("decided by a person").get("A")).matches("PM on \\d{4}-\\d\\d-\\d\\d");
    assertThat(silent.out())
        .contains("1  decided otherwise by a person, so their warnings are not given again\n")
        .doesNotContain("Title mismatch");
    batch(row);
    assertThat(results("warnings")).as("a week later").containsEntry("A", "");
    Run awake = batch(row.replace("5", "6"));
    assertThat(results("warnings").get("A")).startsWith("Title mismatch");
    assertThat(results("decided by a person").get("A"))
        .matches("PM on .*, before the facts changed");
    assertThat(awake.out()).contains("but of 1, whose facts or rules have changed since");
    batch(row, "--no-remember");
    assertThat(results("decided by a person")).containsEntry("A", "");
  }

  @Test
  void anOverrideSilencesItsAlarmUntilTheRulesChange() throws IOException {
    String row =
        "A,Project Manager,5,ALIGNMENT_ACROSS_BOUNDARIES\nB,Project Manager,1,TRACKING_KNOWN_TASKS\n";
    batch(row);
    override("A", "PM");
    run("audit", "review", "B", "--accept", "--by", "J. Doe");
    changeRules();
    batch(row);
    assertThat(results("decided by a person").get("A"))
        .matches("PM on .*, before the rules changed");
    assertThat(results("decided by a person").get("B")).startsWith("PM accepted on ");
  }

  @Test
  void whatWasAnsweredIsNotAskedAgain() throws IOException {
    batch("A,Project Manager,,TRACKING_KNOWN_TASKS\n");
    Path monday = Files.writeString(folder.resolve("b.csv"), "id,title\nA,Project Manager\n");
    assertThat(run("intake", "questionnaire", monday, "--out", folder.resolve("q.xlsx")).out())
        .contains("There is nothing to ask: 1 row, none inconclusive.");
  }
}
