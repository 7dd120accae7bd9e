package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edited rules are written whole, and over nobody else's edit. */
class RulesFolderWriteTest {

  @TempDir Path rules;
  private Path garden;
  private RuleFiles before;

  @BeforeEach
  void writeRules() throws IOException {
    garden = Files.createDirectories(rules.resolve("garden"));
    Files.writeString(garden.resolve("a.drl"), "a");
    Files.writeString(garden.resolve("b.drl"), "b");
    before = ((Result.Ok<RuleFiles>) RulesFolder.read(rules, "garden")).value();
  }

  private Result<List<String>> write() {
    byte[] bytes = "edited".getBytes(StandardCharsets.UTF_8);
    return RulesFolder.write(rules, before, before.with("b.drl", bytes).with("new.drl", bytes));
  }

  @Test
  void onlyWhatDiffersIsWritten() throws IOException {
    assertThat(write()).isEqualTo(Result.ok(List.of("b.drl", "new.drl")));
    assertThat(garden.resolve("a.drl")).hasContent("a");
    assertThat(garden.resolve("b.drl")).hasContent("edited");
    assertThat(garden.toFile().list()).containsExactlyInAnyOrder("a.drl", "b.drl", "new.drl");
  }

  @Test
  void nothingIsWrittenOverAnEditOfSomebodyElse() throws IOException {
    Files.writeString(garden.resolve("a.drl"), "edited meanwhile");
    assertThat(write()).isInstanceOf(Result.Refused.class);
    assertThat(garden.resolve("b.drl")).hasContent("b");
  }

  @Test
  void whatCannotBeWrittenLeavesEverythingAsItWas() throws IOException {
    Files.createDirectories(garden.resolve("new.drl.part/full"));
    assertThat(write().toString()).contains("the rules cannot be written there");
    assertThat(garden.resolve("b.drl")).hasContent("b");
    assertThat(garden.resolve("b.drl.part")).doesNotExist();
  }
}
