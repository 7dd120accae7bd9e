package dev.rolecall.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismTest {

  private static final int ROWS = 5_000;

  @Test
  void theSameInputGivesTheSameBytesFromSourceAndFromCache(@TempDir Path folder)
      throws IOException {
    List<String> lines = Files.readAllLines(Path.of("examples/open-requisitions.csv"));
    List<String> rows = lines.subList(1, lines.size());
    Path in =
        Files.writeString(
            folder.resolve("in.csv"),
            IntStream.range(0, ROWS)
                .mapToObj(i -> i + rows.get(i % rows.size()).replaceFirst("^[^,]*", ""))
                .collect(Collectors.joining("\n", lines.get(0) + "\n", "\n")));
    List<String> home = List.of("--home", folder.resolve("home").toString());
    Run source = Run.of(home, "batch", in, "--no-record", "--out", folder.resolve("source.csv"));
    Run cache = Run.of(home, "batch", in, "--no-record", "--out", folder.resolve("cache.csv"));

    List<String> results = Files.readAllLines(folder.resolve("source.csv"));
    assertThat(folder.resolve("cache.csv")).hasSameBinaryContentAs(folder.resolve("source.csv"));
    assertThat(cache.out()).isEqualTo(source.out().replace("source.csv", "cache.csv"));
    assertThat(source.out()).contains("5,000 rows:");
    assertThat(results).hasSize(ROWS + 1);
    assertThat(results.subList(1, results.size()))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .isEqualTo(IntStream.range(0, ROWS).mapToObj(String::valueOf).toList());
  }
}
