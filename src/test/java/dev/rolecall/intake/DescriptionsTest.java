package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows whose descriptions answer what nobody stated, with cues of the test's own. */
class DescriptionsTest {

  private static final String CUES =
      """
      attribute,value,phrase,weight
      authority.reach,INFLUENCE_ACROSS_TEAMS,influence without authority,3
      authority.reach,WITHIN_PROJECT_TEAM,full control of the team,3
      ambiguity.definition,DEFINED_UP_FRONT,defined up front,3
      """;

  private static final String INFLUENCE = "You influence without authority.";

  @TempDir static Path temp;
  private static Understanding understanding;

  @TempDir Path folder;

  @BeforeAll
  static void openRulesWithTheseCues() throws IOException {
    Path rules = Files.createDirectories(temp.resolve("hiring"));
    try (var files = Files.list(Path.of("rules/hiring"))) {
      for (Path file : files.toList()) {
        Files.copy(file, rules.resolve(file.getFileName()));
      }
    }
    Files.writeString(rules.resolve("cues.csv"), CUES);
    Result<Ruleset> opened = RulesFolder.open(temp, "hiring", Path.of("target/test-home/cache"));
    understanding = Inputs.value(opened.then(Understanding::of));
  }

  private record Came(List<Row> rows, List<Situation> situations, List<String> notes) {

    Optional<Answer> reach(int row) {
      Situation situation = situations.get(row);
      Attribute reach = situation.vocabulary().attribute("authority.reach").orElseThrow();
      return situation.answer(reach);
    }
  }

  private static Came read(String file, String text) throws IOException {
    InputStream stdin = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    List<Row> rows = new ArrayList<>();
    List<Situation> situations = new ArrayList<>();
    try (Intake intake = Inputs.value(Intake.open(file, Optional.empty(), understanding, stdin))) {
      for (Row row = intake.next(); row != null; row = intake.next()) {
        rows.add(row);
        situations.add(Inputs.value(row.situation()));
      }
      return new Came(rows, situations, intake.notes());
    }
  }

  private Came file(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return read(file.toString(), "");
  }

  @Test
  void aSentenceAnswersWhatNobodyStated() throws IOException {
    Came came =
        file(
            "a.csv",
            "Title,Description,Authority.reach\nProgram Manager,\"<p>We grow.</p><p>"
                + INFLUENCE
                + "</p>\",\nProgram Manager,"
                + INFLUENCE
                + ",WITHIN_PROJECT_TEAM\nProgram Manager,Nothing of it,\n");
    assertThat(came.reach(0)).contains(Answer.inferred("INFLUENCE_ACROSS_TEAMS", INFLUENCE));
    assertThat(came.reach(1)).contains(Answer.stated("WITHIN_PROJECT_TEAM"));
    assertThat(came.reach(2)).isEmpty();
    assertThat(came.notes()).isEmpty();
  }

  @Test
  void partsInSeveralColumnsAreOneDescription() throws IOException {
    Came came =
        file(
            "a.csv",
            "Title,Job description,Responsibilities\nProgram Manager,The work is defined up front.,"
                + INFLUENCE
                + "\n");
    assertThat(came.situations().get(0).count(Origin.INFERRED)).isEqualTo(2);
  }

  @Test
  void casesOfADocumentHaveDescriptionsToo() throws IOException {
    Came yaml =
        file(
            "a.yaml",
            "id: R\nposting: {title: Program Manager}\ndescription: |\n  " + INFLUENCE + "\n");
    assertThat(yaml.reach(0)).contains(Answer.inferred("INFLUENCE_ACROSS_TEAMS", INFLUENCE));
    assertThat(yaml.rows().get(0).cells(yaml.situations().get(0)))
        .contains("Program Manager")
        .doesNotContain("INFLUENCE_ACROSS_TEAMS");
    String line =
        "{\"posting\": {\"title\": \"Program Manager\"}, \"description\": \"" + INFLUENCE + "\"}\n";
    assertThat(file("a.jsonl", line + line).reach(1)).isPresent();
    assertThat(file("a.json", "[" + line + "]").reach(0)).isPresent();
  }

