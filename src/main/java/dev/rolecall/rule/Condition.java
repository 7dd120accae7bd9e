package dev.rolecall.rule;

import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.List;
import java.util.stream.Stream;

/** The left side of a rule. */
public sealed interface Condition {

  /** One fact of a type, of which all the tests hold. */
  record Pattern(FactType fact, List<Test> tests, Span span) implements Condition {
    public Pattern {
      tests = List.copyOf(tests);
    }

    /** The attributes that it compares or names. */
    public Stream<Attribute> compared() {
      return tests.stream().flatMap(Test::attributes);
    }
  }

  record AllOf(List<Condition> conditions) implements Condition {}

  record AnyOf(List<Condition> conditions) implements Condition {}

  record Not(Condition condition, Span span) implements Condition {}

  record Exists(Condition condition, Span span) implements Condition {}

  /** Every pattern in it, in the order of the text. */
  default Stream<Pattern> patterns() {
    if (this instanceof Pattern pattern) {
      return Stream.of(pattern);
    }
    if (this instanceof AllOf all) {
      return all.conditions.stream().flatMap(Condition::patterns);
    }
    if (this instanceof AnyOf any) {
      return any.conditions.stream().flatMap(Condition::patterns);
    }
    return this instanceof Not not
        ? not.condition.patterns()
        : ((Exists) this).condition.patterns();
  }

  /** The patterns that a fact must match: those outside of {@code not}. */
  default Stream<Pattern> wanted() {
    if (this instanceof AllOf all) {
      return all.conditions.stream().flatMap(Condition::wanted);
    }
    if (this instanceof AnyOf any) {
      return any.conditions.stream().flatMap(Condition::wanted);
    }
    return this instanceof Not ? Stream.empty() : patterns();
  }

  /**
   * Every attribute that it compares, in the order of the text, repeated where it is compared
   * again.
   */
  default Stream<Attribute> attributes() {
    return patterns().flatMap(Pattern::compared);
  }

  /** Every comparison in it, in the order of the text. */
  default Stream<Test.Comparison> comparisons() {
    return patterns().flatMap(p -> p.tests().stream()).flatMap(Test::comparisons);
  }
}
