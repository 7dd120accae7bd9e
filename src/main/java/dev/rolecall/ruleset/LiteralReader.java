package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Operator;
import dev.rolecall.rule.Span;
import dev.rolecall.ruleset.Cursor.Unexpected;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads a literal that an attribute is compared with: {@code 3}, {@code Hire.TPM}, {@code null}.
 */
final class LiteralReader {

  private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9].*");
  private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%");

  private final Cursor cursor;
  private final Attribute attribute;
  private final ValueType type;
  private final boolean number;
  private final Operator operator;

  LiteralReader(Cursor cursor, Attribute attribute, Operator operator) {
    this.cursor = cursor;
    this.attribute = attribute;
    this.type = attribute.type();
    this.number = type instanceof ValueType.WholeNumber || type instanceof ValueType.Decimal;
    this.operator = operator;
  }

  Literal read() throws Unexpected {
    Token first = cursor.take(expected());
    if (first.is("null")) {
      return unknown(first);
    }
    goesWithOperator(first);
    if (type instanceof ValueType.OneOf choice) {
      String name = cursor.constant(choice.type(), first, ", or `null`");
      return new Literal(name, cursor.since(first));
    }
    Object value = value(first);
    Span span = cursor.since(first);
    standsAlone();
    canBe(value, first);
    return new Literal(value, span);
  }

  private Supplier<String> expected() {
    return () -> type.expectation() + ", or `null`";
  }

  private Literal unknown(Token written) throws Unexpected {
    if (operator.orders()) {
      throw new Unexpected(
          written.at(),
          "unknown is neither more nor less than anything; only `==` and `!=` go with `null`");
    }
    if (UnknownIsNotNo.neverUnknown(attribute)) {
      throw new Unexpected(
          written.at(), attribute.path() + " is always known, so it is not compared with `null`");
    }
    return new Literal(null, written.span());
  }

  private void goesWithOperator(Token first) throws Unexpected {
    if (operator.orders() && !number) {
      throw new Unexpected(
          first.at(),
          "`"
              + operator.sign()
              + "` compares numbers, and "
              + attribute.path()
              + " is "
              + type.expectation());
    }
    boolean text = type instanceof ValueType.Text;
    if (text && operator != Operator.EQUAL && operator != Operator.IN) {
      throw new Unexpected(
          first.at(), "a text is compared with `==` or `in` only; found `" + operator.sign() + "`");
    }
  }

  private Object value(Token first) throws Unexpected {
    if (type instanceof ValueType.YesNo && (first.is("true") || first.is("false"))) {
      return first.is("true");
    }
    if (type instanceof ValueType.Text && first.kind() == Token.Kind.TEXT) {
      return text(first);
    }
    if (!number) {
      throw Cursor.unexpected(first, expected().get());
    }
    return number(first);
  }

  private static String text(Token written) throws Unexpected {
    String text = written.text();
    if (text.chars().anyMatch(c -> c == '"' || c == '\\' || Character.isISOControl(c))) {
      throw new Unexpected(
          written.at(), "a text in a condition cannot hold quotes, backslashes or tabs");
    }
    return text;
  }

  private Object number(Token first) throws Unexpected {
    boolean negative = first.is("-");
    Token digits = negative ? cursor.take(expected()) : first;
    if (digits.kind() != Token.Kind.NUMBER) {
      throw Cursor.unexpected(first, expected().get());
    }
    if (LEADING_ZERO.matcher(digits.text()).matches()) {
      throw new Unexpected(
          digits.at(),
          "`" + digits.text() + "` begins with a zero, which Java reads as another number");
    }
    String written = (negative ? "-" : "") + digits.text();
    try {
      return type instanceof ValueType.Decimal
          ? (Object) new BigDecimal(written)
          : (Object) Integer.valueOf(written);
    } catch (NumberFormatException e) {
      throw Cursor.unexpected(digits, expected().get());
    }
  }

  private void standsAlone() throws Unexpected {
    for (String sign : ARITHMETIC) {
      if (cursor.sees(sign)) {
        throw Cursor.unexpected(
            cursor.take(""), "`,` `&&` `||` or the end of the pattern; a rule does not calculate");
      }
    }
  }

  private void canBe(Object value, Token first) throws Unexpected {
    if (type.allows(value)) {
      return;
    }
    throw new Unexpected(
        first.at(),
        attribute.path()
            + " can never be `"
            + (value instanceof BigDecimal ? value : type.print(value))
            + "`: it is "
            + type.expectation()
            + (value instanceof String name && type instanceof ValueType.Text text
                ? Nearest.maybe(name, text.names())
                : ""));
  }
}
