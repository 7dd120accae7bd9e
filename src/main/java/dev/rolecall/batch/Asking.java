package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Question;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.QuestionnaireSheet;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.Axis;
import dev.rolecall.space.OpenQuestions;
import dev.rolecall.space.Space;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Finds the requisitions that are in scope and inconclusive, and what to ask about each. */
public final class Asking {

  private static final int PROBLEMS = 10;

  private final Ruleset ruleset;
  private final Space space;
  private final Past past;
  private final long until;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Requisition> found = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<Situation, Optional<OpenQuestions.Found>> open = new ConcurrentHashMap<>();
  private long rows;
  private long rejected;
  private long withoutId;

  /**
   * A requisition to ask about.
   *
   * @param routing whom to ask, column by column
   * @param asked by its rules, as far as they name questions
   */
  private record Requisition(
      Situation situation, Map<String, String> routing, List<Attribute> asked) {}

  private Asking(Ruleset ruleset, Past past, Duration patience) {
    this.ruleset = ruleset;
    this.space = Space.of(ruleset.rulebook());
    this.past = past;
    this.until = System.nanoTime() + patience.toNanos();
  }

  /**
   * Reads all cases.
   *
   * @param past what was answered before
   * @param patience how long to work out which questions matter; of what is left then, every open
   *     question is taken to matter
   */
  public static Asked of(Ruleset ruleset, List<Intake> inputs, Past past, Duration patience)
      throws IOException {
    Asking asking = new Asking(ruleset, past, patience);
    for (Intake input : inputs) {
      for (Row row = input.next(); row != null; row = input.next()) {
        asking.row(input, row);
      }
    }
    return asking.asked();
  }

  private void row(Intake input, Row row) {
    rows++;
    Result<Situation> read = row.situation();
    if (read instanceof Result.Ok<Situation> ok) {
      row(input, row, past.under(ok.value()));
    } else if (read instanceof Result.Refused<Situation> refused) {
      rejected++;
      refused.problems().stream()
          .limit(Math.max(0, PROBLEMS - problems.size()))
          .forEach(problems::add);
    }
  }

  private void row(Intake input, Row row, Situation situation) {
    Decision decision = ruleset.decideBriefly(situation);
    if (decision.outcome().kind() != Outcome.Kind.INCONCLUSIVE) {
      return;
    }
    if (situation.id().isEmpty()) {
      withoutId++;
    } else if (found.size() < QuestionnaireSheet.MOST_ROWS && ids.add(situation.id())) {
      List<Attribute> asked = decision.questions().stream().map(Question::about).toList();
      found.add(new Requisition(situation, routing(input, row), asked));
    }
  }

  private static Map<String, String> routing(Intake input, Row row) {
    Map<String, String> routing = new LinkedHashMap<>();
    for (String column : input.routing()) {
      int at = input.columns().indexOf(column);
      routing.put(column.strip(), at < row.cells().size() ? row.cells().get(at) : "");
    }
    return routing;
  }

  private Asked asked() {
    found.parallelStream().map(r -> key(r.situation)).distinct().forEach(this::explore);
    List<Asked.Requisition> asked = new ArrayList<>();
    int questions = 0;
    int notProven = 0;
    int left = 0;
    for (Requisition one : found) {
      Optional<OpenQuestions.Found> matter =
          open.getOrDefault(key(one.situation), Optional.empty());
      List<Attribute> all = questions(one, matter);
      if (left > 0 || questions + all.size() > QuestionnaireSheet.MOST_ROWS) {
        left++;
      } else if (!all.isEmpty()) {
        questions += all.size();
        notProven += matter.filter(OpenQuestions.Found::proven).isPresent() ? 0 : 1;
        asked.add(new Asked.Requisition(one.situation, one.routing, all));
      }
    }
    return new Asked(asked, rows, rejected, withoutId, notProven, left, problems);
  }

  private void explore(Situation key) {
    open.put(
        key,
        System.nanoTime() - until > 0
            ? Optional.empty()
            : Optional.of(OpenQuestions.of(ruleset, space, key)));
  }

  /** What of a case rules can read: cases that they cannot tell apart leave the same open. */
  private Situation key(Situation situation) {
    Situation derived = ruleset.derive(situation);
    Situation.Builder key = Situation.of(ruleset.vocabulary(), "");
    for (Axis axis : space.axes()) {
      Object value = derived.value(axis.attribute());
      key.set(axis.attribute(), value == null ? null : Answer.stated(value));
    }
    return key.build();
  }

  /** What its rules ask first, then what else could change something, the most decisive first. */
  private List<Attribute> questions(Requisition one, Optional<OpenQuestions.Found> matter) {
    List<Attribute> could =
        matter
            .map(f -> f.couldChange().stream().map(OpenQuestions.Open::attribute).toList())
            .orElseGet(() -> allOpen(one.situation));
    Set<Attribute> asked = new LinkedHashSet<>(one.asked);
    asked.retainAll(could);
    return Stream.concat(asked.stream(), could.stream()).distinct().toList();
  }

  private List<Attribute> allOpen(Situation situation) {
    return ruleset.vocabulary().questions().stream()
        .filter(a -> situation.value(a) == null)
        .filter(a -> ruleset.vocabulary().factOf(a).role() != FactType.Role.CONTEXT)
        .toList();
  }
}
