package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.explain.DecisionText;
import dev.rolecall.explain.Difference;
import dev.rolecall.explain.Style;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * What becomes of the cases of some files when one version of the rules follows another: each is
 * decided under both. Memory does not grow with the files.
 */
public final class Impact {

  /** How many of the cases that change are kept, the worst of them. */
  public static final int KEPT = 1_000;

  private final Ruleset before;
  private final Ruleset after;
  private final Difference difference;
  private final Map<Flip, Long> flips = new EnumMap<>(Flip.class);
  private final Map<String, Map<String, Long>> outcomes = new TreeMap<>();
  private final Map<String, Long> causes = new TreeMap<>();
  private final PriorityQueue<Moved> worst = new PriorityQueue<>(Comparator.reverseOrder());
  private final FirstProblems problems = new FirstProblems();
  private long rows;
  private long unread;
  private long readByOne;

  /**
   * A case that changes.
   *
   * @param row where it stands, {@code portfolio.csv: row 4}
   * @param heading its id and what frames it
   * @param before the outcome under the one version, {@code TPM} or {@code inconclusive}
   * @param appeared marks and warnings that only the later version has
   * @param causes ids of rules, or paths of attributes that a table gives another value
   * @param answers how many answers about the work it rests on
   */
  public record Moved(
      long order,
      String row,
      String id,
      String heading,
      Flip flip,
      String before,
      String after,
      List<String> appeared,
      List<String> gone,
      Set<String> causes,
      int answers)
      implements Comparable<Moved> {

    private static final Comparator<Moved> WORST =
        Comparator.comparing(Moved::flip)
            .thenComparing(Comparator.comparingInt(Moved::answers).reversed())
            .thenComparingLong(Moved::order);

    @Override
    public int compareTo(Moved other) {
      return WORST.compare(this, other);
    }
  }

  /** Told of every case that does not stay as it is, in the order of the files. */
  public interface Listener {
    void moved(Intake input, Row row, Situation situation, Moved moved) throws IOException;
  }

  private Impact(Ruleset before, Ruleset after) {
    this.before = before;
    this.after = after;
    this.difference = Difference.between(before, after);
  }

  /**
   * Decides every row of some files under both versions.
   *
   * @param ofBefore the files, opened with the vocabulary of the one, all rows of them; they are
   *     left open
   * @param ofAfter the same files, opened with that of the other, which may pass rows over
   */
  public static Impact of(
      Ruleset before, Ruleset after, List<Intake> ofBefore, List<Intake> ofAfter, Listener listener)
      throws IOException {
    Impact impact = new Impact(before, after);
    for (int i = 0; i < ofAfter.size(); i++) {
      Intake input = ofAfter.get(i);
      for (Row row = input.next(); row != null; row = input.next()) {
        Row same = ofBefore.get(i).next();
        while (same != null && !isSame(same, row)) {
          same = ofBefore.get(i).next(); // only the other passes it over, by its status
        }
        if (same == null) {
          throw new IllegalStateException(row.file() + " changed while it was read");
        }
        impact.row(input, row, same.situation(), row.situation(), listener);
      }
    }
    return impact;
  }

  private static boolean isSame(Row one, Row other) {
    return one.number() == other.number() && one.file().equals(other.file());
  }

  private void row(
      Intake input, Row row, Result<Situation> was, Result<Situation> now, Listener listener)
      throws IOException {
    rows++;
    if (was instanceof Result.Ok<Situation> one && now instanceof Result.Ok<Situation> other) {
      Compared compared = new Compared(before.decide(one.value()), after.decide(other.value()));
      Moved moved = count(row, compared);
      if (moved.flip() != Flip.SAME) {
        listener.moved(input, row, other.value(), moved);
      }
    } else if (was instanceof Result.Refused<Situation> refused) {
      refuse(refused, now instanceof Result.Ok ? "the earlier rules: " : "");
    } else if (now instanceof Result.Refused<Situation> refused) {
      refuse(refused, "the later rules: ");
    }
  }

  private void refuse(Result.Refused<Situation> refused, String by) {
    if (by.isEmpty()) {
      unread++;
    } else {
      readByOne++;
    }
    refused.problems().forEach(p -> problems.add(new Problem(p.at(), by + p.message())));
  }

  private Moved count(Row row, Compared compared) {
    Flip flip = compared.flip();
    Decision was = compared.before();
    Decision now = compared.after();
    flips.merge(flip, 1L, Long::sum);
    outcomes
        .computeIfAbsent(was.outcome().word(), w -> new TreeMap<>())
        .merge(now.outcome().word(), 1L, Long::sum);
    boolean shown = flip.compareTo(Flip.REASONED) < 0;
    Moved moved =
        new Moved(
            rows,
            row.file() + ": row " + row.number(),
            now.situation().id(),
            shown ? DecisionText.heading(now.situation()) : "",
            flip,
            was.outcome().word(),
            now.outcome().word(),
            compared.appeared(),
            compared.gone(),
            shown ? compared.causes(difference.rules()) : Set.of(),
            compared.answers());
    if (shown) {
      moved.causes().forEach(cause -> causes.merge(cause, 1L, Long::sum));
      worst.add(moved);
      if (worst.size() > KEPT) {
        worst.remove();
      }
    }
    return moved;
  }

  /** What differs between the two versions. */
  public Difference difference() {
    return difference;
  }

  public Ruleset before() {
    return before;
  }

  public Ruleset after() {
    return after;
  }

  /** Rows read, with those that were refused. */
  public long rows() {
    return rows;
  }

  /** Rows that neither version can read. */
  public long unread() {
    return unread;
  }

  /** Rows that the vocabulary of one version takes and that of the other does not. */
  public long readByOne() {
    return readByOne;
  }

  public long count(Flip flip) {
    return flips.getOrDefault(flip, 0L);
  }

  /** How many cases come to another outcome. */
  public long flipped() {
    return flips.entrySet().stream()
        .filter(e -> e.getKey().isOfOutcome())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many cases went from one outcome to another, or stayed. */
  public long count(String from, String to) {
    return outcomes.getOrDefault(from, Map.of()).getOrDefault(to, 0L);
  }

  /** From each outcome to each, how many cases; only where there are any. */
  Map<String, Map<String, Long>> outcomes() {
    return outcomes;
  }

  /** How many changes of outcome, mark or warning each rule or attribute has a part in. */
  public Map<String, Long> causes() {
    return Map.copyOf(causes);
  }

  /** At most {@value #KEPT} cases whose outcome, marks or warnings change, the worst first. */
  public List<Moved> worst() {
    return worst.stream().sorted().toList();
  }

  /** The first problems of rows that were not read. */
  public List<Problem> problems() {
    return problems.first();
  }

  /** How many problems there are besides {@link #problems}. */
  public long furtherProblems() {
    return problems.further();
  }

  public String text(String was, String now, Style style) {
    return new ImpactText(this, style).render(was, now);
  }

  public String json(String was, String now) {
    return ImpactJson.write(this, was, now);
  }
}
