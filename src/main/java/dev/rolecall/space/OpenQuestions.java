package dev.rolecall.space;

import dev.rolecall.decision.Outcome;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Test;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Which of the questions that are not answered could still change the outcome, a mark or a warning,
 * and which cannot whatever the answer. Nothing is guessed: every way to answer the open questions
 * is covered, those taken together that the rules cannot tell apart.
 */
public final class OpenQuestions {

  /** More different traces of all other components together than this are not gone through. */
  private static final int MOST = 300_000;

  /** Complete sets of answers that are looked at where there is too much to go through. */
  private static final int SAMPLES = 200;

  private static final long SEED = 1;

  private final Ruleset ruleset;
  private final Situation situation;
  private final List<Component> components;
  private final int counted;
  private final Map<Trace, Gist> gists = new HashMap<>();

  /**
   * A question that could change something.
   *
   * @param share of all ways to answer the other open questions, in how many its answer makes a
   *     difference; from 0 to 1
   */
  public record Open(Attribute attribute, double share) {}

  /**
   * @param couldChange the most decisive first
   * @param cannotChange open, but whatever the answer, nothing would change
   * @param proven whether all of it was gone through; if not, every open question is taken to
   *     matter
   */
  public record Found(List<Open> couldChange, List<Attribute> cannotChange, boolean proven) {}

  /**
   * What the other components come to: in how many complete ways, and one of them, trace by trace.
   */
  private record Rest(double ways, int[] example) {}

  private OpenQuestions(
      Ruleset ruleset, Situation situation, List<Component> components, int counted) {
    this.ruleset = ruleset;
    this.counted = counted;
    this.situation = situation;
    this.components = components;
  }

  /** Of a situation that is out of scope nothing is asked, and nothing claimed. */
  public static Found of(Ruleset ruleset, Space space, Situation given) {
    Situation situation = ruleset.derive(given);
    List<Axis> open =
        space.ofWork().stream()
            .filter(
                a -> situation.value(a.attribute()) == null && !a.attribute().question().isEmpty())
            .toList();
    Outcome now = ruleset.decideBriefly(situation).outcome();
    if (now.kind() == Outcome.Kind.OUT_OF_SCOPE || open.isEmpty()) {
      return new Found(List.of(), List.of(), true);
    }
    Trace.Reader reader = new Trace.Reader(ruleset, situation);
    List<List<Axis>> groups = groups(ruleset, open);
    if (!reader.canRead()
        || (reader.counted() > 0 && hasQuestionsThatNoRuleReads(space, situation))
        || groups.stream().anyMatch(g -> Component.combinations(g) > Component.MOST)) {
      return unproven(ruleset, situation, open);
    }
    List<Component> components =
        groups.stream().map(g -> component(ruleset, reader, situation, g)).toList();
    return new OpenQuestions(ruleset, situation, components, reader.counted()).found(open);
  }

  /** Only a rule that counts answers can tell whether these are given. */
  private static boolean hasQuestionsThatNoRuleReads(Space space, Situation situation) {
    return situation.vocabulary().questions().stream()
        .filter(a -> situation.vocabulary().factOf(a).role() != FactType.Role.CONTEXT)
        .anyMatch(a -> situation.value(a) == null && space.axis(a).isEmpty());
  }

