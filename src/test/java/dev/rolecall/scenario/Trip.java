package dev.rolecall.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small decision of its own: how to travel. */
public final class Trip {

  private static final String VOCABULARY =
      """
      // What can be asked about a trip.
      package trip;

      import dev.rolecall.decision.*;
      global dev.rolecall.decision.Verdict verdict;

      declare enum Means @outcomes
          TRAIN("train"), PLANE("plane");
          label : String
      end

      declare enum Caution @warnings
          TIRING("tiring"), COSTLY("costly");
          label : String
      end

      declare Ticket @context
          title : String @ask("What does the ticket say?")
      end

      declare Distance @dimension
          km     : Integer @ask("How far is it?") @range("1..20000")
          abroad : Boolean @ask("Is it abroad?")
      end

      declare Night @dimension
          bed : Boolean @ask("Is a bed wanted?")
      end
      """;

  private static final String RULES =
      """
      // How to travel.
      package trip;

      rule "It is far"
          @id(distance-far) @weight(2) @source(house)
      when
          Distance( $km : km >= 800 )
      then
          verdict.leans( Means.PLANE, "it is {km} km" );
      end

      rule "It is near"
          @id(distance-near) @weight(2) @source(house)
      when
          Distance( km < 800 )
      then
          verdict.leans( Means.TRAIN, "it is near" );
      end

      rule "There is a bed"
          @id(night-bed) @source(house)
      when
          Night( bed == true )
      then
          verdict.leans( Means.TRAIN, "there is a bed" );
      end

      rule "The ticket is for a ferry"
          @id(out-of-scope-ferry) @source(house)
      when
          Ticket( title == "ferry" )
      then
          verdict.outOfScope( "the ticket is for a ferry" );
      end

      rule "Take the train"
          @id(take-train) @source(house) @decidedBy(balance)
      when
          Balance( leader == Means.TRAIN )
      then
          verdict.recommend( Means.TRAIN, "most speaks for it" );
      end

      rule "Take the plane"
          @id(take-plane) @source(house) @decidedBy(balance) @narrow
      when
          Balance( leader == Means.PLANE )
      then
          verdict.recommend( Means.PLANE, "most speaks for it" );
      end

      rule "Nobody knows"
          @id(inconclusive) @source(house) @decidedBy(nothing)
      when
          Balance( leader == null )
      then
          verdict.inconclusive( "nothing leads" );
          verdict.ask( "distance.km" );
      end

      rule "A plane is tiring"
          @id(warning-tiring) @source(house)
      when
          Recommendation( answer == Means.PLANE )
      then
          verdict.warn( Caution.TIRING, "it is tiring" );
      end
      """;

  private Trip() {}

  /** Writes the rules into {@code rules/trip} of this folder. */
  public static Path write(Path folder) throws IOException {
    Path rules = folder.resolve("rules");
    Files.createDirectories(rules.resolve("trip"));
    Files.writeString(rules.resolve("trip/vocabulary.drl"), VOCABULARY);
    Files.writeString(rules.resolve("trip/trip.drl"), RULES);
    return rules;
  }

  static Ruleset open(Path folder) throws IOException {
    Result<Ruleset> opened = RulesFolder.open(write(folder), "trip", Path.of("target/test-cache"));
    assertThat(opened).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<Ruleset>) opened).value();
  }
}
