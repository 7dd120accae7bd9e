package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.intake.Format;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Row;
import dev.rolecall.intake.Understanding;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A blank questionnaire has every question and, read as it is, says nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionnaireTest {

  @TempDir private static Path folder;

  private Vocabulary garden;
  private List<Vocabulary> vocabularies;

  @BeforeAll
  void open() {
    garden = Rules.garden(folder, "", "").vocabulary();
    vocabularies =
        List.of(Rules.shipped("hiring").vocabulary(), Rules.shipped("growth").vocabulary(), garden);
  }

  List<Vocabulary> vocabularies() {
    return vocabularies;
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void yamlReadAsItIsKnowsNothing(Vocabulary vocabulary) throws IOException {
    String yaml = new Questionnaire(vocabulary).yaml();

    assertThat(read(yaml, Optional.empty(), vocabulary)).containsExactly(blank(vocabulary));
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void jsonReadAsItIsKnowsNothing(Vocabulary vocabulary) throws IOException {
    String json = new Questionnaire(vocabulary).json();

    assertThat(read(json, Optional.empty(), vocabulary)).containsExactly(blank(vocabulary));
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void csvReadAsItIsHasNoCase(Vocabulary vocabulary) throws IOException {
    Questionnaire blank = new Questionnaire(vocabulary);

    assertThat(read(blank.csv(), Optional.empty(), vocabulary)).isEmpty();
    assertThat(read(blank.csvOfQuestions(), Optional.empty(), vocabulary)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void everyCsvHeaderIsUnderstoodAndARowOfBlanksKnowsNothing(Vocabulary vocabulary)
      throws IOException {
    int questions = vocabulary.questions().size();
    Questionnaire blank = new Questionnaire(vocabulary);
    for (String csv : List.of(blank.csv(), blank.csvOfQuestions())) {
      try (Intake intake = opened(csv, Optional.of(Format.CSV), vocabulary)) {
        assertThat(intake.understood()).isEqualTo(intake.columns()).hasSize(questions + 1);
      }
      assertThat(read(csv + "R-1" + ",".repeat(questions) + "\n", Optional.empty(), vocabulary))
          .containsExactly(Situation.of(vocabulary, "R-1").build());
    }
  }

  @ParameterizedTest
  @MethodSource("vocabularies")
  void everyQuestionIsAskedAndNothingElse(Vocabulary vocabulary) {
    Questionnaire blank = new Questionnaire(vocabulary);
    List<String> asked = vocabulary.questions().stream().map(a -> a.path()).toList();

    assertThat(blank.csv()).isEqualTo("id," + String.join(",", asked) + "\n");
    vocabulary
        .attributes()
        .forEach(
            a -> {
              boolean isAsked = asked.contains(a.path());
              assertThat(blank.yaml().contains("\n  " + a.name() + ":\n")).isEqualTo(isAsked);
              assertThat(blank.json().contains("\"" + a.name() + "\": null")).isEqualTo(isAsked);
            });
  }

  @Test
  void yamlSaysAboveEachBlankWhatIsAskedAndAllowed() {
    assertThat(new Questionnaire(garden).yaml())
        .isEqualTo(
            """
            # Questions of the decision garden, none of them answered yet.
            # Leave blank what is not known. Not known is never read as no.

            # What this case is called elsewhere, if it is.
            id:

            spot:
              # How much sun, in hours a day; at its best? (a number from 0 to 24.5)
              sunHours:
              # Is it # sandy: or loamy, 'heavy'?
              # - SANDY: sandy, dry
              # - LOAMY: loamy: heavy
              soil:
              # Is it so? (yes or no)
              indoors:
              # How many pots? (a whole number)
              pots:

            water:
              # Is it so? (yes or no)
              daily:
              # Anything else? (a text)
              comment:
            """);
  }

  @Test
  void aQuestionOfTwoAttributesIsNoHeader() {
    assertThat(new Questionnaire(garden).csvOfQuestions())
        .isEqualTo(
            "\"id\",\"How much sun, in hours a day; at its best?\",\"Is it # sandy: or loamy,"
                + " 'heavy'?\",\"spot.indoors\",\"How many pots?\",\"water.daily\",\"Anything"
                + " else?\"\n");
  }

  @Test
  void anAttributeMoreInTheVocabularyIsAQuestionMore(@TempDir Path other) {
    Vocabulary wider =
        Rules.garden(other, "    litres : Integer @ask(\"How many litres?\") @range(\"1..9\")", "")
            .vocabulary();
    Questionnaire blank = new Questionnaire(wider);

    assertThat(blank.yaml())
        .endsWith("  # How many litres? (a whole number from 1 to 9)\n  litres:\n");
    assertThat(blank.csv()).endsWith(",water.litres\n");
    assertThat(blank.csvOfQuestions()).endsWith(",\"How many litres?\"\n");
    assertThat(blank.json()).contains("\"litres\": null");
  }

  private static Situation blank(Vocabulary vocabulary) {
    return Situation.of(vocabulary, "").build();
  }

  private static List<Situation> read(String text, Optional<Format> format, Vocabulary vocabulary)
      throws IOException {
    List<Situation> situations = new ArrayList<>();
    try (Intake intake = opened(text, format, vocabulary)) {
      for (Row row = intake.next(); row != null; row = intake.next()) {
        assertThat(row.situation()).isInstanceOf(Result.Ok.class);
        situations.add(((Result.Ok<Situation>) row.situation()).value());
      }
    }
    return situations;
  }

  private static Intake opened(String text, Optional<Format> format, Vocabulary vocabulary) {
    ByteArrayInputStream stdin = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Result<Intake> opened = Intake.open(Intake.STDIN, format, Understanding.of(vocabulary), stdin);
    assertThat(opened).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<Intake>) opened).value();
  }
}
