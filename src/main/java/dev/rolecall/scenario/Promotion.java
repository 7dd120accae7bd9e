package dev.rolecall.scenario;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a scenario of a decision that was given once: what was known, without texts unless an
 * answer needs them, and what must come of it.
 *
 * @param text of the scenario file
 * @param texts the attributes whose free text it holds
 * @param run of its one case under the rules of today
 */
public record Promotion(String text, List<String> texts, ScenarioRun run) {

  /** What stands for a quote: where an inferred value came from is nobody's business in a test. */
  private static final String QUOTE = "from the record";

  /**
   * @param today the rules that the scenario is for
   * @param given the decision as it was given
   * @param decided the outcome that a person decided for; that of the decision where nobody did
   * @param source where it comes from, a sentence
   * @param file the name of the scenario
   * @return refused where the rules of today do not know its words
   */
  public static Result<Promotion> of(
      Ruleset today, Decision given, String decided, String source, String file) {
    Writing writing = new Writing(today, given, decided, source);
    return ScenarioReader.read(today, file, writing.text(given.situation()))
        .then(
            all -> {
              Situation needed = writing.needed(all.cases().get(0).situation());
              String text = writing.text(needed);
              return ScenarioReader.read(today, file, text)
                  .then(
                      one ->
                          Result.ok(
                              new Promotion(
                                  text,
                                  Writing.texts(needed),
                                  ScenarioRun.of(today, List.of(one)))));
            });
  }

  private record Writing(Ruleset today, Decision given, String decided, String source) {

    String text(Situation situation) {
      boolean overridden = !decided.equals(given.outcome().word());
      String id = given.situation().id();
      String name = id.isEmpty() ? "a recorded case" : id;
      StringBuilder text = new StringBuilder(1_024);
      text.append("title: ").append(quoted(name + " is answered with " + decided)).append('\n');
      text.append("why: ").append(quoted(source)).append('\n');
      text.append("given:\n");
      given(situation, text);
      text.append("cases:\n");
      text.append("  - name: ")
          .append(overridden ? "as a person decided" : "as it was recommended")
          .append('\n');
      text.append("    expect:\n      outcome: ").append(decided).append('\n');
      Set<String> because = overridden ? Set.of() : given.spokeFor();
      if (!because.isEmpty()) {
        text.append("      because: [").append(String.join(", ", because)).append("]\n");
      }
      return text.toString();
    }

    private void given(Situation situation, StringBuilder text) {
      for (FactType fact : situation.vocabulary().facts()) {
        String values =
            fact.attributes().stream()
                .filter(a -> !has(situation, a, Origin.DERIVED))
                .flatMap(a -> situation.answer(a).map(x -> a.name() + ": " + value(a, x)).stream())
                .collect(Collectors.joining(", "));
        if (!values.isEmpty()) {
          text.append("  ").append(fact.key()).append(": { ").append(values).append(" }\n");
        }
      }
      String inferred =
          situation.vocabulary().attributes().stream()
              .filter(a -> has(situation, a, Origin.INFERRED))
              .map(a -> a.path() + ": " + QUOTE)
              .collect(Collectors.joining(", "));
      if (!inferred.isEmpty()) {
        text.append("  inferred: { ").append(inferred).append(" }\n");
      }
    }

    private static String value(Attribute attribute, Answer answer) {
      return isText(attribute) ? quoted(answer.value().toString()) : answer.value().toString();
    }

    /** JSON is YAML: what needs no escape there needs none here. */
    private static String quoted(String text) {
      return TextNode.valueOf(text).toString();
    }

    /**
     * Without texts: what follows from them stands in their place. Where that answers otherwise,
     * with those texts that change an answer of today.
     */
    Situation needed(Situation situation) {
      List<String> all = structure(situation);
      Situation bare = withoutTexts(today.decide(situation).situation());
      return structure(bare).equals(all) ? bare : withTexts(situation, all);
    }

    private static Situation withoutTexts(Situation situation) {
      Situation.Builder bare = situation.change();
      for (Attribute attribute : situation.vocabulary().attributes()) {
        Answer answer = bare.get(attribute);
        if (answer != null && isText(attribute)) {
          bare.set(attribute, null);
        } else if (answer != null && answer.origin() == Origin.DERIVED) {
          bare.set(attribute, Answer.stated(answer.value()));
        }
      }
      return bare.build();
    }

    private Situation withTexts(Situation situation, List<String> all) {
      Situation.Builder kept = situation.change();
      for (Attribute attribute : situation.vocabulary().attributes()) {
        Answer answer = kept.get(attribute);
        if (answer != null && isText(attribute)) {
          kept.set(attribute, null);
          if (!structure(kept.build()).equals(all)) {
            kept.set(attribute, answer);
          }
        }
      }
      return kept.build();
    }

    /** What can be told apart of an answer, without its words. */
    private List<String> structure(Situation situation) {
      Decision decision = today.decide(situation);
      List<String> structure = new ArrayList<>(List.of(decision.outcome().word()));
      structure.addAll(decision.outcome().rules());
      decision.findings().stream().map(Finding::rule).forEach(structure::add);
      decision.warnings().stream().map(Advice::rule).forEach(structure::add);
      return structure;
    }

    private static boolean has(Situation situation, Attribute attribute, Origin origin) {
      return situation.answer(attribute).filter(x -> x.origin() == origin).isPresent();
    }

    static List<String> texts(Situation situation) {
      return situation.vocabulary().attributes().stream()
          .filter(a -> isText(a) && situation.answer(a).isPresent())
          .map(Attribute::path)
          .toList();
    }

    private static boolean isText(Attribute attribute) {
      return attribute.type() instanceof ValueType.Text;
    }
  }
}
