package dev.rolecall.cue;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small decision that no class of the program has heard of, and its cues. */
final class Harbour {

  private static final String VOCABULARY =
      """
      package harbour;

      import dev.rolecall.decision.*;
      global dev.rolecall.decision.Verdict verdict;

      declare enum Berth @outcomes
          QUAY("the quay"), BUOY("the buoy");
          label : String
      end

      declare enum Cargo
          GRAIN("grain"), TIMBER("timber");
          label : String
      end

      declare Load @dimension
          cargo     : Cargo      @ask("What does it carry?")
          holds     : Integer    @ask("How many holds?") @range("1..50")
          tonnes    : BigDecimal @ask("How heavy?")      @range("0..1000")
          dangerous : Boolean    @ask("Is it dangerous?")
          remark    : String     @ask("Anything else?")
      end

      declare Ship @context
          flag : String @ask("Under which flag?")
      end
      """;

  private static final String RULES =
      """
      package harbour;

      rule "Many holds need the quay"
          @id(load-many-holds) @source(house)
      when
          Load( holds >= 4 )
      then
          verdict.leans( Berth.QUAY, "there are many holds" );
      end

      rule "Something decides"
          @id(decides) @source(house)
      when
          Balance( speaking >= 0 )
      then
          verdict.inconclusive( "nothing decides" );
      end
      """;

  private Harbour() {}

  static Result<Cues> read(String lines) {
    String table = "attribute,value,phrase,weight\n" + lines;
    return of(Map.of("cues.csv", table.getBytes(StandardCharsets.UTF_8)));
  }

  static Result<Cues> of(Map<String, byte[]> tables) {
    Map<String, byte[]> files = new LinkedHashMap<>(tables);
    files.put("vocabulary.drl", VOCABULARY.getBytes(StandardCharsets.UTF_8));
    files.put("load.drl", RULES.getBytes(StandardCharsets.UTF_8));
    RuleFiles folder = RuleFiles.of("harbour", "rules/harbour", files);
    Rulebook rulebook = good(folder.rulebook());
    return Cues.of(folder, rulebook);
  }

  static Cues cues(String lines) {
    return good(read(lines));
  }

  static List<String> problems(String lines) {
    return read(lines) instanceof Result.Refused<Cues> refused
        ? refused.problems().stream().map(Problem::toString).toList()
        : List.of();
  }

  /** What is inferred, as {@code path value}. */
  static List<String> inferred(String lines, String description) {
    return inferred(cues(lines).read(description));
  }

  static List<String> inferred(Reading reading) {
    return reading.inferred().stream().map(i -> i.attribute().path() + " " + i.value()).toList();
  }

  static <T> T good(Result<T> result) {
    if (result instanceof Result.Ok<T> ok) {
      return ok.value();
    }
    throw new AssertionError(((Result.Refused<T>) result).problems());
  }
}
