package dev.rolecall.bench;

import dev.rolecall.bench.Requisition.Role;
import dev.rolecall.bench.Requisition.Side;
import dev.rolecall.decision.Balance;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.State;
import dev.rolecall.decision.Voice;
import dev.rolecall.rule.Rule;
import dev.rolecall.ruleset.Ruleset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hiring decision as it would be without rules: every finding, number and text of {@code
 * rules/hiring} written by hand, for situations without inferred answers. Gives the same {@link
 * Decision}, explanation and all; it has to follow when the rules are edited.
 */
final class PlainJava {

  private static final Balance NOBODY = new Balance(null, 0, 0, 0, 0, 0, 0);

  private final Map<String, String> places;
  private final PlainAdvice advice;
  private final String ruleset;
  private final String meaning;

  PlainJava(Ruleset ruleset) {
    this.places =
        ruleset.rulebook().rules().stream()
            .collect(
                Collectors.toUnmodifiableMap(Rule::id, (Function<Rule, String>) ruleset::placeOf));
    this.advice = new PlainAdvice(ruleset.vocabulary());
    this.ruleset = ruleset.hash();
    this.meaning = ruleset.meaning();
  }

  Decision decide(Requisition r) {
    if (Boolean.TRUE.equals(r.otherJob()) && r.stated() == 0) {
      return outOfScope(r);
    }
    PlainFindings found = new PlainFindings(r, places);
    Balance balance = balance(found.voices);
    Outcome outcome = outcome(r, balance);
    return new Decision(
        "hiring",
        r.situation(),
        outcome,
        found.voices,
        balance,
        found.findings,
        advice.warnings(r, outcome, found.voices),
        advice.questions(r, outcome, found.voices),
        advice.suggestions(outcome, found.voices),
        ruleset,
        meaning);
  }

  private Decision outOfScope(Requisition r) {
    Outcome outcome =
        new Outcome(
            Outcome.Kind.OUT_OF_SCOPE,
            null,
            null,
            "Out of scope",
            "",
            false,
            false,
            false,
            "the title is another job and nothing was said about the work",
            List.of("out-of-scope-other-job"));
    return new Decision(
        "hiring",
        r.situation(),
        outcome,
        List.of(),
        NOBODY,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ruleset,
        meaning);
  }

  private static Balance balance(List<Voice> voices) {
    int plan = 0;
    int program = 0;
    int split = 0;
    for (Voice voice : voices) {
      plan += "PM".equals(voice.leans()) ? 1 : 0;
      program += "TPM".equals(voice.leans()) ? 1 : 0;
      split += voice.state() == State.SPLIT ? 1 : 0;
    }
    int first = Math.max(plan, program);
    int second = Math.min(plan, program);
    return first == second
        ? new Balance(null, 0, 0, plan + program, split, first, second)
        : new Balance(
            plan > program ? "PM" : "TPM",
            first - second,
            second == 0 ? 99 : first / second,
            plan + program,
            split,
            first,
            second);
  }

  private static Outcome outcome(Requisition r, Balance balance) {
    if (r.hardestPart() == null) {
      return byBalance(r, balance);
    }
    return r.hardestPart() == Side.PLAN ? tracking(balance) : alignment(r, balance);
  }

  private static Outcome tracking(Balance balance) {
    if (!clear(balance, "TPM")) {
      return recommended(
          "boundary-pm",
          Role.PM,
          "boundary",
          "",
          "keeping a known set of tasks on track is the hardest part");
    }
    return contradicted(balance)
        ? inconclusive(
            "boundary-pm-contradicted",
            "contradiction",
            "the boundary test says tracking, and none of the "
                + balance.speaking()
                + " dimensions that speak leans to a project manager")
        : recommended(
            "boundary-pm-contested",
            Role.PM,
            "boundary",
            "contested",
            "keeping a known set of tasks on track is the hardest part");
  }

