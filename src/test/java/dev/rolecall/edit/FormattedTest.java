package dev.rolecall.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One layout for all rule files, with every comment where it was. */
class FormattedTest {

  private static final String MESSY =
      """
      // The top.
      package   hiring ;


      /* A block
         of words. */
      // Before the rule.
      rule "One"   @id( one ) @weight(3)   // the weight
         // more metadata
         @note(agreement 12/2026   x) @dimension(Scope)
      when   // why
      Scope(teams==1,quarters<=3||quarters==null)// behind
          // between
         BoundaryTest( hardestPart  in (HardestPart.TRACKING_KNOWN_TASKS,HardestPart.ALIGNMENT_ACROSS_BOUNDARIES) )   and Authority( ) or ( Ownership(oneTeamCanDeliver==true) and Scope(systems!=null,!(systems>3)) )
      then verdict.leans(Hire.PM,"the  work ( stays , //inside one team") ; // said
      end // the end
      rule "Two" @id(two) when
         Scope( teams >= 3, // many
             // on its own
             projects > 2, systems in (1,2,3)   /* some */ )
         exists( Scope( quarters >2 ) )
      then
       verdict.leans(Hire.TPM, // who
         "x");
        // Last words.
      end
      // The bottom.


      """;

  private static final String LAID_OUT =
      """
      // The top.
      package hiring;

      /* A block
         of words. */
      // Before the rule.
      rule "One"
          @id(one) @weight(3) // the weight
          // more metadata
          @note(agreement 12/2026   x) @dimension(Scope)
      when // why
          Scope( teams == 1, quarters <= 3 || quarters == null ) // behind
          // between
          BoundaryTest( hardestPart in ( HardestPart.TRACKING_KNOWN_TASKS, HardestPart.ALIGNMENT_ACROSS_BOUNDARIES ) )
          and Authority()
          or ( Ownership( oneTeamCanDeliver == true )
               and Scope( systems != null,
                          !( systems > 3 ) ) )
      then
          verdict.leans( Hire.PM, "the  work ( stays , //inside one team" ); // said
      end // the end

      rule "Two"
          @id(two)
      when
          Scope( teams >= 3, // many
                 // on its own
                 projects > 2,
                 systems in ( 1, 2, 3 ) /* some */ )
          exists( Scope( quarters > 2 ) )
      then
          verdict.leans( Hire.TPM, // who
                         "x" );
          // Last words.
      end

      // The bottom.
      """;

  private static RuleFiles shipped(String decision) {
    return ((Result.Ok<RuleFiles>) RulesFolder.read(Path.of("rules"), decision)).value();
  }

  private static RuleFiles hiring(String scope) {
    RuleFiles files = shipped("hiring");
    TreeMap<String, byte[]> some = new TreeMap<>();
    some.put("vocabulary.drl", files.files().get("vocabulary.drl"));
    some.put("titles.csv", files.files().get("titles.csv"));
    some.put("scope.drl", scope.getBytes(UTF_8));
    return RuleFiles.of("hiring", "rules/hiring", some);
  }

  private static String laidOut(String scope) {
    Result<Formatted> formatted = Formatted.of(hiring(scope), List.of("scope.drl"));
    assertThat(formatted).isInstanceOf(Result.Ok.class);
    byte[] bytes =
        ((Result.Ok<Formatted>) formatted).value().files().files().getOrDefault("scope.drl", null);
    return new String(bytes, UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hiring", "growth"})
  void theShippedFilesAreLaidOutAlready(String decision) {
    RuleFiles files = shipped(decision);
    List<String> all = files.files().keySet().stream().filter(n -> n.endsWith(".drl")).toList();
    Result<Formatted> formatted = Formatted.of(files, all);
    assertThat(((Result.Ok<Formatted>) formatted).value().changed()).isEmpty();
  }

  @Test
  void everyCommentStaysWhereItWasAndTextsKeepTheirSpace() {
    assertThat(laidOut(MESSY)).isEqualTo(LAID_OUT);
  }

  @Test
  void layingOutTwiceChangesNothingMore() {
    assertThat(laidOut(LAID_OUT)).isEqualTo(LAID_OUT);
  }

  @Test
  void lineEndsAndTheMarkOfAWindowsFileStay() {
    assertThat(laidOut("\uFEFF" + MESSY.replace("\n", "\r\n")))
        .isEqualTo("\uFEFF" + LAID_OUT.replace("\n", "\r\n"));
  }

  @Test
  void aFileThatIsSqueezedIntoOneLineComesBackAsItWas() throws CharacterCodingException {
    RuleFiles files = shipped("hiring");
    for (String name : List.of("scope.drl", "recommendation.drl", "warnings.drl")) {
      String squeezed = files.text(name).replaceAll("//[^\n]*", "").replaceAll("\\s*\n\\s*", " ");
      String plain =
          files.text(name).replaceAll("//[^\n]*\n", "").replaceAll("\n{2,}", "\n\n").strip() + "\n";
      assertThat(RuleLayout.of(squeezed)).isEqualTo(plain);
    }
  }

  @Test
  void aLongTextIsNotBroken() {
    String text = "word ".repeat(20_000).strip();
    assertThat(RuleLayout.of("rule \"x\" when then verdict.warn( A.B, \"" + text + "\" ); end"))
        .contains("    verdict.warn( A.B, \"" + text + "\" );\n");
  }

  @Test
  void attributesStandInColumns() {
    assertThat(
            RuleLayout.of(
                """
                declare   Scope   @dimension
                teams:Integer @ask( "How many?" )   @range("1..5") // people
                // How long?
                  quartersOfYears   : Boolean  @ask("How long is it?")
                  note : String
                end
                declare enum Size
                  SMALL( "small" ) ,BIG("big");
                  label:String
                end
                """))
        .isEqualTo(
            """
            declare Scope @dimension
                teams           : Integer @ask( "How many?" ) @range("1..5") // people
                // How long?
                quartersOfYears : Boolean @ask("How long is it?")
                note            : String
            end

            declare enum Size
                SMALL("small"), BIG("big");
                label : String
            end
            """);
  }

  @Test
  void rulesWithAProblemAreLeftAlone() throws IOException {
    Result<Formatted> refused =
        Formatted.of(hiring(MESSY.replace("teams==1", "team==1")), List.of("scope.drl"));
    assertThat(((Result.Refused<Formatted>) refused).problems())
        .singleElement()
        .asString()
        .contains("rules/hiring/scope.drl:12:7: `team` is not an attribute");
    assertThat(hiring(MESSY).rulebook()).isInstanceOf(Result.Ok.class);
    assertThat(((Result.Ok<Rulebook>) hiring(MESSY).rulebook()).value().rules()).hasSize(2);
  }
}
