package dev.rolecall.rule;

import dev.rolecall.vocabulary.Attribute;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which numbers the rules cannot tell apart: a range of such numbers is as good as one of them. */
public final class Alike {

  private final Map<Attribute, List<Cut>> cuts;

  private Alike(Map<Attribute, List<Cut>> cuts) {
    this.cuts = Map.copyOf(cuts);
  }

  /** Without rules: all numbers are alike. */
  public static Alike withoutRules() {
    return new Alike(Map.of());
  }

  public static Alike of(Rulebook rulebook) {
    Map<Attribute, List<Cut>> cuts = new HashMap<>();
    rulebook.rules().stream()
        .flatMap(rule -> rule.when().comparisons())
        .forEach(
            c ->
                c.literals().stream()
                    .filter(literal -> literal.value() instanceof Number)
                    .map(
                        literal ->
                            new Cut(c.operator(), new BigDecimal(literal.value().toString())))
                    .forEach(cuts.computeIfAbsent(c.attribute(), a -> new ArrayList<>())::add));
    return new Alike(cuts);
  }

  /** Whether no rule tells any two values apart of those from the least to the most. */
  public boolean are(Attribute attribute, BigDecimal least, BigDecimal most) {
    return cuts.getOrDefault(attribute, List.of()).stream().noneMatch(c -> c.parts(least, most));
  }

  /** A number that an attribute is compared with. */
  private record Cut(Operator operator, BigDecimal constant) {

    /** Whether the comparison holds of some of the values between and not of others. */
    boolean parts(BigDecimal least, BigDecimal most) {
      int below = least.compareTo(constant);
      int above = most.compareTo(constant);
      return switch (operator) {
        case GREATER, AT_MOST -> below <= 0 && above > 0;
        case AT_LEAST, LESS -> below < 0 && above >= 0;
        default -> below <= 0 && above >= 0 && least.compareTo(most) < 0;
      };
    }
  }
}
