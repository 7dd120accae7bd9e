package dev.rolecall.explain;

import dev.rolecall.rule.Condition;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Operator;
import dev.rolecall.rule.Test;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The left side of a rule in words: {@code scope.teams is at least 3}. Unknown is not no, so {@code
 * not( … )} of what is asked reads "not known to be".
 */
public final class ConditionWords {

  private static final String AND = " and ";
  private static final String OR = " or ";

  /** What a condition says that holds of every situation. */
  private static final String ALWAYS = "always";

  private static final String UNKNOWN = "not known";

  private ConditionWords() {}

  /** What must hold, one after another, all of it; at least one clause. */
  static List<String> clauses(Condition condition) {
    List<Clause> all = conjuncts(condition).toList();
    return all.isEmpty() ? List.of(ALWAYS) : all.stream().map(c -> c.within(all.size())).toList();
  }

  /** The clauses as one sentence without a full stop. */
  public static String of(Condition condition) {
    return String.join(AND, clauses(condition));
  }

  /**
   * @param joined whether it holds an "and" or an "or" of its own, so that beside others it needs
   *     parentheses
   */
  private record Clause(String words, boolean joined) {

    String within(int clauses) {
      return joined && clauses > 1 ? "(" + words + ")" : words;
    }
  }

  private static Clause plain(String words) {
    return new Clause(words, false);
  }

  private static Clause joined(List<Clause> clauses, String by) {
    if (clauses.isEmpty()) {
      return plain(ALWAYS);
    }
    return clauses.size() == 1
        ? clauses.get(0)
        : new Clause(clauses.stream().map(c -> c.within(2)).collect(Collectors.joining(by)), true);
  }

