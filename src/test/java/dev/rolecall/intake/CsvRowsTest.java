package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowsTest {

  /** In texts and rows, {@code /} is the end of a line; a broken row is its number and cell. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a,b/c,d         | 1[a, b] 2[c, d]
          a/              | 1[a]
          a,/,b           | 1[a, ] 2[, b]
          a//b            | 1[a] 2[] 3[b]
          "a/b",c/d       | 1[a/b, c] 2[d]
          "a""b",c        | 1[a"b, c]
          5" pipe,b       | 1[5" pipe, b]
          a,"b"c/d,e      | 1!1 2[d, e]
          a,"b,c/d,"e"/f  | 1!1 3[f]
          a/b,"c/d        | 1[a] 2!1
          """)
  void areReadOnBehindBrokenQuotes(String text, String rows) throws IOException {
    assertThat(shown(new CsvRows(new StringReader(text.replace('/', '\n')), ','))).isEqualTo(rows);
  }

  private static String shown(CsvRows rows) throws IOException {
    List<String> shown = new ArrayList<>();
    for (TableRow row = rows.next(); row != null; row = rows.next()) {
      TableRow.Fault fault = row.fault();
      String cells = fault == null ? row.cells().toString().replace('\n', '/') : "!" + fault.cell();
      shown.add(row.number() + cells);
    }
    return String.join(" ", shown);
  }

  @Test
  void theLinesOfACellThatIsTooLongAreNotReadAsRows() throws IOException {
    String line = "id-7,Project Manager\n";
    String cell = line.repeat(CsvRows.LONGEST_CELL / line.length() + 2);
    String text = "a,\"" + cell + "\",c\nd,e,f\n";
    CsvRows rows = new CsvRows(new StringReader(text), ',');
    TableRow broken = rows.next();
    assertThat(broken).isNotNull();
    assertThat(broken.fault()).isNotNull();
    assertThat(broken.fault().words()).contains("more than 4 million characters");
    assertThat(rows.next())
        .isEqualTo(new TableRow((int) cell.lines().count() + 2, List.of("d", "e", "f"), null));
    assertThat(rows.next()).isNull();
  }

  @Test
  void aLineWithoutEndIsLeftBehindInBoundedMemory() throws IOException {
    CsvRows rows = new CsvRows(new Endless("x", 60_000_000L, "\na,b\n"), ',');
    assertThat(rows.next().fault().words()).contains("more than 4 million characters");
    assertThat(rows.next().cells()).containsExactly("a", "b");
  }

  @Test
  void aMillionColumnsAreOneRefusedRow() throws IOException {
    CsvRows rows = new CsvRows(new StringReader(",".repeat(1_000_000) + "\na,b\n"), ',');
    assertThat(rows.next().fault().words()).contains("more than 16384 columns");
    assertThat(rows.next().cells()).containsExactly("a", "b");
  }

  @Test
  void aZeroByteIsNamedWithItsCell() throws IOException {
    CsvRows rows = new CsvRows(new StringReader("a,b\0c\nd,e\n"), ',');
    assertThat(rows.next().fault().cell()).isEqualTo(1);
    assertThat(rows.next().cells()).containsExactly("d", "e");
  }

  /** A text that is never in memory as a whole. */
  private static final class Endless extends Reader {
    private final String repeated;
    private final StringReader behind;
    private long left;

    Endless(String repeated, long times, String behind) {
      this.repeated = repeated;
      this.left = times;
      this.behind = new StringReader(behind);
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
      if (left <= 0) {
        return behind.read(to, from, length);
      }
      int given = (int) Math.min(length, left);
      java.util.Arrays.fill(to, from, from + given, repeated.charAt(0));
      left -= given;
      return given;
    }

    @Override
    public void close() {}
  }
}
