package dev.rolecall.space;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is odd about rules that work, and what only looks so. */
class RemarksTest {

  private static final String VOCABULARY =
      """
      package walk;
      import dev.rolecall.decision.*;
      global dev.rolecall.decision.Verdict verdict;
      declare enum Answer @outcomes
          GO("go"), STAY("stay");
          label : String
      end
      declare enum Sky
          CLEAR("clear"), GREY("grey"), BLACK("black");
          label : String
      end
      declare Weather @dimension
          sky     : Sky        @ask("How is the sky?")
          degrees : Integer    @ask("How warm is it?") @range("-50..50")
          wind    : BigDecimal @ask("How windy is it?")
          warned  : Boolean    @ask("Is there a warning?")
      end
      """;

  private static final String RULES =
      """
      package walk;
      rule "a" @id(clear) when Weather( sky == Sky.CLEAR ) then verdict.leans( Answer.GO, "x" ); end
      rule "b" @id(black) when Weather( sky in ( Sky.BLACK, Sky.GREY ) ) then verdict.leans( Answer.STAY, "x" ); end
      rule "c" @id(warm) when Weather( degrees >= 15, wind < 3.5 ) then verdict.leans( Answer.GO, "x" ); end
      rule "d" @id(warned) when Weather( warned == true ) then verdict.leans( Answer.STAY, "x" ); end
      rule "e" @id(go) when Balance( leader == Answer.GO ) then verdict.recommend( Answer.GO, "x" ); end
      rule "f" @id(stay) when Balance( leader == Answer.STAY ) then verdict.recommend( Answer.STAY, "x" ); end
      rule "g" @id(open) when Balance( leader == null ) then verdict.inconclusive( "x" ); end
      """;

  private static final String GO = "verdict.leans( Answer.GO, \"x\" );";

  private static Rulebook rulebook(String vocabulary, String rules) {
    Map<String, byte[]> files =
        Map.of("vocabulary.drl", vocabulary.getBytes(UTF_8), "r.drl", rules.getBytes(UTF_8));
    Result<Rulebook> read = RuleFiles.of("walk", "walk", files).rulebook();
    if (read instanceof Result.Ok<Rulebook> ok) {
      return ok.value();
    }
    throw new AssertionError(read);
  }

  private static List<String> remarks(Rulebook rulebook, Rulebook... former) {
    return Remarks.of(rulebook, List.of(), List.of(former)).stream()
        .map(Problem::toString)
        .toList();
  }

  private static String rule(String id, String when, String then) {
    return "rule \"%s\" @id(%s) when %s then %s end\n".formatted(id, id, when, then);
  }

  @Test
  void rulesThatUseTheirVocabularyAndDifferAreFine() {
    assertThat(remarks(rulebook(VOCABULARY, RULES))).isEmpty();
  }

