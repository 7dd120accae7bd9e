package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A person edits rules while the command watches. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class RulesWatchTest {

  @TempDir Path folder;
  private Path rules;
  private Path scope;
  private Process process;
  private BufferedReader said;

  @BeforeEach
  void watch() throws IOException {
    Run.of("decide", "examples/requisition.yaml"); // fills the cache
    rules = Run.copy(Path.of("rules"), folder.resolve("rules"));
    Run.copy(Path.of("scenarios"), folder.resolve("scenarios"));
    scope = rules.resolve("hiring/scope.drl");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.rolecall.Main",
                "rules",
                "watch",
                "--home",
                Run.HOME.toAbsolutePath().toString(),
                "--rules",
                rules.toString(),
                "--scenarios",
                folder.resolve("scenarios").toString())
            .redirectError(folder.resolve("err").toFile())
            .start();
    said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  private void edit(String old, String by) throws IOException {
    Run.edit(scope, old, by);
  }

  /** What it says of one save: an empty line, when and what was saved, and so on to the verdict. */
  private List<String> verdict() throws IOException {
    List<String> lines = new ArrayList<>();
    do {
      lines.add(said.readLine());
    } while (!String.valueOf(lines.get(lines.size() - 1))
        .matches("(Passes|Refused|Fails) after .*|null"));
    return lines;
  }

  @Test
  void saysOfEachSaveWhatBecameOfIt() throws Exception {
    assertThat(verdict())
        .singleElement()
        .asString()
        .contains("hiring: ", " pass; decide and batch use it now");
    assertThat(said.readLine())
        .isEqualTo(
            "Watching "
                + rules.resolve("hiring")
                + " and "
                + folder.resolve("scenarios/hiring")
                + "; Ctrl-C ends it.");

    edit("the work spans", "this work spans");
    List<String> words = verdict();
    assertThat(words.get(0)).isEmpty();
    assertThat(words.get(1)).matches("\\d\\d:\\d\\d:\\d\\d {2}" + scope);
    assertThat(words.get(2))
        .isEqualTo(
            "Differs from what passed last: 1 text (scope-several-teams); no answer differs");
    assertThat(words.get(3)).startsWith("Passes after ").endsWith("use it now");

    edit("teams >= 3", "team >= 3");
    List<String> broken = verdict();
    assertThat(broken.get(2)).startsWith("error: " + scope + ":");
    assertThat(String.join(" ", broken).replaceAll(" +", " ")).contains("maybe `teams`?");
    assertThat(broken.get(broken.size() - 1))
        .startsWith("Refused after ")
        .endsWith("decide and batch refuse it too");

    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
    assertThat(folder.resolve("err")).isEmptyFile();
  }
}
