package dev.rolecall.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path folder;

  @Test
  void two_batches_cannot_write_one_file_at_once() throws IOException {
    Path file = folder.resolve("results.csv");
    try (WholeFile first = new WholeFile(file)) {
      first.write("a whole line\n");
      assertThatThrownBy(() -> new WholeFile(file))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("another program is writing it now");
      first.complete();
    }
    assertThat(file).hasContent("a whole line");
  }

  @Test
  void a_link_in_the_place_of_the_part_is_not_followed() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim.txt"), "keep");
    Files.createSymbolicLink(folder.resolve("results.csv.part"), victim);
    assertThatThrownBy(() -> new WholeFile(folder.resolve("results.csv")))
        .hasMessageContaining("is a link");
    assertThat(victim).hasContent("keep");
  }

  @Test
  void what_a_stopped_batch_left_is_begun_anew() throws IOException {
    Path file = folder.resolve("results.csv");
    Files.writeString(folder.resolve("results.csv.part"), "left over from before, and longer");
    try (WholeFile again = new WholeFile(file)) {
      again.write("anew\n");
      again.complete();
    }
    assertThat(file).hasContent("anew");
  }
}
