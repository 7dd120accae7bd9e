package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Span;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Test;
import dev.rolecall.ruleset.Cursor.Unexpected;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * Translates the rules of one file: Drools' descriptors and the tokens they were made of into the
 * tree.
 */
final class RuleReader {

  private final SourceFile source;
  private final Vocabulary vocabulary;
  private final Map<String, FactType> facts = new LinkedHashMap<>();
  private final List<Problem> problems;

  RuleReader(SourceFile source, Vocabulary vocabulary, List<Problem> problems) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.problems = problems;
    vocabulary.facts().forEach(f -> facts.put(f.name(), f));
    EngineFacts.of(vocabulary).forEach(f -> facts.put(f.name(), f));
  }

  List<Rule> read() {
    file();
    List<Rule> rules = new ArrayList<>();
    List<Outline.RuleTokens> sections = source.outline().rules();
    if (sections.size() != source.descr().getRules().size()) {
      problem(Place.of(source.name()), "only rules with `when` and `then` are allowed here");
      return rules;
    }
    for (int i = 0; i < sections.size(); i++) {
      Rule rule = new Section(source.descr().getRules().get(i), sections.get(i)).read();
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  /** What may stand outside of rules: the package, and in the vocabulary the declarations. */
  private void file() {
    if (!vocabulary.decision().equals(source.descr().getName())) {
      problem(
          source.placeOf("package", 1),
          "the first statement must be `package "
              + vocabulary.decision()
              + ";`, after the name of the folder");
    }
    if (source.name().equals(VocabularyReader.FILE)) {
      return;
    }
    for (Token opener : source.outline().openers()) {
      switch (opener.text()) {
        case "import" ->
            problem(
                opener.at(),
                "imports are not allowed here; those of `vocabulary.drl` hold for all files");
        case "global" ->
            problem(opener.at(), "globals are not allowed here; `vocabulary.drl` has the only one");
        case "declare" -> problem(opener.at(), "declarations belong in `vocabulary.drl`");
        default -> {}
      }
    }
  }

  private void problem(Place at, String message) {
    problems.add(new Problem(at, message));
  }

  /** One rule. */
  private final class Section {
    private final RuleDescr descr;
    private final Outline.RuleTokens tokens;
    private final Place at;
    private final int problemsBefore = problems.size();

    /** Tokens of the left side that the tree holds. */
    private final Set<Token> understood = new LinkedHashSet<>();

    Section(RuleDescr descr, Outline.RuleTokens tokens) {
      this.descr = descr;
      this.tokens = tokens;
      this.at = tokens.rule().at();
    }

    @Nullable Rule read() {
      Map<String, String> metadata = header(tokens.header());
      Condition condition = condition(descr.getLhs());
      leftOver();
      Cursor right = new Cursor(tokens.then(), tokens.end().at());
      List<Statement> statements = new StatementReader(vocabulary, right).read(problems);
      if (statements.isEmpty() && problems.size() == problemsBefore) {
        problem(
            tokens.end().at(),
            "the rule says nothing; after `then` stands what it says, like `verdict.leans( … );`");
      }
      if (condition == null || problems.size() > problemsBefore) {
        return null;
      }
      return RuleChecks.complete(
          vocabulary,
          tokens.header().get(0).text(),
          metadata,
          condition,
          statements,
          bindings(condition),
          at,
          problems);
    }

    /** The rule's name and its metadata; attributes like {@code salience} are refused. */
    private Map<String, String> header(List<Token> header) {
      Map<String, String> metadata = new LinkedHashMap<>();
      Cursor cursor = new Cursor(header, at);
      try {
        Token name = cursor.take("the rule's name");
        if (name.text().isBlank()) {
          throw new Unexpected(name.at(), "the rule's name is empty; it is a sentence");
        }
        while (!cursor.done()) {
          Token sign = cursor.take("`@`");
          if (!sign.is("@")) {
            throw new Unexpected(
                sign.at(), sign.shown() + " is not allowed here" + Outline.hint(sign));
          }
          Token key = cursor.takeWord("the name of the metadata");
          String value = cursor.sees("(") ? value(cursor) : "";
          if (metadata.put(key.text(), value) != null) {
            throw new Unexpected(key.at(), "`@" + key.text() + "` is given twice");
          }
        }
      } catch (Unexpected e) {
        problems.add(e.problem());
      }
      return metadata;
    }

    /** What stands between the parentheses, as it was written; a text without its quotes. */
    private String value(Cursor cursor) throws Unexpected {
      cursor.expect("(");
      Token first = cursor.take("a value");
      if (first.is(")")) {
        throw Cursor.unexpected(first, "a value, or no parentheses");
      }
      Token last = first;
      while (!cursor.sees(")")) {
        last = cursor.take("`)`");
      }
      cursor.expect(")");
      boolean text = first.kind() == Token.Kind.TEXT && last.equals(first);
      return text ? first.text() : source.text().substring(first.span().start(), last.span().end());
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
        problem(
            Place.of(source.name(), of.getLine(), of.getColumn() + 1),
            "expected one condition in parentheses");
        return null;
      }
      return inside.get(0);
    }

    private Span spanOf(BaseDescr part, String word) {
      Place place = Place.of(source.name(), part.getLine(), part.getColumn() + 1);
      return tokens.when().stream()
          .filter(
              t ->
                  t.is(word)
                      && t.at().line() == part.getLine()
                      && t.at().column() >= place.column())
          .findFirst()
          .map(Token::span)
          .orElse(new Span(place, 0, 0));
    }

    private @Nullable Condition pattern(PatternDescr descr) {
      Place place = Place.of(source.name(), descr.getLine(), descr.getColumn() + 1);
      Token name =
          tokens.when().stream()
              .filter(
                  t ->
                      t.isWord()
                          && t.span().start() >= descr.getStartCharacter()
                          && t.is(descr.getObjectType()))
              .findFirst()
              .orElse(null);
      if (name != null) {
        place = name.at();
        understood.add(name);
      }
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
                + "` is not a fact; there are "
                + Nearest.list(facts.keySet())
                + Nearest.maybe(descr.getObjectType(), facts.keySet()));
        return null;
      }
      List<Token> inside = name == null ? null : tokens.patterns().get(name.span().start());
      if (name == null || inside == null || !descr.getDescrs().isEmpty()) {
        problem(place, "a fact is written `" + fact.name() + "( … )`");
        return null;
      }
      understood.addAll(inside);
      Token close = tokens.when().get(tokens.when().indexOf(name) + inside.size() + 2);
      return new Condition.Pattern(
          fact,
          tests(fact, inside, close),
          new Span(place, name.span().start(), close.span().end()));
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
          test(fact, new Cursor(inside.subList(from, i), token.at())).ifPresent(tests::add);
          from = i + 1;
        }
      }
      return tests;
    }

    private Optional<Test> test(FactType fact, Cursor constraint) {
      try {
        return Optional.of(new TestReader(fact, constraint).read());
      } catch (Unexpected e) {
        problems.add(e.problem());
        return Optional.empty();
      }
    }

    /**
     * The lock on the left side: whatever the tree does not hold is refused, whatever the parser
     * made of it.
     */
    private void leftOver() {
      if (problems.size() > problemsBefore) {
        return;
      }
      Set<String> structure = Set.of("(", ")", ";", "and", "or", "not", "exists", "&&", "||");
      for (Token token : tokens.when()) {
        if (!understood.contains(token)
            && (token.kind() == Token.Kind.TEXT || !structure.contains(token.text()))) {
          problem(token.at(), token.shown() + " is not allowed here" + Outline.hint(token));
          return;
        }
      }
    }

    private Map<String, Attribute> bindings(Condition condition) {
      Map<String, Attribute> bindings = new HashMap<>();
      condition.patterns().flatMap(p -> p.tests().stream()).forEach(test -> bind(test, bindings));
      return bindings;
    }

    private void bind(Test test, Map<String, Attribute> bindings) {
      if (test instanceof Test.Comparison comparison) {
        comparison
            .binding()
            .ifPresent(name -> bindOnce(name, comparison.attribute(), comparison.span(), bindings));
      } else if (test instanceof Test.Bound bound) {
        bindOnce(bound.binding(), bound.attribute(), bound.span(), bindings);
      } else if (test instanceof Test.AllOf all) {
        all.tests().forEach(t -> bind(t, bindings));
      } else if (test instanceof Test.AnyOf any) {
        any.tests().forEach(t -> bind(t, bindings));
      } else if (test instanceof Test.Not not) {
        bind(not.test(), bindings);
      }
    }

    private void bindOnce(
        String name, Attribute attribute, Span span, Map<String, Attribute> bindings) {
      Attribute before = bindings.put(name, attribute);
      if (before != null && !before.equals(attribute)) {
        problem(
            span.at(), "`$" + name + "` names both " + before.path() + " and " + attribute.path());
      }
    }
  }
}
