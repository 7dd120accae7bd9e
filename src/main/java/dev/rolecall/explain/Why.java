package dev.rolecall.explain;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Voice;
import dev.rolecall.rule.Rule;
import dev.rolecall.ruleset.Judgement;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.Effects;
import dev.rolecall.space.Space;
import dev.rolecall.vocabulary.Attribute;
import java.util.List;

/**
 * Why a decision came out as it did: the chain from the facts to the answer.
 *
 * @param deciding the rules that decided; empty where none did
 * @param dimensions in the order of the vocabulary; empty where out of scope
 * @param against the voices that lean elsewhere than the answer
 * @param warnings the most important first
 * @param inferred the answers that were read out of a description
 * @param withoutEffect the answers given that did not matter: whatever other value one of them had,
 *     the outcome, its marks and its warnings were the same
 */
public record Why(
    Decision decision,
    List<Account> deciding,
    List<Dimension> dimensions,
    List<Dimension> against,
    List<Warning> warnings,
    List<Inferred> inferred,
    List<Attribute> withoutEffect) {

  /** A dimension's voice and everything that was found in it. */
  public record Dimension(Voice voice, String title, List<Found> findings) {}

  /** A finding and how its rule came to speak. */
  public record Found(Finding finding, Account account) {}

  /** A warning and how its rule came to speak. */
  public record Warning(Advice advice, Account account) {}

  /**
   * @param answer with its quote
   */
  public record Inferred(Attribute attribute, Answer answer) {}

  public static Why of(Ruleset ruleset, Situation situation) {
    return new Reading(ruleset, ruleset.probes().judge(situation)).why();
  }

  public String text(Style style) {
    return WhyText.render(this, style);
  }

  public String json() {
    return WhyJson.write(this);
  }

  private record Reading(Ruleset ruleset, Judgement judgement) {

    Why why() {
      Decision decision = judgement.decision();
      List<Dimension> dimensions = decision.voices().stream().map(this::dimension).toList();
      return new Why(
          decision,
          decision.outcome().rules().stream().map(this::account).toList(),
          dimensions,
          dimensions.stream().filter(this::isAgainst).toList(),
          decision.warnings().stream().map(a -> new Warning(a, account(a.rule()))).toList(),
          inferred(decision.situation()),
          Effects.without(ruleset, Space.of(ruleset.rulebook()), decision.situation()));
    }

    private Account account(String id) {
      Rule rule = ruleset.rulebook().rule(id).orElseThrow();
      return new Accounts(ruleset, judgement, null).of(rule);
    }

    private Dimension dimension(Voice voice) {
      return new Dimension(
          voice,
          ruleset.vocabulary().fact(voice.dimension()).orElseThrow().title(),
          judgement.decision().findings().stream()
              .filter(f -> f.dimension().equals(voice.dimension()))
              .map(f -> new Found(f, account(f.rule())))
              .toList());
    }

    private boolean isAgainst(Dimension dimension) {
      String answer = judgement.decision().outcome().voicesOf();
      String leans = dimension.voice.leans();
      return answer != null && leans != null && !leans.equals(answer);
    }

    private static List<Inferred> inferred(Situation situation) {
      return situation.vocabulary().attributes().stream()
          .flatMap(a -> situation.answer(a).map(x -> new Inferred(a, x)).stream())
          .filter(i -> i.answer.origin() == Origin.INFERRED)
          .toList();
    }
  }
}
