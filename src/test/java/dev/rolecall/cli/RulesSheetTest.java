package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.edit.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person changes rules in a spreadsheet. */
class RulesSheetTest {

  @TempDir Path folder;
  private Path rules;
  private Path sheet;

  @BeforeEach
  void writeSheet() throws IOException {
    rules = Run.copy(Path.of("rules"), folder.resolve("rules"));
    sheet = folder.resolve("rules.xlsx");
    assertThat(sheet("--out", sheet).out()).startsWith("Written: " + sheet);
  }

  private Run sheet(Object... options) {
    Object[] line =
        Stream.concat(
                Stream.of(
                    "rules",
                    "sheet",
                    "--home",
                    Run.HOME,
                    "--rules",
                    rules,
                    "--scenarios",
                    "scenarios"),
                Stream.of(options))
            .toArray();
    return Run.of(List.of(), line);
  }

  private void edit(String id, String column, Object value) throws IOException {
    Workbooks workbook = Workbooks.open(Files.readAllBytes(sheet));
    Files.write(sheet, workbook.set(id, column, value).saved());
  }

  private String scope() throws IOException {
    return Files.readString(rules.resolve("hiring/scope.drl"));
  }

  @Test
  void wordsAreChangedInTheRuleFileAndNothingElse() throws IOException {
    String before = scope();
    edit("scope-one-team", "Text", "one team does it \"all\"");
    Run run = sheet("--apply", sheet);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains(
            "scope-one-team · " + rules + "/hiring/scope.drl:",
            "Text: the work stays inside one team → one team does it \"all\"",
            "1 rule changed, in 1 cell.",
            "cases pass",
            "Written: " + rules + "/hiring/scope.drl",
            "For further changes make a new sheet: rolecall rules sheet --out " + sheet);
    assertThat(scope())
        .isEqualTo(
            before.replace(
                "\"the work stays inside one team\"", "\"one team does it \\\"all\\\"\""));
    assertThat(rules.resolve("hiring"))
        .isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    assertThat(sheet("--apply", sheet).out())
        .contains("The sheet changes nothing. The rules were changed since the sheet was made;");
  }

  @Test
  void aDryRunShowsAndWritesNothing() throws IOException {
    String before = scope();
    edit("scope-one-team", "Weight", 2);
    Run run = sheet("--apply", sheet, "--dry-run");
    assertThat(run.out()).contains("Weight: 3 → 2", "nothing is written");
    assertThat(scope()).isEqualTo(before);
  }

  @Test
  void aThresholdThatScenariosHoldIsRefusedUnlessForced() throws IOException {
    String before = scope();
    edit("scope-several-teams", "Value 1", 4);
    Run run = sheet("--apply", sheet);
    assertThat(run.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(run.out())
        .contains("scope.teams is at least: 3 → 4", "since a scenario fails; --force writes it");
    assertThat(scope()).isEqualTo(before);
    assertThat(sheet("--apply", sheet, "--force").code()).isEqualTo(ExitCode.DONE);
    assertThat(scope()).isEqualTo(before.replace("teams >= 3", "teams >= 4"));
  }

  @Test
  void aWrongCellIsNamedAndNothingIsWritten() throws IOException {
    edit("scope-several-teams", "Value 1", 501);
    edit("scope-one-team", "Text", "fine");
    String before = scope();
    Run run = sheet("--apply", sheet);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run.err())
        .containsPattern(
            "rules.xlsx: row \\d+, column \"Value 1\": `501` is not a whole number from 1 to 500");
    assertThat(scope()).isEqualTo(before);
  }

  @Test
  void everyWrongCellIsNamedAtOnceWhateverIsWrongWithIt() throws IOException {
    edit("scope-several-teams", "Value 1", 501);
    edit("scope-one-team", "Text", "inside {crew}");
    assertThat(sheet("--apply", sheet).err())
        .containsPattern("row \\d+, column \"Value 1\": `501` is not a whole number")
        .containsPattern("row \\d+, column \"Text\": .*`\\{crew}`");
  }

  @Test
  void aSheetOfAnotherDecisionIsMadeAndApplied() throws IOException {
    Path growth = folder.resolve("growth.xlsx");
    assertThat(sheet("--decision", "growth", "--out", growth).code()).isEqualTo(ExitCode.DONE);
    assertThat(sheet("--apply", growth).err()).contains("say `--decision growth`");
    assertThat(sheet("--decision", "growth", "--apply", growth).out())
        .contains("The sheet changes nothing.");
  }

  @Test
  void whatIsNotThereAndWhatCannotBeWrittenIsSaid() {
    Run none = sheet("--apply", folder.resolve("none.xlsx"));
    assertThat(none.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(none.err()).contains("none.xlsx: there is no such file");
    Run nowhere = sheet("--out", folder.resolve("no/rules.xlsx"));
    assertThat(nowhere.code()).isEqualTo(ExitCode.NOT_WRITTEN);
    assertThat(sheet("--out", sheet, "--apply", sheet).code()).isEqualTo(ExitCode.USAGE);
    assertThat(sheet("--out", sheet, "--force").code()).isEqualTo(ExitCode.USAGE);
  }
}