  private static Outcome alignment(Requisition r, Balance balance) {
    boolean against = clear(balance, "PM");
    if (r.nothingTechnical()) {
      return recommended(
          against ? "pgm-boundary-contested" : "pgm-boundary",
          Role.PGM,
          "boundary",
          against ? "contested" : "",
          "alignment across boundaries is the hardest part, and nothing technical is to be sequenced, challenged or read");
    }
    if (against && contradicted(balance)) {
      return inconclusive(
          "boundary-tpm-contradicted",
          "contradiction",
          "the boundary test says alignment, and none of the "
              + balance.speaking()
              + " dimensions that speak leans to a technical program manager");
    }
    return recommended(
        against ? "boundary-tpm-contested" : "boundary-tpm",
        Role.TPM,
        "boundary",
        against ? "contested" : "",
        "alignment across boundaries that no one person controls is the hardest part");
  }

  private static Outcome byBalance(Requisition r, Balance balance) {
    String counted =
        balance.leaderVoices() + " of the " + balance.speaking() + " dimensions that speak ";
    boolean narrow = balance.runnerUpVoices() >= 2;
    String mark = narrow ? "narrow" : "";
    String behind = narrow ? "-narrow" : "";
    if (clear(balance, "PM")) {
      return recommended(
          "balance-pm" + behind, Role.PM, "balance", mark, counted + "lean to a project manager");
    }
    if (clear(balance, "TPM")) {
      return r.nothingTechnical()
          ? recommended(
              "pgm-balance" + behind,
              Role.PGM,
              "balance",
              mark,
              counted
                  + "point to a program, and nothing technical is to be sequenced, challenged or read")
          : recommended(
              "balance-tpm" + behind,
              Role.TPM,
              "balance",
              mark,
              counted + "lean to a technical program manager");
    }
    return balance.speaking() < 3
        ? inconclusive(
            "inconclusive-few-voices",
            "nothing",
            "the boundary test is not answered, and too few dimensions speak for a balance")
        : inconclusive(
            "inconclusive-no-clear-lead",
            "nothing",
            "the boundary test is not answered, and neither side has a clear lead");
  }

  private static boolean clear(Balance balance, String leader) {
    return leader.equals(balance.leader())
        && balance.speaking() >= 3
        && balance.margin() >= 2
        && balance.times() >= 2;
  }

  private static boolean contradicted(Balance balance) {
    return balance.speaking() >= 5 && balance.runnerUpVoices() == 0;
  }

  private static Outcome recommended(
      String rule, Role role, String decidedBy, String mark, String because) {
    return new Outcome(
        Outcome.Kind.RECOMMENDED,
        role.name(),
        role == Role.PGM ? "TPM" : role.name(),
        role.label,
        decidedBy,
        mark.equals("contested"),
        mark.equals("narrow"),
        false,
        because,
        List.of(rule));
  }

  private static Outcome inconclusive(String rule, String decidedBy, String because) {
    return new Outcome(
        Outcome.Kind.INCONCLUSIVE,
        null,
        null,
        "Inconclusive",
        decidedBy,
        false,
        false,
        false,
        because,
        List.of(rule));
  }

  /** The dimensions that lean to an outcome, or elsewhere, as a sentence names them. */
  static String names(List<Voice> voices, @Nullable String outcome, boolean leaningTo) {
    StringBuilder names = new StringBuilder();
    String last = null;
    for (Voice voice : voices) {
      if (voice.leans() != null && voice.leans().equals(outcome) == leaningTo) {
        if (last != null) {
          names.append(names.length() == 0 ? "" : ", ").append(last);
        }
        last = title(voice.dimension());
      }
    }
    if (last == null) {
      return "no dimension";
    }
    return names.length() == 0 ? last : names.append(" and ").append(last).toString();
  }

  private static String title(String dimension) {
    return switch (dimension) {
      case "TechnicalDepth" -> "Technical depth";
      case "FailureMode" -> "Failure mode";
      default -> dimension;
    };
  }
}
