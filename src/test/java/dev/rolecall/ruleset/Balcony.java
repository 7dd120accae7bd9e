package dev.rolecall.ruleset;

import dev.rolecall.problem.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A made-up decision whose rules use everything that conditions can hold. */
public final class Balcony {

  private static final String VOCABULARY =
      """
      // What grows on a balcony.
      package balcony;

      import dev.rolecall.decision.*;
      global dev.rolecall.decision.Verdict verdict;

      declare enum Plant @outcomes
          TOMATO("a tomato"), FERN("a fern");
          label : String
      end

      declare enum Care @warnings
          THIRST("It may dry out");
          label : String
      end

      declare enum Soil
          SANDY("sandy"), LOAMY("loamy"), CLAY("clay");
          label : String
      end

      declare Spot @dimension
          sun  : BigDecimal @ask("How much of the day is there sun, in percent?") @range("0..100")
          soil : Soil       @ask("Which soil?")
          pots : Integer    @ask("How many pots?") @range("0..40")
      end

      declare Water @dimension
          daily  : Boolean @ask("Is it watered daily?")
          litres : Integer @ask("How many litres?") @range("0..40")
      end

      declare Sign
          words : String @ask("What does the sign say?")
      end
      """;

  private static final String RULES =
      """
      // Plants for places.
      package balcony;

      rule "Nothing grows in the dark"
          @id(dark) @source(house)
      when
          Spot( sun <= 12.5, soil in ( Soil.SANDY, Soil.CLAY ) )
      then
          verdict.outOfScope( "there is no sun" );
      end

      rule "Sun makes tomatoes"
          @id(sun) @source(house) @weight(2)
      when
          Spot( sun in ( 60, 65.0, 72 ) || sun > 85.5 )
      then
          verdict.leans( Plant.TOMATO, "there is sun" );
      end

      rule "Some pots, but not the unlucky number"
          @id(pots) @source(house)
      when
          Spot( pots >= 3, pots < 20, pots != 13, pots not in ( 4, 5 ), !( pots == 7 || pots == 8 ) )
      then
          verdict.leans( Plant.TOMATO, "there are pots" );
      end

      rule "Water and shade make ferns"
          @id(shade) @source(house) @dimension(Water)
      when
          Water( daily == true || litres >= 10 && litres <= 30 )
          Spot( sun <= 45.5, soil != null, soil != Soil.SANDY )
      then
          verdict.leans( Plant.FERN, "there is shade" );
      end

      rule "Either heavy soil or much water"
          @id(either) @source(house) @dimension(Water)
      when
          ( Spot( soil == Soil.CLAY, pots <= 2 ) or Water( litres > 35 ) )
      then
          verdict.leans( Plant.FERN, "it is wet" );
      end

      rule "A careful sign, and little else is known"
          @id(careful) @source(house) @dimension(Water)
      when
          Sign( words in ( "Nurse", "TPM" ) )
          Known( stated < 4 )
          exists( Water( daily == null ) )
      then
          verdict.leans( Plant.FERN, "somebody takes care" );
      end

      rule "Tomatoes lead"
          @id(tomato) @source(house) @decidedBy(balance)
      when
          Balance( leader == Plant.TOMATO, margin >= 1 )
          not( Water( daily == false, litres < 3 ) )
      then
          verdict.recommend( Plant.TOMATO, "it leads" );
      end

      rule "Ferns lead, or nobody while there is water"
          @id(fern) @source(house) @decidedBy(balance)
      when
          ( Balance( leader == Plant.FERN )
            or ( Balance( leader == null ) and Voice( dimension == "Water", state in ( State.SPLIT, State.LEANS ) ) ) )
      then
          verdict.recommend( Plant.FERN, "it leads" );
      end

      rule "Nobody leads"
          @id(nobody) @source(house) @decidedBy(nothing)
      when
          not( Balance( leader != null, margin >= 1 ) )
          not( Voice( state == State.LEANS ) )
      then
          verdict.inconclusive( "nobody leads" );
      end

      rule "It may dry out"
          @id(thirst) @source(house)
      when
          Recommendation( answer != null, answer != Plant.FERN, inferred == false || voicesAgainst >= 1 )
          not( ( Water( daily == true ) or Water( litres >= 20 ) ) )
      then
          verdict.warn( Care.THIRST, "water it" );
      end
      """;

  private Balcony() {}

  public static Ruleset open(Path folder) {
    try {
      Path balcony = Files.createDirectories(folder.resolve("balcony"));
      Files.writeString(balcony.resolve("vocabulary.drl"), VOCABULARY);
      Files.writeString(balcony.resolve("plants.drl"), RULES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return opened(folder, "balcony");
  }

  /** A decision that is shipped. */
  public static Ruleset shipped(String decision) {
    return opened(Path.of("rules"), decision);
  }

  private static Ruleset opened(Path rules, String decision) {
    Result<Ruleset> opened = RulesFolder.open(rules, decision, Path.of("target/test-cache"));
    if (opened instanceof Result.Ok<Ruleset> ok) {
      return ok.value();
    }
    throw new AssertionError(opened);
  }
}
