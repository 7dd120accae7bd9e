package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.Span;
import dev.rolecall.rule.Test;
import dev.rolecall.ruleset.Cursor.Unexpected;
import dev.rolecall.vocabulary.FactType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/**
 * Translates the left side of a rule: how its patterns are joined as Drools reads it, the patterns
 * from their tokens.
 */
final class ConditionReader {

  private static final Set<String> STRUCTURE =
      Set.of("(", ")", ";", "and", "or", "not", "exists", "&&", "||");

  private final String file;
  private final Map<String, FactType> facts;
  private final RuleTokens tokens;
  private final List<Problem> problems;
  private final int problemsBefore;

  /** Offsets of the tokens that the tree holds. */
  private final BitSet understood = new BitSet();

  /**
   * @param facts every fact that a rule can read, by name: declared ones and the engine's
   */
  ConditionReader(
      String file, Map<String, FactType> facts, RuleTokens tokens, List<Problem> problems) {
    this.file = file;
    this.facts = facts;
    this.tokens = tokens;
    this.problems = problems;
    this.problemsBefore = problems.size();
  }

  /** The condition, or null with the problems added. */
  @Nullable Condition read(BaseDescr left) {
    Condition condition = condition(left);
    leftOver();
    return problems.size() > problemsBefore ? null : condition;
  }

  private @Nullable Condition condition(BaseDescr part) {
    if (part instanceof PatternDescr pattern) {
      return pattern(pattern);
    }
    if (part instanceof AndDescr and) {
      List<Condition> all = conditions(and.getDescrs());
      return all.size() == 1 ? all.get(0) : new Condition.AllOf(all);
    }
    if (part instanceof OrDescr or) {
      List<Condition> any = conditions(or.getDescrs());
      return any.size() == 1 ? any.get(0) : new Condition.AnyOf(any);
    }
    if (part instanceof NotDescr not) {
      Condition inside = single(not.getDescrs(), not);
      return inside == null ? null : new Condition.Not(inside, spanOf(not, "not"));
    }
    if (part instanceof ExistsDescr exists) {
      Condition inside = single(exists.getDescrs(), exists);
      return inside == null ? null : new Condition.Exists(inside, spanOf(exists, "exists"));
    }
    return null; // its tokens are left over, and named
  }

  private List<Condition> conditions(List<?> parts) {
    List<Condition> conditions = new ArrayList<>();
    for (Object part : parts) {
      Condition condition = condition((BaseDescr) part);
      if (condition != null) {
        conditions.add(condition);
      }
    }
    return conditions;
  }

  private @Nullable Condition single(List<?> parts, BaseDescr of) {
    List<Condition> inside = conditions(parts);
    if (inside.size() != 1) {
      problem(placeOf(of), "expected one condition in parentheses");
      return null;
    }
    return inside.get(0);
  }

  private Place placeOf(BaseDescr part) {
    return Place.of(file, part.getLine(), part.getColumn() + 1);
  }

  private Span spanOf(BaseDescr part, String word) {
    Place place = placeOf(part);
    for (Token token : tokens.when()) {
      boolean there = token.at().line() == place.line() && token.at().column() >= place.column();
      if (there && token.is(word)) {
        return token.span();
      }
    }
    return new Span(place, 0, 0);
  }

  private @Nullable Condition pattern(PatternDescr descr) {
    Token name = nameOf(descr);
    Place place = name == null ? placeOf(descr) : name.at();
    if (descr.getIdentifier() != null) {
      problem(
          place,
          "a fact is not given a name here; name the attribute inside: `$teams : teams >= 3`");
      return null;
    }
    FactType fact = facts.get(descr.getObjectType());
    if (fact == null) {
      problem(
          place,
          "`"
              + descr.getObjectType()
              + "` is not a fact; "
              + Nearest.thereAre(descr.getObjectType(), facts.keySet()));
      return null;
    }
    List<Token> inside = name == null ? null : tokens.patterns().get(name.span().start());
    if (name == null || inside == null || !descr.getDescrs().isEmpty()) {
      problem(place, "a fact is written `" + fact.name() + "( … )`");
      return null;
    }
    understood.set(name.span().start());
    inside.forEach(t -> understood.set(t.span().start()));
    Token close = tokens.when().get(position(name) + inside.size() + 2);
    Span span = new Span(place, name.span().start(), close.span().end());
    return new Condition.Pattern(fact, tests(fact, inside, close), span);
  }

  /** How many tokens stand before it. */
  private int position(Token token) {
    int start = token.span().start();
    return (int) tokens.when().stream().takeWhile(t -> t.span().start() < start).count();
  }

  private @Nullable Token nameOf(PatternDescr descr) {
    for (Token token : tokens.when()) {
      boolean there = token.isWord() && token.span().start() >= descr.getStartCharacter();
      if (there && token.is(descr.getObjectType())) {
        return token;
      }
    }
    return null;
  }

  /**
   * The constraints between the parentheses, cut at the commas that are not within further ones.
   */
  private List<Test> tests(FactType fact, List<Token> inside, Token close) {
    List<Test> tests = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= inside.size() && !inside.isEmpty(); i++) {
      Token token = i < inside.size() ? inside.get(i) : close;
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (i == inside.size() || (depth == 0 && token.is(","))) {
        test(fact, new Cursor(inside.subList(from, i), token.at()), tests);
        from = i + 1;
      }
    }
    return tests;
  }

  private void test(FactType fact, Cursor constraint, List<Test> into) {
    try {
      into.add(new TestReader(fact, constraint).read());
    } catch (Unexpected e) {
      problems.add(e.problem());
    }
  }

  /**
   * The lock on the left side: whatever the tree does not hold is refused, whatever the parser made
   * of it.
   */
  private void leftOver() {
    if (problems.size() > problemsBefore) {
      return;
    }
    for (Token token : tokens.when()) {
      boolean structure = token.kind() != Token.Kind.TEXT && STRUCTURE.contains(token.text());
      if (!structure && !understood.get(token.span().start())) {
        problem(token.at(), token.shown() + " is not allowed here" + Instead.of(token));
        return;
      }
    }
  }

  private void problem(Place place, String message) {
    problems.add(new Problem(place, message));
  }
}
