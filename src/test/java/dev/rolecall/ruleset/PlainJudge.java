package dev.rolecall.ruleset;

import dev.rolecall.decision.Voice;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Test;
import dev.rolecall.vocabulary.Attribute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges conditions by plain arithmetic, as the language describes them: nothing holds of an
 * unknown value but that it is unknown. For comparing with what Drools found, in tests only.
 */
public final class PlainJudge {

  private final Function<Attribute, @Nullable Object> values;
  private final List<Voice> voices;

  public PlainJudge(Function<Attribute, @Nullable Object> values, List<Voice> voices) {
    this.values = values;
    this.voices = voices;
  }

  public static PlainJudge of(Judgement judgement) {
    return new PlainJudge(judgement::value, judgement.decision().voices());
  }

  public boolean holds(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      return pattern.fact().name().equals(EngineFacts.VOICE)
          ? voices.stream().anyMatch(v -> holdsOf(v, pattern))
          : pattern.tests().stream().allMatch(t -> holds(t, values));
    }
    if (condition instanceof Condition.AllOf all) {
      return all.conditions().stream().allMatch(this::holds);
    }
    if (condition instanceof Condition.AnyOf any) {
      return any.conditions().stream().anyMatch(this::holds);
    }
    return condition instanceof Condition.Not not
        ? !holds(not.condition())
        : holds(((Condition.Exists) condition).condition());
  }

  private static boolean holdsOf(Voice voice, Condition.Pattern pattern) {
    return pattern.tests().stream().allMatch(t -> holds(t, a -> valueOf(voice, a)));
  }

  private static @Nullable Object valueOf(Voice voice, Attribute attribute) {
    return switch (attribute.name()) {
      case "dimension" -> voice.dimension();
      case "state" -> voice.state().name();
      default -> voice.leans();
    };
  }

  private static boolean holds(Test test, Function<Attribute, @Nullable Object> values) {
    if (test instanceof Test.AllOf all) {
      return all.tests().stream().allMatch(t -> holds(t, values));
    }
    if (test instanceof Test.AnyOf any) {
      return any.tests().stream().anyMatch(t -> holds(t, values));
    }
    if (test instanceof Test.Not not) {
      return not.test().attributes().allMatch(a -> values.apply(a) != null)
          && !holds(not.test(), values);
    }
    return !(test instanceof Test.Comparison comparison)
        || holds(comparison, values.apply(comparison.attribute()));
  }

  private static boolean holds(Test.Comparison comparison, @Nullable Object value) {
    List<@Nullable Object> wanted = new ArrayList<>();
    comparison.literals().forEach(l -> wanted.add(l.value()));
    return switch (comparison.operator()) {
      case EQUAL, IN -> wanted.stream().anyMatch(w -> same(w, value));
      case NOT_EQUAL, NOT_IN -> value != null && wanted.stream().noneMatch(w -> same(w, value));
      case LESS -> value != null && order(value, wanted.get(0)) < 0;
      case AT_MOST -> value != null && order(value, wanted.get(0)) <= 0;
      case GREATER -> value != null && order(value, wanted.get(0)) > 0;
      case AT_LEAST -> value != null && order(value, wanted.get(0)) >= 0;
    };
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null
        ? one == other
        : one instanceof BigDecimal ? order(one, other) == 0 : one.equals(other);
  }

  private static int order(Object one, @Nullable Object other) {
    return new BigDecimal(one.toString()).compareTo(new BigDecimal(String.valueOf(other)));
  }
}
