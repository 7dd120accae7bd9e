package dev.rolecall.edit;

import static dev.rolecall.edit.Garden.PLANTS;
import static dev.rolecall.edit.Garden.RULES;
import static dev.rolecall.edit.Garden.problems;
import static dev.rolecall.edit.Garden.text;
import static dev.rolecall.edit.Garden.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.explain.Style;
import dev.rolecall.ruleset.RuleFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules go to a spreadsheet, and what people change there comes back. */
class SheetTest {

  @TempDir Path folder;
  private final RuleFiles files = Garden.files();
  private final byte[] made = value(Sheet.of(files));
  private final Workbooks workbook = Workbooks.open(made);

  private Path saved(byte[] workbook) {
    return Garden.saved(folder, workbook);
  }

  private SheetEdit applied() {
    return value(Sheet.apply(files, "rules.xlsx", saved(workbook.saved())));
  }

  private List<String> refused() {
    return problems(Sheet.apply(files, "rules.xlsx", saved(workbook.saved())));
  }

  @Test
  void aRuleIsARowWithItsValuesInCells() {
    assertThat(workbook.rules().get(0))
        .containsExactly(
            "File", "Id", "Rule", "When", "Says", "Text", "Weight", "Source", "What 1", "Value 1",
            "What 2", "Value 2", "What 3", "Value 3", "What 4", "Value 4", "What 5", "Value 5");
    assertThat(workbook.row("sun").subList(0, 6))
        .containsExactly(
            PLANTS,
            "sun",
            "Sun makes tomatoes",
            "spot.pots is at least 3 and spot.sunHours is at least 6.50",
            "leans to a tomato",
            "{pots} pots \"in\" the sun");
    assertThat(workbook.get("sun", "What 2")).isEqualTo("spot.sunHours is at least");
    assertThat(workbook.get("sun", "Value 2")).hasToString("6.5");
    assertThat(workbook.get("shade", "Value 1")).isEqualTo("sandy, dry");
    assertThat(workbook.get("shade", "What 2")).isEqualTo("or soil");
    assertThat(workbook.get("shade", "Value 3")).isEqualTo("yes");
    assertThat(workbook.get("shade", "Weight")).hasToString("2");
    assertThat(workbook.get("nothing", "Weight")).isEqualTo("");
    assertThat(workbook.get("nothing", "Says")).isEqualTo("inconclusive; asks Which soil?");
  }

  @Test
  void theSameRulesAreTheSameBytes() {
    assertThat(value(Sheet.of(Garden.files()))).isEqualTo(made);
  }

  @Test
  void aTextThatLooksLikeAFormulaIsAText() {
    assertThat(workbook.get("shade", "Text")).isEqualTo("=it is shady");
  }

  @Test
  void aSheetThatNobodyTouchedChangesNothing() {
    assertThat(value(Sheet.apply(files, "rules.xlsx", saved(made))).changes()).isEmpty();
    assertThat(applied().after().hash()).isEqualTo(files.hash());
  }

  @Test
  void everyKindOfCellComesBackAndTheRestOfTheFileStays() {
    workbook
        .set("sun", "Rule", "A \"sunny\" \\ place")
        .set("sun", "Text", "=1+{pots}")
        .set("sun", "Weight", 3)
        .set("sun", "Source", "published")
        .set("sun", "Value 1", 4.0)
        .set("sun", "Value 2", 0.1)
        .set("shade", "Value 2", "loamy: HEAVY")
        .set("shade", "Value 1", "LOAMY")
        .set("shade", "Value 3", false)
        .set("shade", "Value 4", "Roof")
        .set("shade", "Source", "house")
        .set("nothing", "Value 1", "2");
    SheetEdit edit = applied();
    assertThat(text(edit.after()))
        .isEqualTo(
            RULES
                .replace("\"Sun makes tomatoes\"", "\"A \\\"sunny\\\" \\\\ place\"")
                .replace("{pots} pots \\\"in\\\" the sun", "=1+{pots}")
                .replace("@id( sun ) @source(house)", "@id( sun ) @weight(3) @source(published)")
                .replace("pots>=3", "pots>=4")
                .replace("6.50", "0.1")
                .replace("Soil.SANDY, Soil.LOAMY", "Soil.LOAMY, Soil.LOAMY")
                .replace("indoors == true", "indoors == false")
                .replace("\"Balcony\"", "\"Roof\"")
                .replace("@id(shade) @weight( 2 )", "@id(shade) @source(house) @weight( 2 )")
                .replace("speaking >= 1", "speaking >= 2"));
    assertThat(edit.changes()).hasSize(11);
  }

