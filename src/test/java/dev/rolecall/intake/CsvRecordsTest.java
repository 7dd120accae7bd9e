package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRecordsTest {

  /** In texts and records, {@code /} is the end of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a,b/c,d         | [a, b] [c, d]
          a/              | [a]
          a,/,b           | [a, ] [, b]
          a//b            | [a] [] [b]
          "a/b",c/d       | [a/b, c] [d]
          "a""b",c        | [a"b, c]
          5" pipe,b       | [5" pipe, b]
          a,"b"c/d,e      | 1+1 [d, e]
          a,"b,c/d,"e"/f  | 1+2 [f]
          a/b,"c/d        | [a] 1+1!
          """)
  void areReadOnBehindBrokenQuotes(String text, String records) throws IOException {
    CsvRecords reading = new CsvRecords(new StringReader(text.replace('/', '\n')), ',');
    List<String> found = new ArrayList<>();
    boolean ended = false;
    while (!ended) {
      try {
        List<String> record = reading.next();
        ended = record == null;
        found.add(ended ? "" : record.toString().replace('\n', '/'));
      } catch (CsvRecords.Broken e) {
        ended = e.toTheEnd();
        found.add(e.cell() + "+" + e.lines() + (ended ? "!" : ""));
      }
    }
    assertThat(String.join(" ", found).strip()).isEqualTo(records);
  }
}
