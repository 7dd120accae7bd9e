package dev.rolecall.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedFileTest {

  @TempDir Path folder;

  @Test
  void manyWriteItAtOnceAndOneOfThemWholly() throws IOException {
    Path file = folder.resolve("cache/one.rules");
    IntStream.rangeClosed(1, 64).parallel().forEach(number -> write(file, number));
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).hasSize(100_000).containsOnly(bytes[0]);
    assertThat(file.getParent().toFile().list()).containsExactly("one.rules");
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("one.rules/full"));
    assertThat(catchThrowable(() -> CachedFile.write(taken.getParent(), new byte[1])))
        .isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).containsExactly("one.rules");
  }

  private static void write(Path file, int number) {
    byte[] bytes = new byte[100_000];
    Arrays.fill(bytes, (byte) number);
    try {
      CachedFile.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