  /**
   * Where there is too much to go through: every open question is taken to matter, in the order
   * that samples give.
   */
  private static Found unproven(Ruleset ruleset, Situation situation, List<Axis> open) {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] differing = new int[open.size()];
    for (int sample = 0; sample < SAMPLES; sample++) {
      Situation complete = Space.sample(situation, open, random);
      for (int i = 0; i < open.size(); i++) {
        differing[i] += differs(ruleset, complete, open.get(i)) ? 1 : 0;
      }
    }
    List<Open> could = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      could.add(new Open(open.get(i).attribute(), differing[i] / (double) SAMPLES));
    }
    could.sort(Comparator.comparingDouble(Open::share).reversed());
    return new Found(could, List.of(), false);
  }

  private static boolean differs(Ruleset ruleset, Situation complete, Axis axis) {
    return axis.values().stream()
            .map(v -> complete.change().set(axis.attribute(), Answer.stated(v)).build())
            .map(s -> Gist.of(ruleset.decideBriefly(s)))
            .distinct()
            .count()
        > 1;
  }

  /** Open axes whose facts a rule of the first phase reads together, directly or over others. */
  private static List<List<Axis>> groups(Ruleset ruleset, List<Axis> open) {
    List<Set<String>> together = new ArrayList<>();
    for (Rule rule : ruleset.rulebook().rules()) {
      if (rule.phase() == Phase.FINDINGS) {
        join(together, factsOf(rule));
      }
    }
    open.forEach(a -> join(together, Set.of(a.attribute().fact())));
    return together.stream()
        .map(facts -> open.stream().filter(a -> facts.contains(a.attribute().fact())).toList())
        .filter(group -> !group.isEmpty())
        .toList();
  }

  /** What a rule reads and the dimension that it speaks for. */
  private static Set<String> factsOf(Rule rule) {
    Set<String> facts =
        rule.when().patterns().map(p -> p.fact().name()).collect(Collectors.toSet());
    facts.removeAll(EngineFacts.names());
    rule.dimension().map(FactType::name).ifPresent(facts::add);
    return facts;
  }

  private static void join(List<Set<String>> together, Set<String> facts) {
    Set<String> joined = new LinkedHashSet<>(facts);
    for (Set<String> group : List.copyOf(together)) {
      if (group.stream().anyMatch(joined::contains)) {
        joined.addAll(group);
        together.remove(group);
      }
    }
    together.add(joined);
  }

  private static Component component(
      Ruleset ruleset, Trace.Reader reader, Situation situation, List<Axis> open) {
    Set<String> facts = open.stream().map(a -> a.attribute().fact()).collect(Collectors.toSet());
    Set<String> dimensions = new HashSet<>();
    Set<Attribute> later = new LinkedHashSet<>();
    for (Rule rule : ruleset.rulebook().rules()) {
      if (rule.phase() == Phase.FINDINGS && factsOf(rule).stream().anyMatch(facts::contains)) {
        dimensions.addAll(factsOf(rule));
      } else if (rule.phase() != Phase.FINDINGS) {
        rule.when()
            .comparisons()
            .map(Test.Comparison::attribute)
            .filter(a -> open.stream().anyMatch(o -> o.attribute().equals(a)))
            .forEach(later::add);
      }
    }
    List<String> speaking =
        ruleset.vocabulary().dimensions().stream()
            .map(FactType::name)
            .filter(dimensions::contains)
            .toList();
    return Component.explore(reader, situation, open, speaking, List.copyOf(later));
  }

  private Found found(List<Axis> open) {
    Map<Attribute, Double> shares = new HashMap<>();
    Set<Attribute> matter = new HashSet<>();
    for (int own = 0; own < components.size(); own++) {
      Map<Trace, Rest> rests = restsWithout(own);
      if (rests.size() > MOST) {
        return unproven(ruleset, situation, open);
      }
      for (Axis axis : components.get(own).open()) {
        weigh(axis, own, rests, shares, matter);
      }
    }
    List<Open> could =
        open.stream()
            .map(Axis::attribute)
            .filter(matter::contains)
            .map(a -> new Open(a, shares.getOrDefault(a, 0.0)))
            .sorted(Comparator.comparingDouble(Open::share).reversed())
            .toList();
    return new Found(
        could, open.stream().map(Axis::attribute).filter(a -> !matter.contains(a)).toList(), true);
  }

  /** What all other components can come to, together. */
  private Map<Trace, Rest> restsWithout(int own) {
    Map<Trace, Rest> rests = new HashMap<>();
    rests.put(Trace.NOTHING, new Rest(1, new int[components.size()]));
    for (int i = 0; i < components.size() && rests.size() <= MOST; i++) {
      if (i != own) {
        rests = joined(rests, i);
      }
    }
    return rests;
  }

  private Map<Trace, Rest> joined(Map<Trace, Rest> rests, int position) {
    Component component = components.get(position);
    Map<Trace, Rest> joined = new HashMap<>();
    rests.forEach(
        (trace, rest) -> {
          for (int number = 0; number < component.traces().size(); number++) {
            int[] example = rest.example.clone();
            example[position] = number;
            joined.merge(
                trace.with(component.traces().get(number), counted),
                new Rest(rest.ways * component.completions(number), example),
                (a, b) -> new Rest(a.ways + b.ways, a.example));
          }
        });
    return joined;
  }

  private void weigh(
      Axis axis,
      int own,
      Map<Trace, Rest> rests,
      Map<Attribute, Double> shares,
      Set<Attribute> matter) {
    double differing = 0;
    double all = 0;
    for (Map.Entry<Set<Integer>, Long> alternative :
        components.get(own).alternatives(axis).entrySet()) {
      for (Map.Entry<Trace, Rest> rest : rests.entrySet()) {
        double ways = alternative.getValue() * rest.getValue().ways;
        all += ways;
        if (alternative.getKey().size() > 1
            && (ways > 0 || !matter.contains(axis.attribute()))
            && differs(alternative.getKey(), own, rest.getKey(), rest.getValue())) {
          differing += ways;
          matter.add(axis.attribute());
        }
      }
    }
    shares.put(axis.attribute(), all == 0 ? 0 : differing / all);
  }

  private boolean differs(Set<Integer> traces, int own, Trace trace, Rest rest) {
    Gist first = null;
    for (int number : traces) {
      Gist gist = gist(number, own, trace, rest);
      if (first != null && !first.equals(gist)) {
        return true;
      }
      first = gist;
    }
    return false;
  }

  /** The gist of all situations that leave these traces: one of them is decided. */
  private Gist gist(int number, int own, Trace trace, Rest rest) {
    Trace together = trace.with(components.get(own).traces().get(number), counted);
    return gists.computeIfAbsent(together, t -> decided(number, own, rest));
  }

  private Gist decided(int number, int own, Rest rest) {
    Situation answered = situation;
    for (int i = 0; i < components.size(); i++) {
      answered = components.get(i).leaving(i == own ? number : rest.example[i], answered);
    }
    return Gist.of(ruleset.decideBriefly(answered));
  }
}
