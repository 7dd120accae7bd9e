package dev.rolecall.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables and descriptions that would take for ever, or all memory, if they were let. */
class HostileCuesTest {

  /** Many times what it takes, and far less than for ever. */
  private static final Duration LONG = Duration.ofSeconds(60);

  @Test
  void patternsThatWouldBacktrackForEverAreReadInOnePass() {
    Cues cues =
        Harbour.cues(
            """
            load.cargo,GRAIN,/(a+)+b$/,3
            load.dangerous,yes,/(a|aa)+b$/,3
            load.cargo,TIMBER,/(.*a){12}x/,3
            """);
    String description = "a".repeat(100_000) + "!";
    assertTimeoutPreemptively(LONG, () -> assertThat(cues.read(description).inferred()).isEmpty());
  }

  @Test
  void tenThousandCuesAreHeldAgainstALongDescriptionInOnePass() {
    String lines =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "load.cargo,GRAIN,crate* ... number%d (of|in) ship,3\n".formatted(i))
            .collect(Collectors.joining());
    Cues cues = Harbour.cues(lines);
    String description = "crates crates with number7 number8 of timber. ".repeat(1_000);
    assertTimeoutPreemptively(
        LONG,
        () -> {
          assertThat(cues.read(description).inferred()).isEmpty();
          assertThat(cues.read(description + "Crate number9999 in ships").inferred()).hasSize(1);
        });
  }

  @Test
  void aSentenceWithoutEndIsReadInBoundedTime() {
    Cues cues = Harbour.cues("load.cargo,GRAIN,a ... a ... a ... grain,3\nload.holds,#,# a,3\n");
    for (String words :
        new String[] {"a ", "not a ", "no 3 a, ", "x", "(", ".", "• ", "\n", "3-"}) {
      String description = words.repeat(200_000 / words.length());
      assertTimeoutPreemptively(
          LONG, () -> assertThat(cues.read(description).conflicts()).isEmpty());
    }
  }

  @Test
  void aTableThatStandsForTooManySequencesIsRefused() {
    String lines =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    "load.cargo,GRAIN,[a%1$d b|c d] [e f|g h] [i j|k l] [m n|o p] [q r] z%1$d,3\n"
                        .formatted(i))
            .collect(Collectors.joining());
    assertTimeoutPreemptively(
        LONG,
        () ->
            assertThat(Harbour.problems(lines))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("up to here the phrases stand for too many sequences of words"));
  }

  @Test
  void moreSentencesThanCanBeCountedCostNoMoreMemory() {
    Repeated repeated = new Repeated();
    assertTimeoutPreemptively(
        LONG,
        () -> {
          for (int i = 0; i < 300; i++) {
            int from = i * 10_000;
            repeated.add(
                "A",
                IntStream.range(from, from + 10_000)
                    .mapToObj(n -> "Sentence " + n + ".\n")
                    .collect(Collectors.joining()));
          }
        });
    assertThat(Harbour.cues("load.cargo,GRAIN,grain,3\n").read("Grain.", "A", repeated).inferred())
        .hasSize(1);
  }
}
