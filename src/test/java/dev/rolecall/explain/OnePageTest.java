package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnePageTest {

  /** A clear balance with two dimensions that lean the other way. */
  static final String DISSENT =
      """
      id: REQ-1015
      posting: { title: Project Manager }
      scope: { teams: 4 }
      ambiguity: { definition: SHAPED_ALONG_THE_WAY }
      technicalDepth: { needed: DOMAIN_FLUENCY }
      authority: { reach: INFLUENCE_ACROSS_TEAMS }
      artifacts: { schedule: true, statusReport: true }
      success: { measuredBy: OUTCOME_MOVED }
      failureMode: { mainRisk: TEAMS_OPTIMIZE_LOCALLY }
      """;

  private static Pages hiring;

  @BeforeAll
  static void open() {
    hiring = new Pages(Rules.shipped("hiring"));
  }

  @Test
  void oneDimensionLeansAndSeveralLean() throws IOException {
    Pages growth = new Pages(Rules.shipped("growth"));
    assertThat(OnePageHtml.render(growth.of(Files.readString(Path.of("examples/growth.yaml")))))
        .contains("1 of 1 dimension leans TPM; none leans elsewhere.");
    assertThat(
            OnePageHtml.render(
                hiring.of(
                    "scope: {teams: 5}\nboundaryTest: {hardestPart: ALIGNMENT_ACROSS_BOUNDARIES}")))
        .contains("1 of 8 dimensions leans TPM; none leans elsewhere.");
  }

  @Test
  void aRecommendationHoldsAllThatAManagerNeeds() {
    String html = OnePageHtml.render(hiring.of(DISSENT));
    assertThat(html)
        .contains("<h1>Technical Program Manager (TPM)</h1>", "<li>narrow</li>")
        .contains("Check: Possible title mismatch (mis-hire risk)")
        .contains("re-advertise as <strong>“Technical Program Manager: owns an outcome")
        .contains("5 of 8 dimensions lean TPM. Dissent: Technical depth (PM), Artifacts (PM).")
        .contains("<th scope=\"col\">For TPM</th><th scope=\"col\">Against</th>")
        .contains("Artifacts <span class=\"voice\">leans PM</span></th><td>nothing</td><td>PM: the")
        .contains("Nothing found that leans: Ownership.")
        .contains("One answer is enough.", "<h3>To inconclusive</h3>")
        .contains("How many teams have to move together? 1 (now 4)")
        .contains("Left as it is: What is the hardest part of the work? unknown.")
        .contains("Working kit", "Pay", "What to probe in the interview")
        .contains("<dt>Requisition</dt> <dd>REQ-1015</dd>", "<dd>8 stated</dd>")
        .contains("<dd>hiring " + Pages.ID + "</dd>", "<dd>2026-01-02 03:04 UTC</dd>")
        .containsPattern("<dt>Ruleset</dt> <dd>[0-9a-f]{12}</dd>")
        .containsPattern("<dt>Meaning</dt> <dd>[0-9a-f]{12}</dd>");
  }

  @Test
  void markdownHoldsTheSame() {
    assertThat(OnePageMarkdown.render(hiring.of(DISSENT)))
        .startsWith("# Technical Program Manager (TPM)\n\nREQ-1015 · Project Manager\n")
        .contains("> ⚠ **Check: Possible title mismatch (mis-hire risk)**<br>\n> Advertised as")
        .contains("| Dimension | For TPM | Against |\n| --- | --- | --- |\n")
        .contains("| **Scope**, leans TPM | the work spans 4 teams | nothing |\n")
        .contains("To **inconclusive**:\n\n- What is this person accountable for? a defined plan")
        .contains("## Working kit\n", "2026-01-02 03:04 UTC");
  }

  @Test
  void withoutAnAnswerTheQuestionsComeFirst() {
    String html =
        OnePageHtml.render(
            hiring.of("{id: R-1, scope: {teams: 1}, authority: {reach: INFLUENCE_ACROSS_TEAMS}}"));
    assertThat(html)
        .contains("<h1>Inconclusive</h1>")
        .contains("<li>What is the hardest part of the work? <span class=\"quiet\">keeping a known")
        .contains("For Project Manager (PM)</th><th scope=\"col\">For Technical Program Manager")
        .doesNotContain("Against", "Dissent", "<th scope=\"row\">Ownership");
    assertThat(html.indexOf("Questions that would help")).isLessThan(html.indexOf("<table>"));
  }

  @Test
  void whatWasNotAskedHasNoReasons() {
    String html = OnePageHtml.render(hiring.of("{id: R-2, posting: {title: Nurse}}"));
    assertThat(html)
        .contains("<h1>Out of scope</h1>", "R-2 · Nurse", "One answer is enough.")
        .doesNotContain("<table>", "Questions that would help", "Nothing found");
  }

  @Test
  void anotherDecisionWithMoreOutcomesIsNoDifferent(@TempDir Path folder) {
    String rules =
        """

        rule "Water drowns a cactus"
            @id(water-fern) @source(house)
        when
            Water( daily == true )
        then
            verdict.leans( Plant.FERN, "it is <wet> & daily" );
        end

        rule "Sand is for a cactus"
            @id(spot-cactus) @source(house) @weight(2)
        when
            Spot( soil == Soil.SANDY )
        then
            verdict.leans( Plant.CACTUS, "there is sand" );
        end

        rule "Sun decides"
            @id(sun-decides) @source(house)
        when
            Voice( dimension == "Water", state == State.LEANS )
        then
            verdict.recommend( Plant.TOMATO, "somebody has to" );
        end

        rule "Nothing decides"
            @id(nothing-decides) @source(house)
        when
            not( Voice( dimension == "Water", state == State.LEANS ) )
        then
            verdict.inconclusive( "nobody has to" );
        end
        """;
    Pages garden = new Pages(Rules.garden(folder, "", rules));
    String spot = "spot: {sunHours: 8, soil: SANDY}";
    assertThat(OnePageHtml.render(garden.of("{" + spot + ", water: {daily: true}}")))
        .contains(
            "<h1>a tomato (TOMATO)</h1>", "<td>there is sun</td><td>CACTUS: there is sand</td>")
        .contains("<td>nothing</td><td>FERN: it is &lt;wet&gt; &amp; daily</td>")
        .contains("0 of 2 dimensions lean TOMATO. Dissent: Spot (CACTUS), Water (FERN).");
    assertThat(OnePageHtml.render(garden.of("{" + spot + "}")))
        .contains("<th scope=\"col\">For a tomato (TOMATO)</th><th scope=\"col\">For a cactus");
  }

  @Test
  void whatWasReadOutOfADescriptionIsShownWithItsQuote() {
    Vocabulary vocabulary = Rules.shipped("hiring").vocabulary();
    Situation situation =
        Situation.of(vocabulary, "R-3")
            .set(
                vocabulary.attribute("scope.teams").orElseThrow(),
                Answer.inferred(5, "five <squads>"))
            .build();
    assertThat(OnePageHtml.render(hiring.of(situation)))
        .contains("<h2>Inferred from the description: check it</h2>")
        .contains("How many teams have to move together? 5, from “five &lt;squads&gt;”")
        .contains("the work spans 5 teams (inferred)", "<dd>0 stated, 1 inferred</dd>")
        .contains("<p>One answer was inferred from the description. Without it: the same.</p>");
    assertThat(OnePageMarkdown.render(hiring.of(situation)))
        .contains("\nOne answer was inferred from the description. Without it: the same.\n");
  }

  @Test
  void everythingThatIsNotOursIsEscaped() {
    String title = "a</title>\"'><script>x()</script>&amp;\u0000\u0007\u0085\u202Eb\uD800";
    Vocabulary vocabulary = Rules.shipped("hiring").vocabulary();
    Situation situation =
        Situation.of(vocabulary, title)
            .set(vocabulary.attribute("posting.title").orElseThrow(), Answer.stated(title))
            .set(vocabulary.attribute("scope.teams").orElseThrow(), Answer.inferred(5, title))
            .build();
    String html = OnePageHtml.render(hiring.of(situation));
    assertThat(html)
        .contains("a&lt;/title&gt;&quot;&#39;&gt;&lt;script&gt;x()&lt;/script&gt;&amp;amp;")
        .doesNotContain("<script", "\u0000", "\u0007", "\u0085", "\u202E", "\uD800");
    assertThat(html)
        .containsPattern("name=\"description\" content=\"Out of scope[^\"<>]*\">\n<title>");
    assertThat(html.split("</title>", -1)).hasSize(2);
  }

  @Test
  void textIsSafeInEveryPlace() {
    assertThat(Html.text("<a b=\"c\" d='e'>&\t\n\u2028\u2066"))
        .isEqualTo("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;    ");
    assertThat(Html.text("\uD83D\uDC00 Zoë \uFFFE\uDC00"))
        .isEqualTo("\uD83D\uDC00 Zoë \uFFFD\uFFFD");
    IntStream.range(0, 0x3000)
        .forEach(
            c ->
                assertThat(Html.text(Character.toString(c)))
                    .doesNotContainPattern("[<>\"'\\p{Cntrl}]"));
  }

  @Test
  void markdownOfSomebodyElseIsText() {
    assertThat(OnePageMarkdown.text("# a | b\n<i> [x](http://y) *z* _q_ `c` www.v.w @me ~s~ \\"))
        .isEqualTo(
            "\\# a \\| b \\<i\\> \\[x\\](http\\://y) \\*z\\* \\_q\\_ \\`c\\` www\\.v.w \\@me \\~s\\~ \\\\");
    assertThat(List.of("- a", "+ a", "12. a", "7) a", "=== a", "2026-01", "1.5"))
        .map(OnePageMarkdown::text)
        .containsExactly("\\- a", "\\+ a", "12\\. a", "7\\) a", "\\=== a", "2026-01", "1.5");
  }

  @Test
  void nothingIsLoadedOrRunAndNoColourIsWrittenOutsideTheStyle() throws IOException {
    String html = OnePageHtml.render(Pages.example(hiring));
    assertThat(html)
        .contains("Content-Security-Policy", "default-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain(
            "<script", "<link", "<img", "src=", "url(", "http://", "https://", " style=");
    String body = html.substring(html.indexOf("<body"));
    assertThat(Pattern.compile("#[0-9a-fA-F]{6}").matcher(body).find()).isFalse();
  }

  @Test
  void theSameIsTheSamePage() {
    assertThat(OnePageHtml.render(hiring.of(DISSENT)))
        .isEqualTo(OnePageHtml.render(hiring.of(DISSENT)));
  }

  @Test
  void aQuotedLineStandsOutAndAnApostropheDoesNot() {
    assertThat(Passage.of("The team's plan isn't ours. Say 'Nurse: looks after people.' or not"))
        .containsExactly(
            new Passage("The team's plan isn't ours. Say", false),
            new Passage("Nurse: looks after people.", true),
            new Passage("or not", false));
    assertThat(Passage.of("")).isEmpty();
  }
}