  @Test
  void theDescriptionOfAnotherJobIsNotRead() throws IOException {
    Came came =
        file(
            "a.csv",
            "Title,Description,Scope.teams\nSoftware Engineer,"
                + INFLUENCE
                + ",\nSoftware Engineer,"
                + INFLUENCE
                + ",5\n");
    assertThat(came.reach(0)).isEmpty();
    assertThat(came.reach(1)).isPresent();
  }

  @Test
  void whatSpeaksBothWaysStaysUnknownAndIsSaid() throws IOException {
    Came came =
        file(
            "a.csv",
            "Title,Description\nProgram Manager,"
                + INFLUENCE
                + " You have full control of the team.\n");
    assertThat(came.reach(0)).isEmpty();
    assertThat(came.notes())
        .singleElement()
        .asString()
        .isEqualTo(
            "column \"Description\": speaks both ways of `authority.reach`, which stays unknown"
                + " (`You influence without authority.` against `You have full control of the"
                + " team.` in row 2)");
  }

  @Test
  void whatAnEmployerRepeatsIsNotOfTheJob() throws IOException {
    StringBuilder csv = new StringBuilder("Title,Company,Description\n");
    for (int i = 0; i < 5; i++) {
      csv.append("Program Manager,Acme,Job number ")
          .append(i)
          .append(". ")
          .append(INFLUENCE)
          .append('\n');
    }
    csv.append("Program Manager,Other,Our only job. ").append(INFLUENCE).append('\n');
    Came came = file("a.csv", csv.toString());
    assertThat(came.reach(0)).isEmpty();
    assertThat(came.reach(4)).isEmpty();
    assertThat(came.reach(5)).isPresent();

    Came piped = read(Intake.STDIN, csv.toString());
    assertThat(piped.reach(0)).isPresent();
    assertThat(piped.notes()).singleElement().asString().contains("through a pipe");
  }

  @Test
  void whoWaitsForTheFirstReadingOfManyDescriptionsIsToldHowFarItIs() throws IOException {
    String row = "Program Manager," + INFLUENCE + "\n";
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "Title,Description\n" + row.repeat(1_600));
    List<Long> rows = new ArrayList<>();
    List<Long> bytes = new ArrayList<>();
    Progress told =
        (read, of) -> {
          rows.add(read);
          bytes.add(of);
        };
    opened(file, told).close();
    assertThat(rows).containsExactly(500L, 1000L, 1500L);
    assertThat(bytes)
        .isSorted()
        .last(InstanceOfAssertFactories.LONG)
        .isBetween(1L, Files.size(file));

    rows.clear();
    Files.writeString(file, "Title,Team size\n" + "Program Manager,5\n".repeat(1_600));
    opened(file, told).close();
    assertThat(rows).isEmpty();
  }

  private static Intake opened(Path file, Progress progress) {
    InputStream none = InputStream.nullInputStream();
    return Inputs.value(
        Intake.open(file.toString(), Optional.empty(), understanding, none, progress));
  }

  @Test
  void aDescriptionIsNoCellOfAResultWhereTheInputIsNoTable() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.json"),
            "{\"shortcode\": \"A\", \"title\": \"Program Manager\", \"description\": \""
                + INFLUENCE
                + "\"}");
    try (Intake intake =
        Inputs.value(
            Intake.open(
                file.toString(), Optional.empty(), understanding, InputStream.nullInputStream()))) {
      Row row = intake.next();
      assertThat(intake.columns()).isEqualTo(TrackingSystem.HEADERS);
      assertThat(row.cells()).hasSameSizeAs(intake.columns()).doesNotContain(INFLUENCE);
      assertThat(Inputs.value(row.situation()).count(Origin.INFERRED)).isEqualTo(1);
    }
  }
}
