package dev.rolecall.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From findings to voices to the balance. */
class TallyTest {

  /**
   * Findings as {@code dimension:outcome:weight}, dimensions A to E; expected voices and balance.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                | - - - - - | null 0 0 0 0 0 0
          A:X:1                             | X - - - - | X 1 99 1 0 1 0
          A:X:1 A:Y:1                       | ? - - - - | null 0 0 0 1 0 0
          A:X:1 A:Y:2 A:X:1                 | ? - - - - | null 0 0 0 1 0 0
          A:X:3 A:Y:2                       | X - - - - | X 1 99 1 0 1 0
          A:X:1 A:Y:1 A:Z:2                 | Z - - - - | Z 1 99 1 0 1 0
          A:X:1 B:Y:1                       | X Y - - - | null 0 0 2 0 1 1
          A:X:1 B:X:1 C:Y:9                 | X X Y - - | X 1 2 3 0 2 1
          A:X:1 B:X:1 C:X:1 D:Y:1 E:Y:1     | X X X Y Y | X 1 1 5 0 3 2
          A:X:1 B:X:1 C:Y:1 D:Z:1 E:Z:1     | X X Y Z Z | null 0 0 5 0 2 2
          A:X:1 B:X:1 C:Y:1 D:Z:1 E:X:1     | X X Y Z X | X 2 3 5 0 3 1
          """)
  void countsOneVoiceForEachDimension(String findings, String voices, String balance) {
    List<Finding> found = new ArrayList<>();
    for (String finding : findings.isEmpty() ? new String[0] : findings.split(" ")) {
      String[] part = finding.split(":");
      found.add(new Finding("r", part[0], part[1], Integer.parseInt(part[2]), "x", Map.of(), ""));
    }
    List<Voice> counted = Tally.voices(List.of("A", "B", "C", "D", "E"), found);
    assertThat(counted.stream().map(TallyTest::shown).toList())
        .isEqualTo(List.of(voices.split(" ")));
    Balance b = Balance.of(counted);
    assertThat(
            b.leader()
                + " "
                + b.margin()
                + " "
                + b.times()
                + " "
                + b.speaking()
                + " "
                + b.split()
                + " "
                + b.leaderVoices()
                + " "
                + b.runnerUpVoices())
        .isEqualTo(balance);
  }

  private static String shown(Voice voice) {
    return voice.state() == State.LEANS ? voice.leans() : voice.state() == State.SPLIT ? "?" : "-";
  }
}
