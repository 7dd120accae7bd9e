package dev.rolecall.edit;

import static dev.rolecall.edit.Garden.files;
import static dev.rolecall.edit.Garden.literals;
import static dev.rolecall.edit.Garden.problems;
import static dev.rolecall.edit.Garden.rule;
import static dev.rolecall.edit.Garden.text;
import static dev.rolecall.edit.Garden.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Span;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of a rule is replaced in its place, and nothing else. */
class SpliceTest {

  private static RuleFiles spliced(RuleFiles files, Splice... splices) {
    return value(Splice.into(files, List.of(splices)));
  }

  private static Span behindId(RuleFiles files) {
    Span id = rule(files, "sun").written().values().get("id");
    int behind = text(files).indexOf(')', id.end()) + 1;
    return new Span(id.at(), behind, behind);
  }

  @Test
  void everyKindOfPartIsReplacedAndTheRestStaysByteForByte() {
    RuleFiles files = files();
    Rule sun = rule(files, "sun");
    Rule shade = rule(files, "shade");
    RuleFiles after =
        spliced(
            files,
            new Splice(literals(files, "shade").get(2), "false"),
            new Splice(literals(files, "sun").get(0), "12"),
            new Splice(literals(files, "sun").get(1), "7.25"),
            new Splice(sun.written().sentence(), "\"Much sun\""),
            new Splice(sun.then().get(0).text().orElseThrow().span(), "\"{pots} pots\""),
            new Splice(shade.written().values().get("weight"), "10"),
            new Splice(behindId(files), " @weight(3)"));
    assertThat(text(after))
        .isEqualTo(
            Garden.RULES
                .replace("indoors == true", "indoors == false")
                .replace("pots>=3", "pots>=12")
                .replace("6.50", "7.25")
                .replace("\"Sun makes tomatoes\"", "\"Much sun\"")
                .replace("\"{pots} pots \\\"in\\\" the sun\"", "\"{pots} pots\"")
                .replace("@weight( 2 )", "@weight( 10 )")
                .replace("@id( sun )", "@id( sun ) @weight(3)"));
    assertThat(rule(after, "sun").weight()).isEqualTo(3);
  }

  @Test
  void theMarkAtTheBeginningAndTheEndsOfLinesStay() {
    RuleFiles files = Garden.with("\uFEFF" + Garden.RULES.replace("\n", "\r\n"));
    RuleFiles after = spliced(files, new Splice(literals(files, "sun").get(0), "4"));
    String expected = "\uFEFF" + Garden.RULES.replace("\n", "\r\n").replace("pots>=3", "pots>=4");
    assertThat(after.files().get(Garden.PLANTS)).isEqualTo(Garden.bytes(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"6 || pots == 9", "6, indoors == true", "6 ) Known( stated > 1", "6 && pots > 1"})
  void aNumberCannotGrowIntoACondition(String text) {
    RuleFiles files = files();
    Splice splice = new Splice(literals(files, "sun").get(1), text);
    assertThat(problems(Splice.into(files, List.of(splice))))
        .singleElement()
        .asString()
        .startsWith("rules/garden/plants.drl:4:1: the new words would change more of the rules");
  }

  @Test
  void aChoiceCannotGrowIntoTwo() {
    RuleFiles files = files();
    Splice splice = new Splice(literals(files, "shade").get(0), "Soil.SANDY, Soil.SANDY");
    assertThat(problems(Splice.into(files, List.of(splice)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\" ); verdict.ask( \"spot.soil\" ); verdict.leans( Plant.FERN, \"b\"",
        "\"a\" ); end rule \"More\" @id(more) when then verdict.leans( Plant.FERN, \"b\""
      })
  void aTextCannotBreakOut(String text) {
    RuleFiles files = files();
    Span span = rule(files, "sun").then().get(0).text().orElseThrow().span();
    assertThat(problems(Splice.into(files, List.of(new Splice(span, text))))).isNotEmpty();
  }

  @Test
  void anotherAttributeOrOperatorIsNotAPartThatCanBeReplaced() {
    RuleFiles files = files();
    int at = text(files).indexOf("pots>=3");
    Span comparison = new Span(literals(files, "sun").get(0).at(), at, at + "pots>=3".length());
    assertThat(problems(Splice.into(files, List.of(new Splice(comparison, "pots<=3"))))).hasSize(1);
  }

  @Test
  void whatTheRulesRefuseIsRefusedWithItsPlace() {
    RuleFiles files = files();
    List<Splice> splices =
        List.of(
            new Splice(literals(files, "sun").get(0), "41"),
            new Splice(literals(files, "shade").get(0), "Soil.SANDI"));
    assertThat(problems(Splice.into(files, splices)))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("rules/garden/plants.drl:7:24: spot.pots can never be"),
            p -> assertThat(p).contains("plants.drl:14:21", "maybe `Soil.SANDY`"));
  }

  @Test
  void twoSplicesOfOnePlaceAreABug() {
    RuleFiles files = files();
    Splice splice = new Splice(literals(files, "sun").get(0), "4");
    assertThatThrownBy(() -> Splice.into(files, List.of(splice, splice)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyPartOfTheShippedRulesCanBeReplacedByItself() {
    for (String decision : RulesFolder.decisions(Path.of("rules"))) {
      RuleFiles files = value(RulesFolder.read(Path.of("rules"), decision));
      List<Splice> splices = new ArrayList<>();
      for (SheetRow row : SheetRows.of(files, Garden.rulebook(files))) {
        row.cells().values().stream()
            .flatMap(cell -> cell.slot().stream())
            .filter(slot -> slot.span().start() < slot.span().end())
            .forEach(slot -> splices.add(new Splice(slot.span(), written(files, slot.span()))));
      }
      RuleFiles after = value(Splice.into(files, splices));
      assertThat(after.hash()).as(decision).isEqualTo(files.hash());
    }
  }

  private static String written(RuleFiles files, Span span) {
    try {
      return files.text(span.at().file()).substring(span.start(), span.end());
    } catch (CharacterCodingException e) {
      throw new AssertionError(e);
    }
  }
}
