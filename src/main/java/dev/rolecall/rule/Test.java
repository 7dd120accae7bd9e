package dev.rolecall.rule;

import dev.rolecall.vocabulary.Attribute;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A constraint within the parentheses of a {@link Condition.Pattern}. */
public sealed interface Test {

  /**
   * An attribute compared with literals: one, or several for {@code in}.
   *
   * @param binding the name after the {@code $}, if its value is given one
   */
  record Comparison(
      Optional<String> binding,
      Attribute attribute,
      Operator operator,
      List<Literal> literals,
      Span span)
      implements Test {
    public Comparison {
      literals = List.copyOf(literals);
    }

    /** Whether it can hold only of a known value. */
    public boolean wantsKnown() {
      boolean namesUnknown = literals.stream().anyMatch(l -> l.value() == null);
      return operator.holdsOfUnknown() ? namesUnknown : !namesUnknown;
    }
  }

  /** An attribute given a name and no condition. */
  record Bound(String binding, Attribute attribute, Span span) implements Test {}

  record AllOf(List<Test> tests) implements Test {}

  record AnyOf(List<Test> tests) implements Test {}

  record Not(Test test, Span span) implements Test {}

  /** Every comparison in it, in the order of the text. */
  default Stream<Comparison> comparisons() {
    if (this instanceof Comparison comparison) {
      return Stream.of(comparison);
    }
    if (this instanceof AllOf all) {
      return all.tests.stream().flatMap(Test::comparisons);
    }
    if (this instanceof AnyOf any) {
      return any.tests.stream().flatMap(Test::comparisons);
    }
    return this instanceof Not not ? not.test.comparisons() : Stream.empty();
  }

  /** Every attribute that it compares or names. */
  default Stream<Attribute> attributes() {
    return this instanceof Bound bound
        ? Stream.of(bound.attribute)
        : comparisons().map(Comparison::attribute);
  }
}
