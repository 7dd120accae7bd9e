package dev.rolecall.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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

  private static SortedMap<String, List<Path>> value(Result<SortedMap<String, List<Path>>> result) {
    assertThat(result).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<SortedMap<String, List<Path>>>) result).value();
  }

  private static List<String> problems(Result<SortedMap<String, List<Path>>> result) {
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused<SortedMap<String, List<Path>>>) result)
        .problems().stream().map(Problem::toString).toList();
  }
}