  @Test
  void theLinesOfACellAreOneInTheRuleFile() {
    workbook.set("sun", "Text", "{pots} pots \nin the\r\n\tsun").set("sun", "Value 1", "4\n");
    SheetEdit edit = applied();
    assertThat(text(edit.after()))
        .isEqualTo(
            RULES
                .replace("{pots} pots \\\"in\\\" the sun", "{pots} pots in the sun")
                .replace("pots>=3", "pots>=4"));
  }

  @Test
  void rowsMayBeSortedDeletedAndColumnsMovedAndAdded() {
    workbook.set("sun", "Value 1", 4);
    workbook.rules().remove(workbook.row("nothing"));
    Collections.reverse(workbook.rules().subList(1, workbook.rules().size()));
    for (List<Object> row : workbook.rules()) {
      while (row.size() < 18) {
        row.add("");
      }
      Collections.swap(row, 0, 4);
      row.add("a note");
    }
    workbook.rules().add(1, new ArrayList<>());
    SheetEdit edit = applied();
    assertThat(text(edit.after())).isEqualTo(RULES.replace("pots>=3", "pots>=4"));
    assertThat(edit.deleted()).isEqualTo(1);
    assertThat(SheetText.lines(edit, new Style(false, 100)))
        .containsExactly(
            "sun · rules/garden/plants.drl:4",
            "    spot.pots is at least: 3 → 4",
            "1 rule changed, in 1 cell. 1 rule not on the sheet any more, left as in the files.");
  }

  @Test
  void everyWrongCellIsNamedAtOnce() {
    workbook
        .set("sun", "Value 1", 41)
        .set("sun", "Text", "")
        .set("sun", "Weight", 2.5)
        .set("shade", "Value 1", "sandi")
        .set("shade", "Value 3", "perhaps")
        .set("shade", "When", "never")
        .set("shade", "Source", "hause")
        .set("nothing", "Weight", 2)
        .set("nothing", "Value 1", new Workbooks.Formula("1+1"));
    assertThat(refused())
        .containsExactly(
            "rules.xlsx: row 4, column \"Value 1\": it holds a formula; type the value itself");
    workbook.set("nothing", "Value 1", 1);
    assertThat(refused())
        .containsExactlyInAnyOrder(
            "rules.xlsx: row 2, column \"Text\": it is empty; expected a text",
            "rules.xlsx: row 2, column \"Weight\": `2.5` is not a whole number from 1 to 99",
            "rules.xlsx: row 2, column \"Value 1\": `41` is not a whole number from 1 to 40",
            "rules.xlsx: row 3, column \"When\": this cell cannot be changed; change it in the rule file",
            "rules.xlsx: row 3, column \"Source\": `hause` is not one of `published`, `house`",
            "rules.xlsx: row 3, column \"Value 1\": `sandi` is not one of `SANDY`, `LOAMY`; maybe `SANDY`?",
            "rules.xlsx: row 3, column \"Value 3\": `perhaps` is not `yes` or `no`",
            "rules.xlsx: row 4, column \"Weight\": this cell cannot be changed; change it in the rule file");
  }

  @Test
  void whatTheRulesRefuseIsNamedByTheCell() {
    workbook.set("sun", "Text", "{pods} pots").set("shade", "Rule", "Nothing is known");
    assertThat(refused())
        .satisfiesExactlyInAnyOrder(
            p ->
                assertThat(p)
                    .startsWith("rules.xlsx: row 2, column \"Text\": `{pods}` has no value")
                    .endsWith("maybe `pots`? (rules/garden/plants.drl:9:34)"),
            p -> assertThat(p).contains("has the same name"));
  }