  @Test
  void theShippedRulesAreFine() {
    for (String decision : RulesFolder.decisions(Path.of("rules"))) {
      Result<RuleFiles> files = RulesFolder.read(Path.of("rules"), decision);
      Rulebook shipped = ((Result.Ok<Rulebook>) files.then(RuleFiles::rulebook)).value();
      assertThat(Remarks.of(shipped, List.of(), List.of()))
          .allSatisfy(p -> assertThat(p.message()).contains("Definition.PARTLY_DEFINED"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          Weather( sky == Sky.CLEAR )                                     → `clear` (r.drl:2) has the same condition and says the same; one of them is enough
          Weather( sky != null, !( sky in ( Sky.BLACK, Sky.GREY ) ) )     → `clear` (r.drl:2) has the same condition and says the same
          Weather( warned == true )                                       → `warned` (r.drl:5) has the same condition and says something else; are both meant?
          Weather( sky == Sky.CLEAR, degrees > 3 )                        → whenever it speaks, `clear` (r.drl:2) speaks as well and says the same
          Weather( degrees > 15, wind <= 3 )                              → whenever it speaks, `warm` (r.drl:4) speaks as well
          Weather( degrees >= 20 && wind < 1 || sky == Sky.CLEAR && degrees > 15 && wind < 2 ) → whenever it speaks, `warm` (r.drl:4) speaks as well
          Weather( degrees > 20 ) Weather( degrees < 10 )                 → it can never speak: its conditions contradict each other
          Weather( degrees >= -50 )                                       → it holds of every known value of weather.degrees, which is a whole number from -50 to 50; `degrees != null` says the same
          Weather( warned in ( true, false ) )                            → it holds of every known value of weather.warned
          """)
  void aRuleThatAddsNothingIsRemarked(String when, String remark) {
    String odd = rule("odd", when, GO);
    assertThat(remarks(rulebook(VOCABULARY, RULES + odd)))
        .anySatisfy(r -> assertThat(r).startsWith("r.drl:9:").contains(remark));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          Weather( degrees >= 16, wind <= 3.5 )
          Weather( degrees >= 14, wind < 3 )
          Weather( degrees > 20 )
          Weather( sky == Sky.GREY || degrees >= 16 )
          Weather( sky == null )
          Weather( warned == false )
          """)
  void aRuleThatSometimesSpeaksAloneIsNot(String when) {
    String more = rule("more", when, GO);
    assertThat(remarks(rulebook(VOCABULARY, RULES + more))).isEmpty();
  }

  @Test
  void aVoiceIsTakenForOneOfManyUnlessItNamesItsDimension() {
    String says = "verdict.inconclusive( \"x\" );";
    String voices =
        rule("any", "Voice( state == State.SPLIT ) Voice( state == State.SILENT )", says)
            + rule("one", "Voice( dimension == \"Weather\", state == State.SPLIT )", says)
            + rule("two", "not( Voice( dimension == \"Weather\", state != State.SPLIT ) )", says);
    assertThat(remarks(rulebook(VOCABULARY, RULES + voices)))
        .containsExactly(
            "r.drl:11:1: `one` (r.drl:10) has the same condition and says the same; one of them is"
                + " enough");
  }

  @Test
  void whatNoRuleUsesIsRemarkedOnceForEachDeclaration() {
    String vocabulary =
        VOCABULARY
                .replace("BLACK(\"black\")", "BLACK(\"black\"), RED(\"red\"), BLUE(\"blue\")")
                .replace("STAY(\"stay\")", "STAY(\"stay\"), RUN(\"run\")")
                .replace("warned  :", "snow : Boolean\n warned :")
            + "declare Shoes @dimension\n size : Integer\nend\n";
    assertThat(remarks(rulebook(vocabulary, RULES)))
        .containsExactly(
            "vocabulary.drl:4:14: no rule recommends `Answer.RUN`",
            "vocabulary.drl:8:14: no rule names, and no case gives, `Sky.RED`, `Sky.BLUE`",
            "vocabulary.drl:16:5: no rule reads weather.snow, so its answer changes nothing",
            "vocabulary.drl:19:9: no rule speaks for the dimension `Shoes`",
            "vocabulary.drl:20:2: no rule reads shoes.size, so its answer changes nothing");
  }

  @Test
  void aChoiceThatACaseMakesIsThoughtOf() {
    String vocabulary = VOCABULARY.replace("BLACK(\"black\")", "BLACK(\"black\"), RED(\"red\")");
    Rulebook rulebook = rulebook(vocabulary, RULES);
    Situation red =
        Situation.of(rulebook.vocabulary(), "red")
            .set(rulebook.vocabulary().attribute("weather.sky").orElseThrow(), Answer.stated("RED"))
            .build();
    assertThat(Remarks.of(rulebook, List.of(), List.of())).hasSize(1);
    assertThat(Remarks.of(rulebook, List.of(red), List.of())).isEmpty();
  }

  @Test
  void anIdThatComesBackForAnotherRuleIsReused() {
    Rulebook first = rulebook(VOCABULARY, RULES + rule("x", "Weather( degrees > 30 )", GO));
    Rulebook second = rulebook(VOCABULARY, RULES);
    Rulebook other = rulebook(VOCABULARY, RULES + rule("x", "Weather( degrees > 31 )", GO));
    Rulebook rewritten = rulebook(VOCABULARY, RULES + rule("x", "Weather( degrees >= 31 )", GO));
    assertThat(remarks(other, first, second))
        .containsExactly(
            "r.drl:9:1: `@id(x)` was the id of another rule in an older version, \"x\"; records of"
                + " then name it, so choose a new one");
    assertThat(remarks(rewritten, first, second)).as("the same rule, back again").isEmpty();
    assertThat(remarks(other, second, first)).as("a rule in force may change").isEmpty();
  }
}
