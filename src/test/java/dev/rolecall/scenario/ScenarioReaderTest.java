package dev.rolecall.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {

  @TempDir private static Path rules;
  @TempDir private Path folder;
  private static Ruleset trip;

  @BeforeAll
  static void open() throws IOException {
    trip = Trip.open(rules);
  }

  @Test
  void readsTheCasesOfAFile() throws IOException {
    ScenarioFile file =
        read(
            """
            title: Far trips
            why: A plane is faster.
            given: { distance: { km: 900 } }
            cases:
              - name: far
                expect: { outcome: PLANE, narrow: true, because: [distance-far] }
              - name: a bed does not help
                change: { night: { bed: true } }
                expect: { outcome: inconclusive, questions: [], leans: { Night: TRAIN } }
            """);
    assertThat(file.title()).isEqualTo("Far trips");
    assertThat(file.cases()).extracting(Case::line).containsExactly(5, 7);
    Case far = file.cases().get(0);
    assertThat(far.at()).endsWith("a.yaml:5");
    assertThat(value(far, "distance.km")).isEqualTo(900);
    assertThat(far.expectation().because()).containsExactly("distance-far");
    assertThat(far.expectation().narrow()).contains(true);
    assertThat(far.expectation().warnings()).isEmpty();
    assertThat(file.cases().get(1).expectation().questions()).contains(List.of());
  }

  @Test
  void layTheChangeOverWhatIsGivenKeyByKey() throws IOException {
    Case one = change("{ distance: { km: 5 } }");
    assertThat(value(one, "distance.km")).isEqualTo(5);
    assertThat(value(one, "distance.abroad")).isEqualTo(true);
    assertThat(value(one, "night.bed")).isEqualTo(false);
  }

  @Test
  void aChangeToNothingMakesUnknown() throws IOException {
    Case one = change("{ distance: { km: null }, night: null }");
    assertThat(value(one, "distance.km")).isNull();
    assertThat(value(one, "distance.abroad")).isEqualTo(true);
    assertThat(value(one, "night.bed")).isNull();
  }

  @Test
  void anAttributeIsTheSameHoweverItIsWritten() throws IOException {
    Case one = change("{ distance.km: null, distance.abroad: false, night: { bed: true } }");
    assertThat(value(one, "distance.km")).isNull();
    assertThat(value(one, "distance.abroad")).isEqualTo(false);
    assertThat(value(one, "night.bed")).isEqualTo(true);
  }

  @Test
  void aQuoteCanBeTakenAwayWithItsValue() throws IOException {
    ScenarioFile file =
        read(
            """
            title: t
            given: { distance: { km: 5 }, inferred: { distance.km: "a stroll" } }
            cases:
              - name: a
                change: { distance: { km: null }, inferred: { distance.km: null } }
                expect: { outcome: inconclusive }
            """);
    assertThat(value(file.cases().get(0), "distance.km")).isNull();
  }

  @Test
  void aDescriptionAnswersWhatIsNotGiven() throws IOException {
    Path cues = Trip.write(folder).resolve("trip/cues.csv");
    Files.writeString(cues, "attribute,value,phrase,weight\nnight.bed,yes,a bunk bed,3\n");
    Result<Ruleset> opened = RulesFolder.open(cues.getParent().getParent(), "trip", folder);
    Result<ScenarioFile> file =
        opened.then(
            with ->
                ScenarioReader.read(
                    with,
                    "a.yaml",
                    """
                    title: t
                    given:
                      description: |
                        It takes a night. You sleep in a bunk bed.
                    cases:
                      - name: read
                        expect: { outcome: TRAIN }
                      - name: stated otherwise
                        change: { night: { bed: false } }
                        expect: { outcome: inconclusive }
                      - name: of something else
                        change: { description: You sleep in a chair. }
                        expect: { outcome: inconclusive }
                    """));
    assertThat(file).isInstanceOf(Result.Ok.class);
    List<Case> cases = ((Result.Ok<ScenarioFile>) file).value().cases();
    assertThat(answer(cases.get(0), "night.bed"))
        .contains(Answer.inferred(true, "You sleep in a bunk bed."));
    assertThat(answer(cases.get(1), "night.bed")).contains(Answer.stated(false));
    assertThat(answer(cases.get(2), "night.bed")).isEmpty();
  }

  private static Optional<Answer> answer(Case one, String path) {
    Situation situation = one.situation();
    return situation.answer(situation.vocabulary().attribute(path).orElseThrow());
  }

  @Test
  void aFileMayBeginWithAByteOrderMark() throws IOException {
    assertThat(read("\uFEFFtitle: t\ncases: [ { name: a, expect: { outcome: TRAIN } } ]").cases())
        .hasSize(1);
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    assertThat(problems("")).singleElement().asString().contains("a.yaml: it is empty");
    assertThat(problems("# nothing yet\n")).singleElement().asString().contains("it is empty");
  }

  @Test
  void refusesAFileWithoutCases() throws IOException {
    assertThat(problems("title: t\n")).containsExactly("1:1: there are no `cases`");
    assertThat(problems("title: t\ncases: []\n")).containsExactly("2:1: there are no `cases`");
    assertThat(problems("title: t\ncases:\n")).containsExactly("2:1: there are no `cases`");
    assertThat(problems("title: t\ncases: five\n"))
        .containsExactly("2:1: `cases` is a list; found a text");
  }

  @Test
  void refusesAFileThatIsNoGroupOfFields() throws IOException {
    assertThat(problems("- a\n"))
        .containsExactly(
            "1:1: a scenario file is a group of `title`, `why`, `given`, `cases`; found a list");
  }

  @Test
  void refusesASecondDocument() throws IOException {
    assertThat(problems("title: t\n---\ntitle: u\n"))
        .containsExactly("3:1: a second document begins here; a scenario file is one");
  }

  @Test
  void refusesWhatIsNoYaml() throws IOException {
    assertThat(problems("title: [\n")).singleElement().asString().contains("not valid YAML");
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Files.write(folder.resolve("a.yaml"), "title: größer".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problemsOf("a.yaml"))
        .singleElement()
        .asString()
        .endsWith("a.yaml: it is not UTF-8; save it with that encoding");
  }

  @Test
  void refusesAHugeFile() throws IOException {
    assertThat(problems("#".repeat(ScenarioFiles.LARGEST + 1)))
        .singleElement()
        .asString()
        .contains("at most 1048576 are allowed");
  }

  @Test
  void namesUnknownKeysWithTheNearest() throws IOException {
    assertThat(
            problems(
                """
                titles: t
                cases:
                  - nam: a
                    expects: { outcom: TRAIN }
                """))
        .containsExactly(
            "1:1: `titles` is not a key of a scenario file; there are `title`, `why`, `given`,"
                + " `cases`; maybe `title`?",
            "1:1: there is no `title`",
            "3:5: `nam` is not a key of a case; there are `name`, `change`, `expect`; maybe"
                + " `name`?",
            "3:5: there is no `expect`",
            "3:5: there is no `name`",
            "4:5: `expects` is not a key of a case; there are `name`, `change`, `expect`; maybe"
                + " `expect`?");
  }

  @Test
  void namesEveryNameThatTheRulesDoNotKnow() throws IOException {
    assertThat(
            problemsOfExpect(
                "{ outcome: TRAM, decidedBy: balanced, because: [distance-fa], warnings: [TIRED],"
                    + " questions: [distance.kn], leans: { Distanc: SPLIT } }"))
        .containsExactly(
            "`TRAM` is not an outcome; there are `TRAIN`, `PLANE`, `inconclusive`, `out-of-scope`; maybe `TRAIN`?",
            "`balanced` is not what decides by any rule; there are `balance`, `nothing`; maybe"
                + " `balance`?",
            "`distance-fa` is not the id of a rule; there are `distance-far`, `distance-near`,"
                + " `night-bed`, `out-of-scope-ferry`, `take-train`, `take-plane`, `inconclusive`,"
                + " `warning-tiring`; maybe `distance-far`?",
            "`TIRED` is not a kind of warning; there are `TIRING`, `COSTLY`",
            "`distance.kn` is not an attribute; there are `ticket.title`, `distance.km`,"
                + " `distance.abroad`, `night.bed`; maybe `distance.km`?",
            "`Distanc` is not a key of `leans`; there are `Distance`, `Night`; maybe `Distance`?",
            "`SPLIT` is not what a dimension can do; there are `TRAIN`, `PLANE`, `split`, `silent`;"
                + " maybe `split`?");
  }

  @Test
  void refusesValuesOfAnotherKind() throws IOException {
    assertThat(
            problemsOfExpect(
                "{ outcome: [TRAIN], narrow: yes, because: distance-far, warnings: null, leans: 5 }"))
        .containsExactly(
            "`outcome` is an outcome; found a list",
            "`narrow` is true or false; found `yes`",
            "`because` is a list, each the id of a rule; found `distance-far`",
            "`warnings` is a list, each a kind of warning; found nothing",
            "`leans` is a group of `Distance`, `Night`; found a number");
  }

  @Test
  void refusesAnExpectationOfNothing() throws IOException {
    assertThat(problemsOfExpect("{}")).containsExactly("`expect` expects nothing");
    assertThat(problemsOfExpect("{ because: [], notQuestions: [] }"))
        .containsExactly(
            "`because` names nothing; leave it out", "`notQuestions` names nothing; leave it out");
  }

  @Test
  void refusesWhatNoSituationCanBe() throws IOException {
    assertThat(
            problems(
                """
                title: t
                given: { distance: { kn: 5 } }
                cases:
                  - name: a
                    change: { distance: { km: 0 }, nigth: { bed: true } }
                    expect: { outcome: TRAIN }
                  - name: b
                    change: far
                    expect: { outcome: TRAIN }
                """))
        .containsExactly(
            "2:22: `kn` is not an attribute of `distance`; it has `km`, `abroad`; maybe `km`?",
            "5:31: `distance.km`: `0` is not a whole number from 1 to 20000",
            "5:36: `nigth` is not known; there are `ticket`, `distance`, `night`, `id`, `description`; maybe `night`?",
            "8:13: `change` is a group of fields; found a text");
  }

  @Test
  void refusesANameThatIsThereTwice() throws IOException {
    assertThat(
            problems(
                """
                title: t
                cases:
                  - name: a
                    expect: { outcome: TRAIN }
                  - name: a
                    expect: { outcome: PLANE }
                """))
        .containsExactly("5:5: the case in line 3 has the same name");
  }

  @Test
  void tellsTheProblemsOfAllFilesAtOnce() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "title: t\n");
    Files.writeString(folder.resolve("b.yaml"), "cases: []\n");
    assertThat(problemsOf("a.yaml", "b.yaml"))
        .extracting(p -> p.substring(p.lastIndexOf('/') + 1))
        .containsExactly(
            "a.yaml:1:1: there are no `cases`",
            "b.yaml:1:1: there are no `cases`",
            "b.yaml:1:1: there is no `title`");
  }

  private Case change(String change) throws IOException {
    return read("""
            title: t
            given:
              distance: { km: 900, abroad: true }
              night.bed: false
            cases:
              - name: a
                change: %s
                expect: { outcome: TRAIN }
            """
            .formatted(change))
        .cases()
        .get(0);
  }

  private static Object value(Case one, String path) {
    return one.situation().value(trip.vocabulary().attribute(path).orElseThrow());
  }

  private ScenarioFile read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), text);
    Result<List<ScenarioFile>> read = ScenarioFiles.read(trip, List.of(file));
    assertThat(read).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<List<ScenarioFile>>) read).value().get(0);
  }

  /** The problems of a text, each from its line on where it has one. */
  private List<String> problems(String text) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), text);
    return problemsOf("a.yaml").stream()
        .map(p -> p.replaceFirst("^.*a\\.yaml:(?=\\d)", ""))
        .toList();
  }

  /** The problems of an expectation, without their places. */
  private List<String> problemsOfExpect(String expect) throws IOException {
    String text = "title: t\ncases:\n  - name: a\n    expect: " + expect + "\n";
    return problems(text).stream().map(p -> p.replaceFirst("^4:\\d+: ", "")).toList();
  }

  private List<String> problemsOf(String... names) {
    List<Path> files = Stream.of(names).map(folder::resolve).toList();
    Result<List<ScenarioFile>> read = ScenarioFiles.read(trip, files);
    assertThat(read).isInstanceOf(Result.Refused.class);
    return ((Result.Refused<List<ScenarioFile>>) read)
        .problems().stream().map(Problem::toString).map(p -> p.replace('\\', '/')).toList();
  }
}
