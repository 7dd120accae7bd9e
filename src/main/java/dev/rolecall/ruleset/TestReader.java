package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Operator;
import dev.rolecall.rule.Span;
import dev.rolecall.rule.Test;
import dev.rolecall.ruleset.Cursor.Unexpected;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads one constraint of a pattern: {@code $teams : teams >= 3}, {@code quarters < 2 || systems in
 * ( 1, 2 )}. Drools' own reader of these gives no places and forgives what the closed language does
 * not, so the tokens are read here.
 */
final class TestReader {

  private static final String COMPARISON = "a comparison like `teams >= 3`";

  private final FactType fact;
  private final Cursor cursor;

  TestReader(FactType fact, Cursor cursor) {
    this.fact = fact;
    this.cursor = cursor;
  }

  Test read() throws Unexpected {
    Test test = anyOf();
    if (!cursor.done()) {
      throw Cursor.unexpected(cursor.take(""), "`,` `&&` `||` or the end of the pattern");
    }
    return test;
  }

  private Test anyOf() throws Unexpected {
    List<Test> tests = new ArrayList<>(List.of(allOf()));
    while (cursor.skip("||")) {
      tests.add(allOf());
    }
    return tests.size() == 1 ? tests.get(0) : new Test.AnyOf(tests);
  }

  private Test allOf() throws Unexpected {
    List<Test> tests = new ArrayList<>(List.of(single()));
    while (cursor.skip("&&")) {
      tests.add(single());
    }
    return tests.size() == 1 ? tests.get(0) : new Test.AllOf(tests);
  }

  private Test single() throws Unexpected {
    if (cursor.sees("!")) {
      Token first = cursor.take("`!`");
      cursor.expect("(");
      Test test = anyOf();
      cursor.expect(")");
      return new Test.Not(test, cursor.since(first));
    }
    if (cursor.skip("(")) {
      Test test = anyOf();
      cursor.expect(")");
      return test;
    }
    return comparison();
  }

  private Test comparison() throws Unexpected {
    Token first = cursor.takeWord(COMPARISON);
    Optional<String> binding = Optional.empty();
    Token name = first;
    if (cursor.skip(":")) {
      if (!first.text().startsWith("$")) {
        throw new Unexpected(first.at(), "a value is named with a `$`: `$" + first.text() + "`");
      }
      binding = Optional.of(first.text().substring(1));
      name = cursor.takeWord("an attribute of " + fact.name());
    }
    Attribute attribute = attribute(name);
    if (binding.isPresent()
        && (cursor.done() || cursor.sees("&&") || cursor.sees("||") || cursor.sees(")"))) {
      return new Test.Bound(binding.get(), attribute, cursor.since(first));
    }
    Operator operator = operator(name);
    List<Literal> literals = new ArrayList<>();
    if (operator == Operator.IN || operator == Operator.NOT_IN) {
      cursor.expect("(");
      do {
        literals.add(literal(attribute, operator));
      } while (cursor.skip(","));
      cursor.expect(")");
    } else {
      literals.add(literal(attribute, operator));
    }
    return new Test.Comparison(binding, attribute, operator, literals, cursor.since(first));
  }

  private Attribute attribute(Token name) throws Unexpected {
    if (cursor.sees(".") || cursor.sees("(") || cursor.sees("[")) {
      throw new Unexpected(
          name.at(),
          "found "
              + name.shown()
              + " used like code; only an attribute compared with a literal is allowed");
    }
    if (fact.attribute(name.text()).isEmpty()) {
      String what =
          name.text().equals("eval")
              ? "`eval` is not allowed"
              : name.shown() + " is not an attribute of " + fact.name();
      throw new Unexpected(
          name.at(),
          what
              + "; it has "
              + Nearest.list(fact.attributeNames())
              + Nearest.maybe(name.text(), fact.attributeNames()));
    }
    return fact.attribute(name.text()).get();
  }

