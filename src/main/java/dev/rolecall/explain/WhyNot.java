package dev.rolecall.explain;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Voice;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Verb;
import dev.rolecall.ruleset.Judgement;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.NearestValues;
import dev.rolecall.space.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a decision did not come to an outcome, or a rule did not speak: each condition, whether it is
 * met, and what would meet it.
 *
 * @param outcome what was asked for: an outcome's constant, {@code inconclusive} or {@code
 *     out-of-scope}; empty where a rule was asked for
 * @param rules those that lead there, fewest conditions missing first; or the one rule asked for
 * @param dimensions those that do not lean there, each with the rules that would make it
 */
public record WhyNot(
    Decision decision, Optional<String> outcome, List<Account> rules, List<Dimension> dimensions) {

  /** A dimension and the rules that lean to the outcome in it, fewest conditions missing first. */
  public record Dimension(Voice voice, String title, List<Account> rules) {}

  /**
   * @param outcome one of {@link #outcomes}
   */
  public static WhyNot ofOutcome(Ruleset ruleset, Situation situation, String outcome) {
    Reading reading = Reading.of(ruleset, situation);
    List<Rule> leading =
        ruleset.rulebook().rules().stream().filter(r -> leadsTo(r, outcome)).toList();
    Set<String> voices =
        leading.stream()
            .filter(r -> r.says(Verb.RECOMMEND))
            .map(r -> r.voicesOf().orElse(outcome))
            .collect(Collectors.toSet());
    return new WhyNot(
        reading.judgement.decision(),
        Optional.of(outcome),
        reading.accounts(leading),
        reading.dimensions(voices));
  }

  public static WhyNot ofRule(Ruleset ruleset, Situation situation, Rule rule) {
    Reading reading = Reading.of(ruleset, situation);
    return new WhyNot(
        reading.judgement.decision(), Optional.empty(), reading.accounts(List.of(rule)), List.of());
  }

  /** Everything that a decision can come to. */
  public static List<String> outcomes(Ruleset ruleset) {
    List<String> outcomes = new ArrayList<>(ruleset.vocabulary().outcomes().names());
    outcomes.add("inconclusive");
    outcomes.add("out-of-scope");
    return outcomes;
  }

  private static boolean leadsTo(Rule rule, String outcome) {
    return switch (outcome) {
      case "inconclusive" -> rule.says(Verb.INCONCLUSIVE);
      case "out-of-scope" -> rule.says(Verb.OUT_OF_SCOPE);
      default -> says(rule, Verb.RECOMMEND, Set.of(outcome));
    };
  }

  private static boolean says(Rule rule, Verb verb, Set<String> outcomes) {
    return rule.then().stream()
        .anyMatch(s -> s.verb() == verb && s.about().filter(outcomes::contains).isPresent());
  }

  /** Whether the decision came to the outcome after all. */
  public boolean isSo() {
    return outcome.filter(decision.outcome().word()::equals).isPresent();
  }

  public String text(Style style) {
    return WhyNotText.render(this, style);
  }

  public String json() {
    return WhyJson.write(this);
  }

  private record Reading(Ruleset ruleset, Judgement judgement, Accounts accounts) {

    static Reading of(Ruleset ruleset, Situation situation) {
      Judgement judgement = ruleset.probes().judge(situation);
      NearestValues nearest = NearestValues.of(ruleset, Space.of(ruleset.rulebook()));
      return new Reading(ruleset, judgement, new Accounts(ruleset, judgement, nearest));
    }

    List<Account> accounts(List<Rule> rules) {
      return rules.stream()
          .map(accounts::of)
          .sorted(Comparator.comparingInt(Account::missing))
          .toList();
    }

    List<Dimension> dimensions(Set<String> outcomes) {
      return judgement.decision().voices().stream()
          .filter(v -> outcomes.stream().noneMatch(o -> Objects.equals(o, v.leans())))
          .filter(v -> !outcomes.isEmpty())
          .map(v -> dimension(v, outcomes))
          .toList();
    }

    private Dimension dimension(Voice voice, Set<String> outcomes) {
      List<Rule> leaning =
          ruleset.rulebook().rules().stream()
              .filter(
                  r -> r.dimension().filter(d -> d.name().equals(voice.dimension())).isPresent())
              .filter(r -> says(r, Verb.LEANS, outcomes))
              .toList();
      String title = ruleset.vocabulary().fact(voice.dimension()).orElseThrow().title();
      return new Dimension(voice, title, accounts(leaning));
    }
  }
}
