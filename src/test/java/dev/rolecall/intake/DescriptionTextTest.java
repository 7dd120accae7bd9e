package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the markup of postings. A stroke in these tests is the end of a line. */
class DescriptionTextTest {

  private static String read(String written) {
    return DescriptionText.of(written.replace('/', '\n')).replace('\n', '/');
  }

  private static String html(String written) {
    return DescriptionText.of(written).replace('\n', '/');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          <p>One</p><p>Two</p>                                    | One//Two
          <h2>You do</h2><ul><li>One</li><li><p>Two</p></li></ul> | You do//- One/- Two
          <ol><li>One<ul><li>In it</li></ul></li><li>Two</li></ol> | - One/- In it/- Two
          <ul><li></li><li>One</li></ul>After                     | - One//After
          <div>One</div><div>Two</div>                            | One/Two
          One<br>Two<br/><br />Three                              | One/Two//Three
          <p>A <b>bold</b>,<i> plain </i> &amp; free</p>          | A bold, plain & free
          <table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table> | A B/C
          <p>Seen</p><script>alert('</p>')</script><style>p{}</style><p hidden>Unseen</p> | Seen
          <P STYLE="x">Loud</P>                                   | Loud
          <p>Never closed<p>nor this                              | Never closed//nor this
          """)
  void htmlKeepsItsParagraphsAndBullets(String written, String text) {
    assertThat(html(written)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>R&amp;D</p><p>x</p>",
        "&lt;p&gt;R&amp;amp;D&lt;/p&gt;&lt;p&gt;x&lt;/p&gt;",
        "&amp;lt;p&amp;gt;R&amp;amp;amp;D&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;x&amp;lt;/p&amp;gt;",
        "<div>&lt;p&gt;R&amp;amp;D&lt;/p&gt;&lt;p&gt;x&lt;/p&gt;</div>"
      })
  void escapesAreUndoneAsOftenAsTheyWereMade(String written) {
    assertThat(html(written)).isEqualTo("R&D//x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One/ two three//- four/* five",
        "a < b and c > d",
        "AT&T, R&D; if x<5 then y",
        "Writes <div> and List<String> by heart",
        ""
      })
  void aPlainTextStaysAsItIs(String written) {
    assertThat(read(written)).isEqualTo(written.replace("/ two", "/two"));
  }

  @Test
  void linesAreKeptWhereOnlyWordsAreMarkedUp() {
    assertThat(html("One\nTwo <b>bold</b>\n\nThree")).isEqualTo("One/Two bold//Three");
    assertThat(html("One&nbsp;and&#8217;s\r\nTwo")).isEqualTo("One and’s/Two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>", "<div>", "<ul><li>", "<table><tr><td>", "<p><a><b>", "<b><p>", "<a href=x><table>",
        "<", "<!--", "&amp;", "&lt;p", "<svg><p>", "<select><option>", "<form><b></form>"
      })
  void whatNestsForEverIsReadInBoundedTimeAndDepth(String part) {
    String hostile = part.repeat(1_000_000 / part.length()) + "<p>end</p>";
    String text =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> DescriptionText.of(hostile));
    assertThat(text.length()).isLessThanOrEqualTo(DescriptionText.LONGEST);
  }
}
