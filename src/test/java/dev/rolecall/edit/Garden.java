package dev.rolecall.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Span;
import dev.rolecall.ruleset.RuleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small decision with every kind of value, laid out as no formatter would. */
final class Garden {

  static final String PLANTS = "plants.drl";

  private static final String VOCABULARY =
      """
      package garden;

      import dev.rolecall.decision.*;
      global dev.rolecall.decision.Verdict verdict;

      declare enum Plant @outcomes
          TOMATO("a tomato"), FERN("a fern");
          label : String
      end

      declare enum Soil
          SANDY("sandy, dry"), LOAMY("loamy: heavy");
          label : String
      end

      declare Spot @dimension
          sunHours : BigDecimal @ask("How much sun?") @range("0..24.5")
          soil     : Soil       @ask("Which soil?")
          indoors  : Boolean    @ask("Is it indoors?")
          pots     : Integer    @ask("How many pots?") @range("1..40")
          sign     : String     @ask("What does its sign say?")
      end
      """;

  static final String RULES =
      """
      // Plants for places: "a comment" >= 3.
      package garden;

      rule   "Sun makes tomatoes"  // the first
          @id( sun ) @source(house)
      when
          Spot(  $pots:pots>=3 ,  sunHours >= 6.50 /* or so */ )
      then
          verdict.leans( Plant.TOMATO, "{pots} pots \\"in\\" the sun" );
      end

      rule "Shade makes ferns" @id(shade) @weight( 2 )
      when
          Spot( soil in ( Soil.SANDY, Soil.LOAMY ), indoors == true, sign == "Balcony" )
          Known( stated >= 2 )
      then
          verdict.leans( Plant.FERN, "=it is shady" );
      end

      rule "Nothing is known" @id(nothing)
      when
          not( Balance( speaking >= 1 ) )
      then
          verdict.inconclusive( "nothing is known" );
          verdict.ask( "spot.soil" );
      end
      """;

  private Garden() {}

  static RuleFiles files() {
    return with(RULES);
  }

  static RuleFiles with(String rules) {
    return RuleFiles.of(
        "garden",
        "rules/garden",
        Map.of("vocabulary.drl", bytes(VOCABULARY), PLANTS, bytes(rules)));
  }

  /** A workbook as people have it, in a file. */
  static Path saved(Path folder, byte[] workbook) {
    try {
      return Files.write(folder.resolve("rules.xlsx"), workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(RuleFiles files) {
    try {
      return files.text(PLANTS);
    } catch (CharacterCodingException e) {
      throw new AssertionError(e);
    }
  }

  static Rule rule(RuleFiles files, String id) {
    return value(files.rulebook()).rule(id).orElseThrow();
  }

  /** Where the literals of a rule stand, in the order of the text. */
  static List<Span> literals(RuleFiles files, String id) {
    return rule(files, id)
        .when()
        .comparisons()
        .flatMap(c -> c.literals().stream())
        .map(Literal::span)
        .toList();
  }

  static Rulebook rulebook(RuleFiles files) {
    return value(files.rulebook());
  }

  static <T> T value(Result<T> result) {
    assertThat(result).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<T>) result).value();
  }

  static List<String> problems(Result<?> result) {
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused<?>) result).problems().stream().map(Problem::toString).toList();
  }
}
