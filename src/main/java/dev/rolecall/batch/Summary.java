package dev.rolecall.batch;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Question;
import dev.rolecall.decision.Tally;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * What there is to say of all rows of a batch, counted row by row in memory that does not grow with
 * them.
 */
public final class Summary {

  /** How many rows are named as worth looking at first. */
  public static final int NAMED = 10;

  private final Ruleset ruleset;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Map<String, Support> warnings = new TreeMap<>();
  private final Map<String, Long> questions = new TreeMap<>();
  private final FirstProblems problems = new FirstProblems();
  private final PriorityQueue<Named> worst = new PriorityQueue<>(Comparator.reverseOrder());
  private final Map<Since.Kind, Long> since = new EnumMap<>(Since.Kind.class);
  private final List<Flipped> flipped = new ArrayList<>();
  private final List<Closed> closed = new ArrayList<>();
  private long closedFound;
  private long decidedByPersons;
  private long awakeAgain;
  private long remembering;
  private long rows;
  private long rejected;

  Summary(Ruleset ruleset) {
    this.ruleset = ruleset;
  }

  /**
   * A row worth looking at.
   *
   * @param rank of its most important warning; behind the last where it has none
   * @param voicesFor dimensions that lean to the answer
   * @param answers stated and inferred
   */
  public record Named(
      long order,
      Situation situation,
      Outcome outcome,
      List<Advice> warnings,
      int rank,
      int voicesFor,
      int voicesAgainst,
      int answers)
      implements Comparable<Named> {

    private static final Comparator<Named> FIRST =
        Comparator.comparingInt(Named::rank)
            .thenComparing(
                Comparator.comparingInt((Named n) -> n.voicesFor - n.voicesAgainst).reversed())
            .thenComparing(Comparator.comparingInt(Named::answers).reversed())
            .thenComparingLong(Named::order);

    @Override
    public int compareTo(Named other) {
      return FIRST.compare(this, other);
    }
  }

  /** A requisition that came to another answer than in the last batch. */
  record Flipped(Situation situation, Since since) {}

  /** How often a warning was given, and on how many answers it rests. */
  public record Support(long count, int leastAnswers, int mostAnswers) {
    Support and(int answers) {
      return new Support(
          count + 1, Math.min(leastAnswers, answers), Math.max(mostAnswers, answers));
    }
  }

  void add(Decided decided) {
    rows++;
    if (decided.result() instanceof Result.Ok<Decision> ok) {
      add(decided, ok.value());
    } else if (decided.result() instanceof Result.Refused<Decision> refused) {
      rejected++;
      refused.problems().forEach(problems::add);
    }
  }

  /** A requisition of the last batch that is in no row. */
  void add(Closed requisition) {
    closedFound++;
    if (closed.size() < NAMED) {
      closed.add(requisition);
    }
  }

  private void add(Decided decided, Decision decision) {
    before(decision, decided.before());
    Outcome outcome = decision.outcome();
    outcomes.merge(outcome.word(), 1L, Long::sum);
    int answers =
        decision.situation().count(Origin.STATED) + decision.situation().count(Origin.INFERRED);
    List<Advice> unanswered = decided.warnings(decision);
    for (Advice warning : unanswered) {
      warnings.merge(
          warning.kind(), new Support(1, answers, answers), (all, one) -> all.and(answers));
    }
    for (Question question : decision.questions()) {
      questions.merge(question.about().path(), 1L, Long::sum);
    }
    if (outcome.kind() != Outcome.Kind.OUT_OF_SCOPE && !unanswered.isEmpty()) {
      name(decision, answers);
    }
  }

  private void before(Decision decision, Before before) {
    remembering += before.remembered().isEmpty() ? 0 : 1;
    PersonsWord word = before.word();
    if (word != null && !word.accepted()) {
      decidedByPersons++;
      awakeAgain += word.silences() ? 0 : 1;
    }
    Since last = before.since();
    if (last != null) {
      since.merge(last.kind(), 1L, Long::sum);
      if (last.flips() && flipped.size() < NAMED) {
        flipped.add(new Flipped(decision.situation(), last));
      }
    }
  }

  private void name(Decision decision, int answers) {
    String answer = decision.outcome().voicesOf();
    int rank = kinds().indexOf(decision.warnings().get(0).kind());
    worst.add(
        new Named(
            rows,
            decision.situation(),
            decision.outcome(),
            decision.warnings(),
            rank,
            answer == null ? 0 : Tally.leaningTo(decision.voices(), answer).size(),
            answer == null ? 0 : Tally.leaningElsewhere(decision.voices(), answer).size(),
            answers));
    if (worst.size() > NAMED) {
      worst.remove();
    }
  }

  private List<String> kinds() {
    return ruleset
        .vocabulary()
        .withRole(EnumType.Role.WARNINGS)
        .map(EnumType::names)
        .orElse(List.of());
  }

  public Ruleset ruleset() {
    return ruleset;
  }

  /** Rows read, refused ones among them. */
  public long rows() {
    return rows;
  }

  public long rejected() {
    return rejected;
  }

  /** The first of the problems of refused rows. */
  public List<Problem> problems() {
    return problems.first();
  }

  /** How many problems there are besides {@link #problems}. */
  public long furtherProblems() {
    return problems.further();
  }

  /** How many rows rest on answers that were given before. */
  public long remembering() {
    return remembering;
  }

  /** How many rows a person has decided otherwise. */
  public long decidedByPersons() {
    return decidedByPersons;
  }

  /** Of those, how many have changed since, so that their warnings are given again. */
  public long awakeAgain() {
    return awakeAgain;
  }

  /** How many rows are so since the last batch; nothing where they were not compared. */
  Map<Since.Kind, Long> since() {
    return Collections.unmodifiableMap(since);
  }

  /** The first that came to another answer. */
  List<Flipped> flipped() {
    return List.copyOf(flipped);
  }

  /** How many requisitions of the last batch are in no row. */
  public long closed() {
    return closedFound;
  }

  /** The first of those. */
  List<Closed> firstClosed() {
    return List.copyOf(closed);
  }

  /** How many rows came to an outcome, or to {@code inconclusive} or {@code out-of-scope}. */
  public long count(String outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** By kind; only those that were given. */
  public Map<String, Support> warnings() {
    return Map.copyOf(warnings);
  }

  /** How often each question was left, by the path of its attribute. */
  public Map<String, Long> questions() {
    return Map.copyOf(questions);
  }

  /** What is missing most often, and in how many rows; at most so many, in order. */
  Map<Attribute, Long> missing(int most) {
    Map<Attribute, Long> missing = new LinkedHashMap<>();
    List<Attribute> attributes = ruleset.vocabulary().attributes();
    attributes.stream()
        .filter(attribute -> questions.containsKey(attribute.path()))
        .sorted(
            Comparator.comparing(
                attribute -> questions.getOrDefault(attribute.path(), 0L),
                Comparator.reverseOrder()))
        .limit(most)
        .forEach(a -> missing.put(a, questions.getOrDefault(a.path(), 0L)));
    return missing;
  }

  /** At most {@value #NAMED} rows, the most urgent first. */
  public List<Named> worthLookingAt() {
    return worst.stream().sorted().toList();
  }
}
