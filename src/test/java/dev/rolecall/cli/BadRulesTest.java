package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that cannot be used. */
class BadRulesTest {

  @TempDir Path folder;
  private Path rules;
  private Path file;

  @BeforeEach
  void copyRules() throws IOException {
    rules = Run.copy(Path.of("rules"), folder.resolve("rules"));
    file = Files.writeString(folder.resolve("a.csv"), "id,title\nA,Project Manager\n");
  }

  private Run decide(String... more) {
    return Run.of(
        List.of("--home", Run.HOME.toString(), "--rules", rules.toString()),
        List.of(List.of("decide", file.toString()), List.of(more)).stream()
            .flatMap(List::stream)
            .toArray());
  }

  @Test
  void aBrokenRuleIsNamedByFileLineAndColumn() throws IOException {
    Path scope = rules.resolve("hiring/scope.drl");
    Files.writeString(scope, Files.readString(scope).replaceFirst("\\bteams >=", "team >="));
    Run run = decide();
    assertThat(run.code()).isEqualTo(ExitCode.RULES_REFUSED);
    assertThat(run.err()).containsPattern("hiring/scope\\.drl:\\d+:\\d+: .*`team`.*maybe `teams`");
  }

  @Test
  void aTextThatIsNoRuleIsNamedByFileAndLine() throws IOException {
    Files.writeString(rules.resolve("hiring/scope.drl"), "// x\npackage hiring;\nrule rule {\n");
    Run run = decide();
    assertThat(run.code()).isEqualTo(ExitCode.RULES_REFUSED);
    assertThat(run.err()).containsPattern("hiring/scope\\.drl:3:\\d+: ");
  }

  @Test
  void aFolderWithoutVocabularyIsRefused() throws IOException {
    Files.delete(rules.resolve("hiring/vocabulary.drl"));
    Run run = decide();
    assertThat(run.code()).isEqualTo(ExitCode.RULES_REFUSED);
    assertThat(run.err())
        .contains("there is no `vocabulary.drl`, which declares what can be asked");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    Run run = Run.of(List.of("--rules", folder.resolve("none").toString()), "decide", file);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("there are no rules in " + folder.resolve("none"));
  }

  @Test
  void anUnknownDecisionIsAnsweredWithTheNearest() {
    Run run = decide("--decision", "hirin");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("there are `growth`, `hiring`; maybe `hiring`?");
  }
}
