package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody says of the columns of an export. */
class MappingTest {

  @TempDir Path folder;

  private static Result<Mapping> mapping(String yaml) {
    return Mapping.read("m.yaml", yaml, Inputs.HIRING.vocabulary());
  }

  private static List<String> problems(String yaml) {
    return mapping(yaml) instanceof Result.Refused<Mapping> refused
        ? refused.problems().stream().map(Problem::toString).toList()
        : List.of();
  }

  private Inputs.Came read(String table, String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), table);
    Understanding said = Inputs.HIRING.with(Inputs.value(mapping(yaml))).reading(Statuses.OPEN);
    return Inputs.read(
        Intake.open(file.toString(), Optional.empty(), said, InputStream.nullInputStream()));
  }

  @Test
  void itBeatsAllRecognition() throws IOException {
    Inputs.Came came =
        read(
            "id,Ref,Job Title,Stelle,Squads,scope.teams,Comment,Costs\n1,R-1,x,TPM,7,2,c,9\n",
            """
            columns:
              REF: id
              Stelle: posting.title
              Squads: scope.teams
              Comment: ignore
              Costs: drop
            """);
    assertThat(came.known())
        .containsExactly(Map.of("id", "R-1", "posting.title", "TPM", "scope.teams", 7));
    assertThat(came.columns()).doesNotContain("Costs").contains("Comment", "scope.teams");
  }

  @Test
  void headersThatAreCodesAreFoundBelowATitle() throws IOException {
    Inputs.Came came =
        read(
            "Report of Monday\njcf3108;jcf3110;jcf3111\n0042;TPM;3\n",
            "columns: {jcf3108: id, jcf3110: posting.title, JCF 3111: scope.teams}\n");
    assertThat(came.known())
        .containsExactly(Map.of("id", "0042", "posting.title", "TPM", "scope.teams", 3));
  }

  @Test
  void wordsInCellsHaveTheValuesThatItSays() throws IOException {
    Inputs.Came came =
        read(
            "id,Size,Kept,Plan\n1,1-2  Teams,RAID log; schedule,Firm\n2,a few,,open\n3,4,x,?\n",
            """
            columns:
              Size: { means: scope.teams, values: { 1-2 teams: 2, a few: unknown } }
              Kept: { means: artifacts, values: { RAID log: riskRegister, x: } }
              Plan: { means: ambiguity.definition, values: { firm: DEFINED_UP_FRONT, open: Shaped along the way } }
            """);
    assertThat(came.problems()).isEmpty();
    assertThat(came.known())
        .containsExactly(
            Map.of(
                "id",
                "1",
                "scope.teams",
                2,
                "artifacts.schedule",
                true,
                "artifacts.riskRegister",
                true,
                "ambiguity.definition",
                "DEFINED_UP_FRONT"),
            Map.of("id", "2", "ambiguity.definition", "SHAPED_ALONG_THE_WAY"),
            Map.of("id", "3", "scope.teams", 4));
    assertThat(came.notes()).isEmpty();
  }

  @Test
  void itSaysWhichStatusesAreOpenInPlaceOfTheRules() throws IOException {
    Inputs.Came came =
        read(
            "id,title,Stand\n1,a,Läuft\n2,b,Open\n3,c,läuft\n",
            "columns:\n  Stand: status\nopen statuses: [Läuft]\n");
    assertThat(came.known()).extracting(k -> k.get("id")).containsExactly("1", "3");
    assertThat(came.notes()).containsExactly("1 row is not open (Open 1); --status all reads it");
  }

  @Test
  void aColumnThatIsNotThereIsSaidAndOneThatIsSaidTwiceRefused() throws IOException {
    assertThat(read("id,title\n1,a\n", "columns: {Squads: scope.teams}\n").notes())
        .containsExactly("the mapping names columns that are not here: `Squads`");
    Path file = Files.writeString(folder.resolve("b.csv"), "Squads,Crews\n1,2\n");
    Understanding said =
        Inputs.HIRING.with(
            Inputs.value(mapping("columns: {Squads: scope.teams, Crews: scope.teams}\n")));
    Result<Intake> opened =
        Intake.open(file.toString(), Optional.empty(), said, InputStream.nullInputStream());
    assertThat(((Result.Refused<Intake>) opened).problems())
        .extracting(Problem::message)
        .containsExactly("this column and `Squads` both mean `scope.teams`; keep one of them");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithItsPlace() {
    assertThat(
            problems(
                """
                colums:
                  A: id
                columns:
                  B: scope.team
                  C: 7
                  D: [id]
                  E:
                  F: { mean: id }
                  G: { means: scope.teams, values: { few: some, many: 900 } }
                  H: { means: status, values: { x: y } }
                  I: { means: artifacts, values: { RAID: risks, plan: schedul } }
                  J: { means: scope.teams, values: [1] }
                  Candidate Name: routing
                  Age: ignore
                open statuses: { a: b }
                """))
        .map(p -> p.replaceAll("; it is an attribute.*`drop`", "; …"))
        .containsExactly(
            "m.yaml:1:1: `colums` is not known here; there are `columns`, `open statuses`; maybe"
                + " `columns`?",
            "m.yaml:4:6: `scope.team` is nothing that a column can mean; …; maybe `scope.teams`?",
            "m.yaml:5:6: `7` is nothing that a column can mean; …",
            "m.yaml:6:6: `D`: found a list; …",
            "m.yaml:7:3: `E`: nothing is said of it; …",
            "m.yaml:8:3: `F` needs `means:` and what it means; …",
            "m.yaml:8:8: `mean` is not known here; there are `means`, `values`; maybe `means`?",
            "m.yaml:9:43: `scope.teams`: `some` is not a whole number from 1 to 500",
            "m.yaml:9:55: `scope.teams`: `900` is not a whole number from 1 to 500",
            "m.yaml:10:31: `H`: only an attribute has values that can be listed",
            "m.yaml:11:42: `risks` is not one of `schedule`, `taskTracker`, `statusReport`,"
                + " `dependencyMap`, `decisionLog`, `charter`, `riskRegister`",
            "m.yaml:11:55: `schedul` is not one of `schedule`, `taskTracker`, `statusReport`,"
                + " `dependencyMap`, `decisionLog`, `charter`, `riskRegister`; maybe `schedule`?",
            "m.yaml:12:36: `values` has a line for each text of a cell, like `1-2 teams: 2`; found"
                + " a list",
            "m.yaml:13:3: `Candidate Name` is about people (a candidate) and always left out; take"
                + " this line away",
            "m.yaml:15:16: `open statuses` is a list of statuses; found a group of fields");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "columns:\n",
        "just words\n",
        "- a\n",
        "columns: [a]\n",
        "columns:\n\tA: id\n",
        "columns: {A: id}\n---\ncolumns: {B: id}\n",
        "columns: {A: id\n",
        "columns: {A: id, A: status}\n",
        "columns: {? [a] : id}\n",
        "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\ncolumns: *b\n",
        "columns: !!java.lang.Runtime {}\n",
        "columns: &c {A: *c}\n"
      })
  void whatIsNoMappingIsRefusedInWordsOfItsOwn(String yaml) {
    assertThat(problems(yaml)).isNotEmpty().allMatch(p -> p.startsWith("m.yaml"));
  }

  @Test
  @Timeout(10)
  void aHostileOneEnds() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 10; i++) {
      String all = ("*a" + (i - 1) + ",").repeat(10);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, all.substring(0, all.length() - 1)));
    }
    assertThat(problems(bomb + "columns: *a9\n")).hasSize(1);
    assertThat(problems("columns: " + "[".repeat(100_000))).hasSize(1);
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      many.add("c" + i + ": scope.teems");
    }
    assertThat(problems("columns: {" + String.join(", ", many) + "}\n")).isNotEmpty();
  }
}
