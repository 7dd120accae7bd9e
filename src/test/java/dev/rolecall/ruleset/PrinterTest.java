package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a rule file reaches the compiler. */
class PrinterTest {

  /**
   * Every token that can be printed: names with their prefix, positions, literals, and the
   * printer's own words.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b(?:Fact_[A-Za-z0-9]+|v_[A-Za-z0-9]+)\\b|-?[0-9.]+B?|\"[^\"\\\\\\p{Cntrl}]*\"|State\\.[A-Z]+|[(),:]|==|!=|<=?|>=?|&&|\\|\\||!"
              + "|\\b(?:rule|when|then|end|declare|and|or|not|exists|in|null|true|false|Integer|Boolean|String|java\\.math\\.BigDecimal"
              + "|Gate|number|Known|Voice|Balance|Recommendation|stated|inferred|dimension|state|leans|leader|margin|times|speaking"
              + "|split|leaderVoices|runnerUpVoices|answer|decidedBy|contested|narrow|voicesFor|voicesAgainst|ear\\.speak)\\b|;");

  private static final String HEAD =
      "package rolecall.compiled;\nimport dev.rolecall.decision.*;\nimport dev.rolecall.ruleset.Gate;\n"
          + "global dev.rolecall.ruleset.Ear ear;\n";

  @TempDir Path temp;

  @Test
  void printsOnlyNamesWithAPrefixAndLiterals() {
    for (String decision : new String[] {"hiring", "growth"}) {
      String drl =
          Printer.print(
              Trip.good(RulesFolder.open(Path.of("rules"), decision, Trip.CACHE)).rulebook());
      assertThat(drl).startsWith(HEAD);
      String left = TOKEN.matcher(drl.substring(HEAD.length())).replaceAll("");
      assertThat(left).isBlank();
    }
  }

  @Test
  void printsNoWordOfTextsNamesAndMetadata() {
    String rule =
        "package trip; /* SECRET */ rule \"SECRET } end\" @id(secret) @source(house) @note(\"SECRET\")\n"
            + "when Way( $secret : km >= 3 ) // SECRET\nthen verdict.leans( Travel.TRAIN, \"SECRET \\\" ); System.exit(1); {secret}\" ); end";
    String drl = Printer.print(Trip.good(Trip.open(temp, rule)).rulebook());
    assertThat(drl).doesNotContainIgnoringCase("secret").doesNotContain("exit");
    assertThat(drl.substring(drl.indexOf("rule \"0\"")))
        .isEqualTo("rule \"0\" when\n  Fact_Way( v_km >= 3 )\nthen\n  ear.speak( 0 );\nend\n");
  }
}
