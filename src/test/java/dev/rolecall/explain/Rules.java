package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rules to explain: those that are shipped, and a third decision that only tests know. */
final class Rules {

  private static final Path CACHE = Path.of("target", "test-cache");
  private static final Path SHIPPED = Path.of("rules");

  static final String GARDEN = "garden";

  private static final String VOCABULARY =
      """
      // What grows on a balcony.
      package garden;

      import dev.rolecall.decision.*;
      global dev.rolecall.decision.Verdict verdict;

      declare enum Plant @outcomes
          TOMATO("a tomato"), FERN("a fern"), CACTUS("a cactus");
          label : String
      end

      declare enum Soil
          SANDY("sandy, dry"), LOAMY("loamy: heavy");
          label : String
      end

      declare Spot @dimension
          sunHours : BigDecimal @ask("How much sun, in hours a day; at its best?") @range("0..24.5")
          soil     : Soil       @ask("Is it # sandy: or loamy, 'heavy'?")
          indoors  : Boolean    @ask("Is it so?")
          pots     : Integer    @ask("How many pots?")
          shade    : Boolean
      end

      declare Water @dimension
          daily   : Boolean @ask("Is it so?")
          comment : String  @ask("Anything else?")
      %s
      end
      """;

  private static final String RULES =
      """
      // Plants for places.
      package garden;

      rule "Sun makes tomatoes"
          @id(spot-sun) @source(house)
      when
          Spot( sunHours >= 6.5 )
      then
          verdict.leans( Plant.TOMATO, "there is sun" );
      end
      """;

  private Rules() {}

  static Ruleset shipped(String decision) {
    return opened(SHIPPED, decision);
  }

  /**
   * The third decision.
   *
   * @param further lines that declare more attributes of its last fact
   * @param rules DRL of more rules
   */
  static Ruleset garden(Path folder, String further, String rules) {
    try {
      Path garden = Files.createDirectories(folder.resolve(GARDEN));
      Files.writeString(garden.resolve("vocabulary.drl"), VOCABULARY.formatted(further));
      Files.writeString(garden.resolve("plants.drl"), RULES + rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return opened(folder, GARDEN);
  }

  private static Ruleset opened(Path rules, String decision) {
    Result<Ruleset> opened = RulesFolder.open(rules, decision, CACHE);
    assertThat(opened).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<Ruleset>) opened).value();
  }
}
