package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts cut into lines. */
class LinesTest {

  private static final int LONGEST = 100_000;

  /** A text that comes a few characters at a time, as through a pipe. */
  private static Reader dripping(String text, int atOnce) {
    return new StringReader(text) {
      @Override
      public int read(char[] to, int from, int length) throws IOException {
        return super.read(to, from, Math.min(length, atOnce));
      }
    };
  }

  private static List<String> lines(Reader text) throws IOException {
    Lines lines = new Lines(text, LONGEST);
    List<String> all = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      all.add(line);
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 65_536})
  void endWithALineFeedOrWithTheText(int atOnce) throws IOException {
    assertThat(lines(dripping("a\n\nb\r\nc", atOnce))).containsExactly("a", "", "b\r", "c");
    assertThat(lines(dripping("a\n", atOnce))).containsExactly("a");
    assertThat(lines(dripping("", atOnce))).isEmpty();
  }

  @Test
  void goOnFromOneBlockIntoTheNext() throws IOException {
    String block = "x".repeat(65_536);
    assertThat(lines(new StringReader(block + "\ny"))).containsExactly(block, "y");
    assertThat(lines(new StringReader(block + "z\ny"))).containsExactly(block + "z", "y");
  }

  @Test
  void keepOneCharacterMoreThanIsAllowed() throws IOException {
    String most = "x".repeat(LONGEST);
    assertThat(lines(new StringReader(most + "\n" + most + "x\n" + most + most + "\ny")))
        .containsExactly(most, most + "x", most + "x", "y");
  }
}