  private static Stream<Clause> conjuncts(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      String voice =
          pattern.fact().name().equals(EngineFacts.VOICE) ? VoiceWords.of(pattern.tests()) : null;
      return voice != null
          ? Stream.of(plain(voice))
          : pattern.tests().stream().flatMap(ConditionWords::conjuncts);
    }
    if (condition instanceof Condition.AllOf all) {
      return all.conditions().stream().flatMap(ConditionWords::conjuncts);
    }
    if (condition instanceof Condition.AnyOf any) {
      List<Clause> ways =
          any.conditions().stream().map(c -> joined(conjuncts(c).toList(), AND)).toList();
      return Stream.of(joined(ways, OR));
    }
    return condition instanceof Condition.Not not
        ? Stream.of(negated(not.condition()))
        : conjuncts(((Condition.Exists) condition).condition());
  }

  private static Clause negated(Condition condition) {
    boolean asked = condition.patterns().anyMatch(p -> p.fact().role() != FactType.Role.ENGINE);
    Test.Comparison only = onlyComparison(condition);
    if (only != null && (!asked || isAboutKnowing(only))) {
      return plain(only.attribute().path() + " " + predicate(opposite(only.operator()), only));
    }
    if (only != null) {
      return plain(
          only.attribute().path()
              + predicate(only.operator(), only).replaceFirst("^is", " is not known to be"));
    }
    Clause inner = joined(conjuncts(condition).toList(), AND);
    return plain((asked ? "it is not known that " : "it is not so that ") + inner.within(2));
  }

  /** The one comparison that a condition comes down to, or null. */
  private static Test.@Nullable Comparison onlyComparison(Condition condition) {
    if (!(condition instanceof Condition.Pattern pattern)
        || pattern.fact().name().equals(EngineFacts.VOICE)) {
      return null;
    }
    List<Test> tests = pattern.tests().stream().filter(t -> !(t instanceof Test.Bound)).toList();
    return tests.size() == 1 && tests.get(0) instanceof Test.Comparison comparison
        ? comparison
        : null;
  }

  private static boolean isAboutKnowing(Test.Comparison comparison) {
    return comparison.literals().stream().anyMatch(l -> l.value() == null);
  }

  private static Stream<Clause> conjuncts(Test test) {
    if (test instanceof Test.Comparison comparison) {
      return Stream.of(
          plain(
              comparison.attribute().path() + " " + predicate(comparison.operator(), comparison)));
    }
    if (test instanceof Test.AllOf all) {
      return all.tests().stream().flatMap(ConditionWords::conjuncts);
    }
    if (test instanceof Test.AnyOf any) {
      return Stream.of(either(any.tests()));
    }
    return test instanceof Test.Not not ? Stream.of(negated(not.test())) : Stream.empty();
  }

  /** Comparisons of one attribute share it: {@code scope.teams is not known or is at least 3}. */
  private static Clause either(List<Test> tests) {
    List<Attribute> compared = new ArrayList<>();
    List<String> predicates = new ArrayList<>();
    for (Test test : tests) {
      if (test instanceof Test.Comparison comparison) {
        compared.add(comparison.attribute());
        predicates.add(predicate(comparison.operator(), comparison));
      }
    }
    if (predicates.size() == tests.size() && compared.stream().distinct().count() == 1) {
      return new Clause(compared.get(0).path() + " " + String.join(OR, predicates), true);
    }
    return joined(tests.stream().map(t -> joined(conjuncts(t).toList(), AND)).toList(), OR);
  }

  /**
   * The value is known here, for the language wants it tested; so the opposite is meant and not
   * "not known to be".
   */
  private static Clause negated(Test test) {
    if (test instanceof Test.Comparison comparison) {
      return plain(
          comparison.attribute().path()
              + " "
              + predicate(opposite(comparison.operator()), comparison));
    }
    return plain("it is not so that " + joined(conjuncts(test).toList(), AND).within(2));
  }

  private static Operator opposite(Operator operator) {
    return switch (operator) {
      case EQUAL -> Operator.NOT_EQUAL;
      case NOT_EQUAL -> Operator.EQUAL;
      case LESS -> Operator.AT_LEAST;
      case AT_MOST -> Operator.GREATER;
      case GREATER -> Operator.AT_MOST;
      case AT_LEAST -> Operator.LESS;
      case IN -> Operator.NOT_IN;
      case NOT_IN -> Operator.IN;
    };
  }

  private static String predicate(Operator operator, Test.Comparison comparison) {
    List<String> values =
        comparison.literals().stream().map(l -> print(comparison.attribute(), l)).toList();
    String alternatives = alternatives(values);
    return switch (operator) {
      case NOT_EQUAL -> isAboutKnowing(comparison) ? "is known" : "is not " + alternatives;
      case NOT_IN -> "is " + noneOf(values);
      default -> verb(operator) + " " + alternatives;
    };
  }

  /** How an operator reads before a value: {@code is at least}. */
  public static String verb(Operator operator) {
    return switch (operator) {
      case EQUAL, IN -> "is";
      case NOT_EQUAL, NOT_IN -> "is not";
      case LESS -> "is less than";
      case AT_MOST -> "is at most";
      case GREATER -> "is more than";
      case AT_LEAST -> "is at least";
    };
  }

  private static String noneOf(List<String> values) {
    List<String> known = values.stream().filter(v -> !v.equals(UNKNOWN)).toList();
    String none = known.isEmpty() ? "" : "none of " + alternatives(known);
    return known.size() == values.size() ? none : none.isEmpty() ? "known" : "known and " + none;
  }

  static String alternatives(List<String> values) {
    int last = values.size() - 1;
    return last < 1
        ? String.join("", values)
        : String.join(", ", values.subList(0, last)) + OR + values.get(last);
  }

  static String print(Attribute attribute, Literal literal) {
    Object value = literal.value();
    if (value == null) {
      return UNKNOWN;
    }
    boolean words =
        attribute.type() instanceof ValueType.OneOf || attribute.type() instanceof ValueType.Text;
    String printed = attribute.type().print(value);
    return words ? "\"" + printed + "\"" : printed;
  }
}
