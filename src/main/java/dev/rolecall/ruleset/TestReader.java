package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Operator;
import dev.rolecall.rule.Test;
import dev.rolecall.ruleset.Cursor.Unexpected;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads one constraint of a pattern: {@code $teams : teams >= 3}, {@code quarters < 2 || systems in
 * ( 1, 2 )}. Drools' own reader of these gives no places and forgives what the closed language does
 * not, so the tokens are read here.
 */
final class TestReader {

  /** Compiling takes twice as long with each level. */
  private static final int MAX_NESTING = 8;

  private static final Pattern BINDING = Pattern.compile("\\$[A-Za-z][A-Za-z0-9]*");
  private static final String COMPARISON = "a comparison like `teams >= 3`";

  private final FactType fact;
  private final Cursor cursor;
  private int depth;

  TestReader(FactType fact, Cursor cursor) {
    this.fact = fact;
    this.cursor = cursor;
  }

  Test read() throws Unexpected {
    Test test = anyOf();
    onlyNames(test, false);
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
      return new Test.Not(inParentheses(), cursor.since(first));
    }
    return cursor.sees("(") ? inParentheses() : comparison();
  }

  private Test inParentheses() throws Unexpected {
    Token open = cursor.take("`(`");
    if (!open.is("(")) {
      throw Cursor.unexpected(open, "`(`");
    }
    if (++depth > MAX_NESTING) {
      throw new Unexpected(
          open.at(), "parentheses within a fact are nested more than " + MAX_NESTING + " deep");
    }
    Test test = anyOf();
    cursor.expect(")");
    depth--;
    return test;
  }

  /** A name alone always holds, so that within an alternative or a negation it says nothing. */
  private static void onlyNames(Test test, boolean within) throws Unexpected {
    if (test instanceof Test.Bound bound && within) {
      throw new Unexpected(
          bound.span().at(),
          "`$"
              + bound.binding()
              + "` stands in `||` or `!( … )` without a comparison; name it before, with a `,` after it");
    }
    if (test instanceof Test.Not not) {
      onlyNames(not.test(), true);
    } else if (test instanceof Test.AllOf all) {
      for (Test inside : all.tests()) {
        onlyNames(inside, within);
      }
    } else if (test instanceof Test.AnyOf any) {
      for (Test inside : any.tests()) {
        onlyNames(inside, true);
      }
    }
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
      if (!BINDING.matcher(first.text()).matches()) {
        throw new Unexpected(
            first.at(), first.shown() + " is not a name for a value; it is written like `$teams`");
      }
      name = cursor.takeWord("an attribute of " + fact.name());
    }
    Attribute attribute = attribute(name);
    if (binding.isPresent()
        && (cursor.done() || cursor.sees("&&") || cursor.sees("||") || cursor.sees(")"))) {
      return new Test.Bound(binding.get(), attribute, cursor.since(first));
    }
    Operator operator = operator(name);
    List<Literal> literals = literals(attribute, operator);
    return new Test.Comparison(binding, attribute, operator, literals, cursor.since(first));
  }

  private List<Literal> literals(Attribute attribute, Operator operator) throws Unexpected {
    LiteralReader reader = new LiteralReader(cursor, attribute, operator);
    if (operator != Operator.IN && operator != Operator.NOT_IN) {
      return List.of(reader.read());
    }
    List<Literal> literals = new ArrayList<>();
    cursor.expect("(");
    do {
      literals.add(reader.read());
    } while (cursor.skip(","));
    cursor.expect(")");
    return literals;
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
}
