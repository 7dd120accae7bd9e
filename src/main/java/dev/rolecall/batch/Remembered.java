package dev.rolecall.batch;

import dev.rolecall.record.EarlierDecision;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A case with what was stated about its requisition before: what the case states itself counts, and
 * what was only read out of a description does not.
 *
 * @param from for which decision each remembered answer was first stated, by path; empty where
 *     nothing is remembered
 */
record Remembered(Situation situation, Map<String, UUID> from) {

  static Remembered nothing(Situation situation) {
    return new Remembered(situation, Map.of());
  }

  static Remembered of(EarlierDecision before, Situation today) {
    Situation then = before.situation(today.vocabulary());
    Situation.Builder together = today.change();
    Map<String, UUID> earlier = before.remembered();
    Map<String, UUID> from = new LinkedHashMap<>();
    for (Attribute attribute : today.vocabulary().attributes()) {
      if (isAboutTheWork(attribute, today)
          && isStated(attribute, then)
          && !isStated(attribute, today)) {
        together.set(attribute, Answer.stated(then.answer(attribute).orElseThrow().value()));
        UUID stated = earlier.getOrDefault(attribute.path(), before.listing().id());
        from.put(attribute.path(), stated);
      }
    }
    return from.isEmpty() ? nothing(today) : new Remembered(together.build(), from);
  }

  /** A title is said anew by every export. */
  private static boolean isAboutTheWork(Attribute attribute, Situation situation) {
    return situation.vocabulary().factOf(attribute).role() != FactType.Role.CONTEXT;
  }

  private static boolean isStated(Attribute attribute, Situation situation) {
    return situation.answer(attribute).filter(a -> a.origin() == Origin.STATED).isPresent();
  }
}
