package dev.rolecall.ruleset;

import dev.rolecall.decision.Decision;
import dev.rolecall.document.Node;
import dev.rolecall.document.Yaml;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.SituationReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small decision, by train or by plane, written to a folder and opened as any other. */
final class Trip {

  static final Path CACHE = Path.of("target", "test-cache");

  static final String VOCABULARY =
      """
      // How to travel.
      package trip;

      import dev.rolecall.decision.*;
      global dev.rolecall.decision.Verdict verdict;

      declare enum Travel @outcomes
          TRAIN("by train"), PLANE("by plane");
          label : String
      end

      declare enum Risk @warnings
          STRIKE("Strike"), DELAY("Delay");
          label : String
      end

      declare enum Season
          SUMMER("in summer"), WINTER("in winter"), DARK("when it is dark");
          label : String
      end

      declare Way @dimension
          km     : Integer @ask("How far?") @range("-100..20000")
          hours  : Integer @ask("How long?")
          price  : BigDecimal
          abroad : Boolean @ask("Abroad?")
          season : Season
          note   : String
      end

      declare Bag @dimension
          kilos : Integer @ask("How heavy?")
      end

      declare Ticket @context
          name1 : String
      end
      """;

  private Trip() {}

  static String rule(String id, String when, String then) {
    return "rule \""
        + id
        + "\"\n    @id("
        + id
        + ") @source(house)\nwhen\n    "
        + when
        + "\nthen\n    "
        + then
        + "\nend\n";
  }

  /** A file with one rule that warns, its condition on line 5 from column 5. */
  static String warning(String when) {
    return "package trip;\n" + rule("r", when, "verdict.warn( Risk.DELAY, \"x\" );");
  }

  static Result<Ruleset> open(Path temp, String decision, Map<String, String> files) {
    try {
      Path folder =
          Files.createDirectories(Files.createTempDirectory(temp, "rules").resolve(decision));
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      return RulesFolder.open(folder.getParent(), decision, CACHE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Result<Ruleset> open(Path temp, String rules) {
    return open(temp, "trip", Map.of("vocabulary.drl", VOCABULARY, "r.drl", rules));
  }

  static <T> T good(Result<T> result) {
    if (result instanceof Result.Ok<T> ok) {
      return ok.value();
    }
    throw new AssertionError(((Result.Refused<T>) result).problems());
  }

  /** The problems as a person reads them, from the name of the file on. */
  static List<String> problems(Result<?> result) {
    if (result instanceof Result.Refused<?> refused) {
      return refused.problems().stream()
          .map(Problem::toString)
          .map(p -> p.replaceFirst("^.*/(?=[^/]+\\.(drl|csv))", ""))
          .toList();
    }
    return List.of();
  }

  static Situation situation(Ruleset ruleset, String yaml) {
    Node document = good(Yaml.read("situation", "{" + yaml + "}")).get(0);
    return good(SituationReader.read(ruleset.vocabulary(), document));
  }

  static Decision decide(Ruleset ruleset, String yaml) {
    return ruleset.decide(situation(ruleset, yaml));
  }
}
