package dev.rolecall.ruleset;

import dev.rolecall.rule.Condition;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Operator;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Test;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints the tree as the DRL that is compiled. Nothing of a rule file reaches it but names made of
 * letters and digits, which get a prefix that no other name has, and literals. Constants are
 * printed as their names, rules as their positions; texts are not printed at all, so an edit of
 * words compiles nothing.
 */
public final class Printer {

  static final String PACKAGE = "rolecall.compiled";

  private final Rulebook rulebook;
  private final StringBuilder drl = new StringBuilder(16_384);

  private Printer(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  static String print(Rulebook rulebook) {
    return new Printer(rulebook).print();
  }

  /** The name of the class that a fact type is compiled to. */
  static String typeName(FactType fact) {
    return fact.role() == FactType.Role.ENGINE ? fact.name() : "Fact_" + fact.name();
  }

  /** The name of the field that an attribute is compiled to. */
  static String fieldName(Attribute attribute) {
    return EngineFacts.names().contains(attribute.fact())
        ? attribute.name()
        : "v_" + attribute.name();
  }

  private String print() {
    drl.append("package ").append(PACKAGE).append(";\n");
    drl.append("import dev.rolecall.decision.*;\nimport dev.rolecall.ruleset.Gate;\n");
    drl.append("global dev.rolecall.ruleset.Ear ear;\n");
    rulebook.vocabulary().facts().forEach(this::declare);
    for (int i = 0; i < rulebook.rules().size(); i++) {
      rule(i, rulebook.rules().get(i));
    }
    return drl.toString();
  }

  private void declare(FactType fact) {
    drl.append("declare ").append(typeName(fact)).append('\n');
    for (Attribute attribute : fact.attributes()) {
      drl.append("  ")
          .append(fieldName(attribute))
          .append(" : ")
          .append(javaType(attribute.type()))
          .append('\n');
    }
    drl.append("end\n");
  }

  private static String javaType(ValueType type) {
    if (type instanceof ValueType.WholeNumber) {
      return "Integer";
    }
    if (type instanceof ValueType.Decimal) {
      return "java.math.BigDecimal";
    }
    return type instanceof ValueType.YesNo ? "Boolean" : "String";
  }

  private void rule(int position, Rule rule) {
    drl.append("rule \"").append(position).append("\" when\n");
    if (rule.phase() != Phase.FINDINGS) {
      drl.append("  Gate( number == ").append(rule.phase().number()).append(" )\n");
    }
    drl.append("  ").append(condition(rule.when())).append("\nthen\n");
    drl.append("  ear.speak( ").append(position).append(" );\nend\n");
  }

  /** A condition as it is printed: conditions that mean the same print alike. */
  public static String condition(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      String tests =
          pattern.tests().stream()
              .map(Printer::test)
              .filter(t -> !t.isEmpty())
              .collect(Collectors.joining(", "));
      return typeName(pattern.fact()) + "( " + tests + " )";
    }
    if (condition instanceof Condition.AllOf all) {
      return joined(all.conditions(), " and ");
    }
    if (condition instanceof Condition.AnyOf any) {
      return joined(any.conditions(), " or ");
    }
    return condition instanceof Condition.Not not
        ? "not( " + condition(not.condition()) + " )"
        : "exists( " + condition(((Condition.Exists) condition).condition()) + " )";
  }

  private static String joined(List<Condition> conditions, String by) {
    return conditions.stream().map(Printer::condition).collect(Collectors.joining(by, "( ", " )"));
  }

  /** A test, or nothing where it only gives a name. */
  private static String test(Test test) {
    if (test instanceof Test.AllOf all) {
      return tests(all.tests(), " && ");
    }
    if (test instanceof Test.AnyOf any) {
      return tests(any.tests(), " || ");
    }
    if (test instanceof Test.Not not) {
      return "!( " + test(not.test()) + " )";
    }
    return test instanceof Test.Comparison comparison ? comparison(comparison) : "";
  }

  private static String tests(List<Test> tests, String by) {
    List<String> printed = tests.stream().map(Printer::test).filter(t -> !t.isEmpty()).toList();
    return printed.isEmpty() ? "" : "( " + String.join(by, printed) + " )";
  }

  private static String comparison(Test.Comparison comparison) {
    Attribute attribute = comparison.attribute();
    if (attribute.type() instanceof ValueType.Decimal && comparison.literals().size() > 1) {
      return oneByOne(comparison);
    }
    String left = fieldName(attribute) + " " + comparison.operator().sign() + " ";
    String right =
        comparison.literals().stream()
            .map(l -> literal(attribute, l))
            .collect(Collectors.joining(", "));
    boolean list = comparison.operator() == Operator.IN || comparison.operator() == Operator.NOT_IN;
    return left + (list ? "( " + right + " )" : right);
  }

  /** Drools cannot compile a list of decimals. */
  private static String oneByOne(Test.Comparison in) {
    boolean any = in.operator() == Operator.IN;
    String left = fieldName(in.attribute()) + (any ? " == " : " != ");
    return in.literals().stream()
        .map(l -> left + literal(in.attribute(), l))
        .collect(Collectors.joining(any ? " || " : " && ", "( ", " )"));
  }

  private static String literal(Attribute attribute, Literal literal) {
    Object value = literal.value();
    if (value == null) {
      return "null";
    }
    if (attribute.type() instanceof ValueType.OneOf choice && choice.type() == EngineFacts.STATE) {
      return "State." + value;
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString() + "B";
    }
    return value instanceof String text ? "\"" + text + "\"" : value.toString();
  }
}
