package dev.rolecall.space;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open questions of a small decision, compared with every situation there is. */
class BalconyTest {

  private static final String VOCABULARY =
      """
      package balcony;
      import dev.rolecall.decision.*;
      global dev.rolecall.decision.Verdict verdict;
      declare enum Plant @outcomes
          FERN("a fern"), CACTUS("a cactus");
          label : String
      end
      declare enum Care @warnings
          THIRST("thirst");
          label : String
      end
      declare Light @dimension
          sun   : BigDecimal @ask("How many hours of sun?") @range("0..14")
          glass : Boolean    @ask("Is there glass?")
      end
      declare Water @dimension
          daily : Boolean @ask("Is there water every day?")
          salty : Boolean @ask("Is it salty?")
      end
      declare Taste
          loved : Boolean @ask("Is it loved?")
      end
      """;

  private static final String RULES =
      """
      package balcony;
      rule "Half shade" @id(light-half) when Light( sun > 1.4, sun < 1.5 )
      then verdict.leans( Plant.FERN, "half shade" ); end
      rule "Full sun" @id(light-full) when Light( sun >= 6, glass == null || glass == false )
      then verdict.leans( Plant.CACTUS, "full sun" ); end
      rule "Water" @id(water-daily) when Water( daily == true )
      then verdict.leans( Plant.FERN, "water" ); end
      rule "Salt" @id(away) when Water( salty == true )
      then verdict.outOfScope( "salt" ); end
      rule "Well known" @id(fern) @decidedBy(balance) when Balance( leader == Plant.FERN ) Known( stated >= 2 )
      then verdict.recommend( Plant.FERN, "it is well known" ); end
      rule "Cactus" @id(cactus) @decidedBy(balance) when Balance( leader == Plant.CACTUS )
      then verdict.recommend( Plant.CACTUS, "sun" ); end
      rule "Nothing" @id(nothing) when Balance( leader == null )
      then verdict.inconclusive( "nothing leads" ); end
      rule "Little known" @id(little) when Balance( leader == Plant.FERN ) Known( stated < 2 )
      then verdict.inconclusive( "little is known" ); end
      rule "Thirst" @id(thirst) when Recommendation( answer == Plant.FERN ) Voice( dimension == "Water", state == State.SILENT )
      then verdict.warn( Care.THIRST, "water it" ); end
      rule "Loved" @id(loved) when Taste( loved == true ) Recommendation( answer == Plant.CACTUS )
      then verdict.warn( Care.THIRST, "do not water it too much" ); end
      """;

  @TempDir Path folder;

  @Test
  void exactly_those_questions_are_open_that_some_answers_make_matter() throws IOException {
    Ruleset ruleset = open(RULES);
    Space space = Space.of(ruleset.rulebook());

    List<Situation> all = all(space, Situation.of(ruleset.vocabulary(), "").build(), space.axes());
    for (Situation situation : all) {
      boolean away = Gist.of(ruleset.decide(situation)).outcome().equals("out-of-scope");
      OpenQuestions.Found found = OpenQuestions.of(ruleset, space, situation);
      Set<Attribute> could =
          found.couldChange().stream()
              .map(OpenQuestions.Open::attribute)
              .collect(Collectors.toSet());
      assertThat(found.proven()).isTrue();
      if (!away) {
        assertThat(could).isEqualTo(matter(ruleset, space, situation));
      }
    }
    assertThat(all).hasSizeGreaterThan(500);
  }

  @Test
  void where_findings_count_answers_nothing_is_claimed_and_a_sample_ranks() throws IOException {
    Ruleset ruleset =
        open(
            RULES.replace(
                "when Water( daily == true )", "when Water( daily == true ) Known( stated >= 2 )"));
    Situation empty = Situation.of(ruleset.vocabulary(), "").build();

    OpenQuestions.Found found = OpenQuestions.of(ruleset, Space.of(ruleset.rulebook()), empty);

    assertThat(found.proven()).isFalse();
    assertThat(found.cannotChange()).isEmpty();
    assertThat(found.couldChange()).hasSize(5);
    assertThat(found.couldChange().get(0).share()).isGreaterThan(0.5);
    assertThat(found).isEqualTo(OpenQuestions.of(ruleset, Space.of(ruleset.rulebook()), empty));
  }

  private Ruleset open(String rules) throws IOException {
    Path balcony = Files.createDirectories(folder.resolve("balcony"));
    Files.writeString(balcony.resolve("vocabulary.drl"), VOCABULARY);
    Files.writeString(balcony.resolve("rules.drl"), rules);
    return ((Result.Ok<Ruleset>) RulesFolder.open(folder, "balcony", Path.of("target/test-cache")))
        .value();
  }

  private static List<Situation> all(Space space, Situation situation, List<Axis> open) {
    if (open.isEmpty()) {
      return List.of(situation);
    }
    Axis first = open.get(0);
    List<Situation> all = new ArrayList<>(all(space, situation, open.subList(1, open.size())));
    for (Object value : first.values()) {
      Situation answered = situation.change().set(first.attribute(), Answer.stated(value)).build();
      all.addAll(all(space, answered, open.subList(1, open.size())));
    }
    return all;
  }

  /**
   * The open questions for which there are answers to the others, or none, under which theirs makes
   * a difference.
   */
  private static Set<Attribute> matter(Ruleset ruleset, Space space, Situation situation) {
    List<Axis> open =
        space.axes().stream().filter(a -> situation.value(a.attribute()) == null).toList();
    return open.stream()
        .filter(
            axis -> {
              List<Axis> others = open.stream().filter(o -> !o.equals(axis)).toList();
              return all(space, situation, others).stream()
                  .anyMatch(
                      other ->
                          all(space, other, List.of(axis)).stream()
                                  .map(s -> Gist.of(ruleset.decideBriefly(s)))
                                  .distinct()
                                  .count()
                              > 1);
            })
        .map(Axis::attribute)
        .collect(Collectors.toSet());
  }
}
