package dev.rolecall.intake;

import dev.rolecall.intake.AnsweredQuestions.Asked;
import dev.rolecall.intake.AnsweredQuestions.Given;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What questionnaires answer, by requisition; rows are laid under it on many threads. */
final class Answers {

  private final Map<String, Situation> known = new HashMap<>();
  private final Map<String, Map<Attribute, Given>> given = new HashMap<>();
  private final Map<String, List<Problem>> problems = new HashMap<>();
  private final Set<String> met = ConcurrentHashMap.newKeySet();

  Answers(List<AnsweredQuestions> questionnaires) {
    questionnaires.forEach(q -> q.asked().forEach(this::add));
  }

  private void add(String id, Asked asked) {
    known.putIfAbsent(id, asked.known());
    List<Problem> wrong = problems.computeIfAbsent(id, i -> new ArrayList<>());
    wrong.addAll(asked.problems());
    Map<Attribute, Given> all = given.computeIfAbsent(id, i -> new LinkedHashMap<>());
    asked
        .given()
        .forEach(
            (attribute, answer) -> {
              Given before = all.putIfAbsent(attribute, answer);
              if (before != null && !before.value().equals(answer.value())) {
                wrong.add(contradiction(attribute, answer, before));
              }
            });
  }

  static Problem contradiction(Attribute attribute, Given answer, Given before) {
    return new Problem(
        answer.at(),
        "`"
            + attribute.type().print(answer.value())
            + "` to a question that is answered `"
            + attribute.type().print(before.value())
            + "` in "
            + (before.at().file().equals(answer.at().file())
                ? "row " + before.at().line()
                : before.at().toString())
            + "; keep one of them");
  }

  /** What was known of a requisition where it is asked about first; null where nobody asks. */
  @Nullable Situation known(String id) {
    return known.get(id);
  }

  Map<Attribute, Given> of(String id) {
    return given.getOrDefault(id, Map.of());
  }

  /** Every attribute that is answered for some requisition, in the order of the vocabulary. */
  List<Attribute> attributes() {
    return given.values().stream()
        .flatMap(answers -> answers.keySet().stream())
        .distinct()
        .sorted(Comparator.comparingInt(Attribute::index))
        .toList();
  }

  /** Whether a case of this requisition was found. */
  boolean isMet(String id) {
    return met.contains(id);
  }

  /** A case with what was answered about it, which counts before all else. */
  Result<Situation> over(Situation situation) {
    String id = situation.id();
    met.add(id);
    Situation.Builder answered = situation.change();
    of(id).forEach((attribute, answer) -> answered.set(attribute, Answer.stated(answer.value())));
    return Result.of(answered.build(), problems.getOrDefault(id, List.of()));
  }

  /** Answers to what a case states otherwise. */
  Map<Attribute, Given> against(Situation situation) {
    Map<Attribute, Given> against = new LinkedHashMap<>();
    of(situation.id())
        .forEach(
            (attribute, answer) -> {
              Answer stated = situation.answer(attribute).orElse(null);
              if (stated != null
                  && stated.origin() == Origin.STATED
                  && !stated.value().equals(answer.value())) {
                against.put(attribute, answer);
              }
            });
    return against;
  }
}
