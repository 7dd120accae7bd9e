package dev.rolecall.space;

import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** Situations drawn at random: the same ones for the same seed. */
public final class RandomSituations {

  private static final List<String> TITLES =
      List.of("Project Manager", "Technical Program Manager", "Nurse", "Program Manager", "TPM");

  private final Vocabulary vocabulary;
  private final SplittableRandom random;

  public RandomSituations(Vocabulary vocabulary, long seed) {
    this.vocabulary = vocabulary;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Some nearly empty, some nearly complete, so that every phase is reached with every kind of
   * outcome.
   */
  public Situation next() {
    return next(random.nextDouble());
  }

  /** Every question answered. */
  public Situation complete() {
    return next(1);
  }

  private Situation next(double known) {
    Situation.Builder situation = Situation.of(vocabulary, "");
    for (Attribute attribute : vocabulary.attributes()) {
      boolean asked = attribute.derived().isEmpty();
      if (asked && random.nextDouble() < known) {
        Object value = value(attribute.type());
        boolean stated = known == 1 || random.nextInt(5) > 0;
        situation.set(
            attribute, stated ? Answer.stated(value) : Answer.inferred(value, "so it says"));
      }
    }
    return situation.build();
  }

  private Object value(ValueType type) {
    if (type instanceof ValueType.WholeNumber number) {
      return number.least()
          + random.nextInt(random.nextBoolean() ? 6 : number.most() - number.least() + 1);
    }
    if (type instanceof ValueType.YesNo) {
      return random.nextBoolean();
    }
    if (type instanceof ValueType.OneOf choice) {
      return choice.type().names().get(random.nextInt(choice.type().names().size()));
    }
    return type instanceof ValueType.Decimal
        ? BigDecimal.valueOf(random.nextInt(1, 100))
        : TITLES.get(random.nextInt(TITLES.size()));
  }
}