  @Test
  void aRowOfAnUnknownRuleAndARowTwiceAreNamed() {
    List<Object> copy = new ArrayList<>(workbook.row("shade"));
    List<Object> other = new ArrayList<>(workbook.row("shade"));
    other.set(1, "shadow");
    workbook.rules().addAll(List.of(copy, other, List.of("", "", "a note")));
    assertThat(refused())
        .containsExactly(
            "rules.xlsx: row 5, column \"Id\": `shade` stands in row 3 already",
            "rules.xlsx: row 6, column \"Id\": the sheet was made without a rule `shadow`;"
                + " a new rule is written in a rule file; maybe `shade`?",
            "rules.xlsx: row 7, column \"Id\": it is empty; it says which rule the row is");
  }

  @Test
  void aRuleChangedElsewhereIsNotOverwrittenAndOthersAre() {
    workbook.set("sun", "Value 1", 4).set("shade", "Weight", 5).set("shade", "Value 3", "no");
    RuleFiles since = Garden.with(RULES.replace("@weight( 2 )", "@weight( 7 )"));
    assertThat(problems(Sheet.apply(since, "rules.xlsx", saved(workbook.saved()))))
        .containsExactly(
            "rules.xlsx: row 3, column \"Weight\": the rule was changed since the sheet was made,"
                + " here it says `7` now; make a new sheet");
    workbook.set("shade", "Weight", 2).set("shade", "Value 3", "yes");
    SheetEdit edit = value(Sheet.apply(since, "rules.xlsx", saved(workbook.saved())));
    assertThat(edit.outdated()).isTrue();
    assertThat(text(edit.after())).isEqualTo(text(since).replace("pots>=3", "pots>=4"));
  }

  @Test
  void appliedTwiceItChangesNothingMore() {
    workbook.set("sun", "Value 1", 4).set("sun", "Weight", 9);
    SheetEdit again = value(Sheet.apply(applied().after(), "rules.xlsx", saved(workbook.saved())));
    assertThat(again.changes()).isEmpty();
  }

  @Test
  void aRowThatWasAppliedIsRefusedWhenItIsChangedAgainNamingWhatWasApplied() {
    workbook.set("sun", "Text", "{pots} pots");
    RuleFiles once = applied().after();
    workbook.set("sun", "Value 1", 4).set("shade", "Weight", 5);
    assertThat(problems(Sheet.apply(once, "rules.xlsx", saved(workbook.saved()))))
        .containsExactly(
            "rules.xlsx: row 2, column \"Text\": the rule was changed since the sheet was made,"
                + " here it says `{pots} pots` now; make a new sheet");
  }

  @Test
  void aConditionThatLostItsValueSinceIsNamedByItsColumn() {
    workbook.set("shade", "Weight", 5);
    RuleFiles since = Garden.with(RULES.replace("indoors == true, ", ""));
    assertThat(problems(Sheet.apply(since, "rules.xlsx", saved(workbook.saved()))))
        .isNotEmpty()
        .allMatch(p -> p.contains("the rule was changed since the sheet was made, here it says"));
  }

  @Test
  void aRuleThatIsGoneAndASheetOfAnotherDecisionAreNamed() {
    workbook.set("sun", "Value 1", 4);
    RuleFiles gone = Garden.with(RULES.replace("@id( sun )", "@id( sunny )"));
    assertThat(problems(Sheet.apply(gone, "rules.xlsx", saved(workbook.saved()))))
        .singleElement()
        .asString()
        .contains("row 2, column \"Id\": this rule is not there any more");
    RuleFiles other = RuleFiles.of("balcony", "rules/balcony", balcony());
    assertThat(problems(Sheet.apply(other, "rules.xlsx", saved(workbook.saved()))))
        .containsExactly(
            "rules.xlsx: it is a sheet of `garden`, not of `balcony`; say `--decision garden`");
  }

  private Map<String, byte[]> balcony() {
    Map<String, byte[]> renamed = new HashMap<>();
    files
        .files()
        .forEach(
            (name, bytes) ->
                renamed.put(
                    name,
                    Garden.bytes(
                        new String(bytes, StandardCharsets.UTF_8)
                            .replace("package garden", "package balcony"))));
    return renamed;
  }
}