  private Operator operator(Token attribute) throws Unexpected {
    Supplier<String> allowed = () -> "one of " + Nearest.list(Operator.signs());
    if (cursor.done() || cursor.sees("&&") || cursor.sees("||") || cursor.sees(")")) {
      throw new Unexpected(
          attribute.at(),
          attribute.shown()
              + " is not compared with anything; write `"
              + attribute.text()
              + " == …`");
    }
    Token sign = cursor.take(allowed);
    String text = sign.text();
    if (sign.is("not")) {
      cursor.expect("in");
      text = "not in";
    }
    Operator operator = sign.kind() == Token.Kind.TEXT ? null : Operator.of(text).orElse(null);
    if (operator == null) {
      boolean arithmetic = "+-*/%".contains(sign.text());
      throw Cursor.unexpected(
          sign, allowed.get() + (arithmetic ? "; a rule does not calculate" : ""));
    }
    return operator;
  }

  private Literal literal(Attribute attribute, Operator operator) throws Unexpected {
    ValueType type = attribute.type();
    Supplier<String> expected = () -> type.expectation() + ", or `null`";
    Token first = cursor.take(expected);
    if (first.is("null")) {
      if (operator.orders()) {
        throw new Unexpected(
            first.at(),
            "unknown is neither more nor less than anything; only `==` and `!=` go with `null`");
      }
      return new Literal(null, first.span());
    }
    allowed(attribute, operator, first);
    if (type instanceof ValueType.OneOf choice) {
      return new Literal(cursor.constant(choice.type(), first, ", or `null`"), cursor.since(first));
    }
    Object value = value(type, first, expected);
    Span span = cursor.since(first);
    if (cursor.sees("+")
        || cursor.sees("-")
        || cursor.sees("*")
        || cursor.sees("/")
        || cursor.sees("%")) {
      throw Cursor.unexpected(
          cursor.take(""), "`,` `&&` `||` or the end of the pattern; a rule does not calculate");
    }
    if (!type.allows(value)) {
      throw new Unexpected(
          first.at(),
          attribute.path()
              + " can never be `"
              + type.print(value)
              + "`: it is "
              + type.expectation()
              + (value instanceof String name && type instanceof ValueType.Text text
                  ? Nearest.maybe(name, text.names())
                  : ""));
    }
    return new Literal(value, span);
  }

  private static void allowed(Attribute attribute, Operator operator, Token at) throws Unexpected {
    ValueType type = attribute.type();
    boolean number = type instanceof ValueType.WholeNumber || type instanceof ValueType.Decimal;
    boolean text = type instanceof ValueType.Text;
    if (operator.orders() && !number) {
      throw new Unexpected(
          at.at(),
          "`"
              + operator.sign()
              + "` compares numbers, and "
              + attribute.path()
              + " is "
              + type.expectation());
    }
    if (text && operator != Operator.EQUAL && operator != Operator.IN) {
      throw new Unexpected(
          at.at(), "a text is compared with `==` or `in` only; found `" + operator.sign() + "`");
    }
  }

  private Object value(ValueType type, Token first, Supplier<String> expected) throws Unexpected {
    if (type instanceof ValueType.YesNo && (first.is("true") || first.is("false"))) {
      return first.is("true");
    }
    if (type instanceof ValueType.Text && first.kind() == Token.Kind.TEXT) {
      if (first.text().chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
        throw new Unexpected(
            first.at(), "a text in a condition cannot hold quotes, backslashes or tabs");
      }
      return first.text();
    }
    boolean number = type instanceof ValueType.WholeNumber || type instanceof ValueType.Decimal;
    boolean negative = first.is("-");
    Token digits = negative && number ? cursor.take(expected) : first;
    if (!number || digits.kind() != Token.Kind.NUMBER) {
      throw Cursor.unexpected(first, expected.get());
    }
    String written = (negative ? "-" : "") + digits.text();
    try {
      return type instanceof ValueType.Decimal
          ? (Object) new BigDecimal(written)
          : (Object) Integer.valueOf(written);
    } catch (NumberFormatException e) {
      throw Cursor.unexpected(digits, expected.get());
    }
  }
}
