package dev.rolecall.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.FileSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFolderTest {

  private static final List<String> DECISIONS = List.of("meal", "trip");

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String file : List.of("trip/b.yaml", "trip/a.yml", "trip/deep/c.yaml", "trip/notes.md")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "title: t\n");
    }
  }

  @Test
  void findsTheScenariosOfEveryDecision() throws IOException {
    add("meal/a.yaml");
    assertThat(value(ScenarioFolder.all(folder, DECISIONS)))
        .containsEntry("meal", List.of(folder.resolve("meal/a.yaml")))
        .containsEntry(
            "trip",
            List.of(
                folder.resolve("trip/a.yml"),
                folder.resolve("trip/b.yaml"),
                folder.resolve("trip/deep/c.yaml")));
  }

  @Test
  void aFileBelongsToTheFolderThatItIsIn() {
    Path file = folder.resolve("trip/deep/c.yaml");
    List<Path> paths = List.of(file, folder.resolve("trip/deep"));
    assertThat(value(ScenarioFolder.named(folder, paths, Optional.empty(), DECISIONS)))
        .containsExactly(Map.entry("trip", List.of(file)));
  }

  @Test
  void linksAreNeitherArchivedNorWritten(@TempDir Path elsewhere) throws IOException {
    FileSet before = value(ScenarioFolder.read(folder, "trip"));
    Path file = Files.writeString(elsewhere.resolve("x.yaml"), "title: t\n");
    Files.createSymbolicLink(folder.resolve("trip/x.yaml"), file);
    Files.createSymbolicLink(folder.resolve("trip/more"), elsewhere);
    Files.createSymbolicLink(folder.resolve("meal"), elsewhere);
    assertThat(problems(ScenarioFolder.read(folder, "trip")))
        .allSatisfy(p -> assertThat(p).contains(": it is a link;"))
        .hasSize(2);
    assertThat(problems(ScenarioFolder.write(folder, "trip", before, FileSet.NONE))).hasSize(2);
    assertThat(problems(ScenarioFolder.write(folder, "meal", FileSet.NONE, before))).hasSize(1);
    for (String name : List.of("x.yaml", "more/y.yaml", "../y.yaml")) {
      FileSet after = new FileSet(new TreeMap<>(Map.of(name, new byte[1])));
      assertThatThrownBy(() -> after.replace(FileSet.NONE, folder.resolve("trip")))
          .isInstanceOf(IOException.class);
    }
    assertThat(elsewhere).isDirectoryContaining(file::equals);
    assertThat(file).hasContent("title: t\n");
    assertThat(folder.resolve("y.yaml")).doesNotExist();
  }

  @Test
  void aFileThatChangesItsNameOnlyInCaseStays() throws IOException {
    FileSet before = new FileSet(new TreeMap<>(Map.of("a.yaml", new byte[1])));
    FileSet after = new FileSet(new TreeMap<>(Map.of("A.yaml", new byte[2])));
    before.replace(FileSet.NONE, folder.resolve("new"));
    after.replace(before, folder.resolve("new"));
    assertThat(folder.resolve("new/A.yaml")).hasSize(2);
    assertThat(folder.resolve("new")).isDirectoryContaining("glob:**.yaml");
  }

  @Test
  void aFileElsewhereNeedsToBeTold() throws IOException {
    Path elsewhere = add("x.yaml");
    assertThat(
            problems(ScenarioFolder.named(folder, List.of(elsewhere), Optional.empty(), DECISIONS)))
        .singleElement()
        .asString()
        .endsWith("say which decision with --decision");
    assertThat(
            value(ScenarioFolder.named(folder, List.of(elsewhere), Optional.of("meal"), DECISIONS)))
        .containsExactly(Map.entry("meal", List.of(elsewhere)));
  }

  @Test
  void scenariosWithoutRulesAreAProblem() throws IOException {
    add("trips/a.yaml");
    assertThat(problems(ScenarioFolder.all(folder, DECISIONS)))
        .singleElement()
        .asString()
        .endsWith("there are no rules of `trips`; there are `meal`, `trip`; maybe `trip`?");
  }

  @Test
  void pathsThatLeadNowhereAreProblems() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("meal"));
    List<Path> paths = List.of(empty, folder.resolve("trip/z.yaml"));
    assertThat(problems(ScenarioFolder.named(folder, paths, Optional.empty(), DECISIONS)))
        .satisfiesExactly(
            p -> assertThat(p).endsWith("meal: there are no scenarios in it, no `*.yaml`"),
            p -> assertThat(p).endsWith("z.yaml: there is no such file or folder"));
  }

  private Path add(String file) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, "title: t\n");
  }

  private static <T> T value(Result<T> result) {
    assertThat(result).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<T>) result).value();
  }

  private static List<String> problems(Result<?> result) {
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused<?>) result).problems().stream().map(Problem::toString).toList();
  }
}
