package dev.rolecall.space;

import dev.rolecall.decision.Finding;
import dev.rolecall.decision.State;
import dev.rolecall.decision.Tally;
import dev.rolecall.decision.Voice;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Test;
import dev.rolecall.rule.Verb;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the later phases can see of some facts: their voices, the outcomes that inferred values
 * lean to, and the values that rules of later phases read themselves. Where no rule that matters
 * asks which dimension a voice is of, it is enough how many voices there are of each kind.
 *
 * @param voices how many of each kind, or what each dimension says, as a number
 * @param answers how many answers were given, as far as a rule that counts them can tell
 */
record Trace(long voices, int answers, Set<String> inferred, Set<String> read) {

  static final Trace NOTHING = new Trace(0, 0, Set.of(), Set.of());

  /** What facts leave that end a case in the first phase. */
  private static final Trace OUT_OF_SCOPE = new Trace(0, 0, Set.of(), Set.of("out of scope"));

  /**
   * What of two groups of facts is seen together.
   *
   * @param counted up to how many answers a rule can count
   */
  Trace with(Trace other, int counted) {
    return new Trace(
        voices + other.voices,
        Math.min(counted, answers + other.answers),
        union(inferred, other.inferred),
        union(read, other.read));
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? b : a;
    }
    Set<String> union = new HashSet<>(a);
    union.addAll(b);
    return union;
  }

  /** Reads traces off decisions of one ruleset. */
  static final class Reader {
    private final Ruleset ruleset;
    private final List<String> dimensions;
    private final List<String> outcomes;
    private final boolean byDimension;
    private final int counted;

    Reader(Ruleset ruleset, Situation situation) {
      this.ruleset = ruleset;
      this.dimensions = ruleset.vocabulary().dimensions().stream().map(FactType::name).toList();
      this.outcomes = ruleset.vocabulary().outcomes().names();
      this.byDimension = ruleset.rulebook().rules().stream().anyMatch(Reader::asksForDimension);
      this.counted = Math.max(0, counted(ruleset) + 1 - situation.count(Origin.STATED));
    }

    /**
     * The largest number of stated answers that a rule compares with; -1 where none counts them.
     */
    private static int counted(Ruleset ruleset) {
      return ruleset.rulebook().rules().stream()
          .flatMap(r -> r.when().comparisons())
          .filter(Reader::countsAnswers)
          .flatMap(c -> c.literals().stream())
          .mapToInt(l -> l.value() instanceof Integer number ? number : -1)
          .max()
          .orElse(-1);
    }

    private static boolean countsAnswers(Test.Comparison comparison) {
      return comparison.attribute().fact().equals(EngineFacts.KNOWN)
          && comparison.attribute().name().equals("stated");
    }

    /** Up to how many further answers a rule can count. */
    int counted() {
      return counted;
    }

    /**
     * Whether a rule that an outcome, a mark or a warning depends on asks which dimension a voice
     * is of.
     */
    private static boolean asksForDimension(Rule rule) {
      boolean matters =
          rule.phase() == Phase.OUTCOME && !rule.then().stream().allMatch(s -> s.verb() == Verb.ASK)
              || rule.says(Verb.WARN);
      return matters
          && rule.when()
              .comparisons()
              .anyMatch(
                  c ->
                      c.attribute().fact().equals(EngineFacts.VOICE)
                          && c.attribute().name().equals("dimension"));
    }

    /**
     * Whether voices of all dimensions fit into one number, and no finding depends on how many
     * answers are given elsewhere.
     */
    boolean canRead() {
      double kinds = outcomes.size() + 2.0;
      double numbers =
          byDimension
              ? Math.pow(kinds, dimensions.size())
              : Math.pow(dimensions.size() + 1.0, kinds);
      boolean findingsCount =
          counted > 0
              && ruleset.rulebook().rules().stream()
                  .filter(r -> r.says(Verb.LEANS))
                  .anyMatch(r -> r.when().comparisons().anyMatch(Reader::countsAnswers));
      return numbers < Long.MAX_VALUE && !findingsCount;
    }

    /**
     * @param answers how many answers were given
     * @param of the dimensions whose voices are read
     * @param later the attributes that rules of later phases read
     */
    Trace read(Situation situation, int answers, List<String> of, List<Attribute> later) {
      Optional<List<Finding>> found = ruleset.findBriefly(situation);
      if (found.isEmpty()) {
        return OUT_OF_SCOPE;
      }
      List<Finding> findings = found.get();
      long voices = 0;
      for (Voice voice : Tally.voices(of, findings)) {
        voices += number(voice);
      }
      Set<String> inferred = new HashSet<>();
      for (Finding finding : findings) {
        if (of.contains(finding.dimension())
            && readsInferred(ruleset.readBy(finding.rule()), situation)) {
          inferred.add(finding.leans());
        }
      }
      Set<String> read = new HashSet<>();
      later.forEach(a -> read.add(a.path() + "=" + situation.value(a)));
      return new Trace(voices, Math.min(counted, answers), inferred, read);
    }

    private long number(Voice voice) {
      int kind =
          voice.state() == State.LEANS
              ? 2 + outcomes.indexOf(voice.leans())
              : voice.state() == State.SPLIT ? 1 : 0;
      return byDimension
          ? kind * power(outcomes.size() + 2, dimensions.indexOf(voice.dimension()))
          : power(dimensions.size() + 1, kind);
    }

    private static long power(long base, int exponent) {
      long power = 1;
      for (int i = 0; i < exponent; i++) {
        power *= base;
      }
      return power;
    }

    private static boolean readsInferred(List<Attribute> read, Situation situation) {
      return read.stream()
          .anyMatch(
              a -> situation.answer(a).filter(x -> x.origin() == Origin.INFERRED).isPresent());
    }
  }
}
