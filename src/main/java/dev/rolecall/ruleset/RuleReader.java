package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Condition;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Span;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Test;
import dev.rolecall.rule.Written;
import dev.rolecall.ruleset.Cursor.Unexpected;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * Translates the rules of one file: Drools' descriptors and the tokens they were made of into the
 * tree.
 */
final class RuleReader {

  private final SourceFile source;
  private final Vocabulary vocabulary;
  private final Map<String, FactType> facts;
  private final Doubts doubts;
  private final List<Problem> problems;

  /**
   * @param facts every fact that a rule can read, by name: declared ones and the engine's
   * @param doubts what is wrong with the vocabulary, so that no problem follows from it
   */
  RuleReader(
      SourceFile source,
      Vocabulary vocabulary,
      Map<String, FactType> facts,
      Doubts doubts,
      List<Problem> problems) {
    this.source = source;
    this.vocabulary = vocabulary;
    this.facts = facts;
    this.doubts = doubts;
    this.problems = problems;
  }

  List<Rule> read() {
    file();
    List<Rule> rules = new ArrayList<>();
    List<RuleTokens> sections = source.outline().rules();
    if (sections.size() != source.descr().getRules().size()) {
      problem(Place.of(source.name()), "only rules with `when` and `then` are allowed here");
      return rules;
    }
    for (int i = 0; i < sections.size() && problems.size() <= Translator.MOST_PROBLEMS; i++) {
      int before = problems.size();
      Rule rule = rule(source.descr().getRules().get(i), sections.get(i));
      if (isDoubtful(sections.get(i))) {
        problems.subList(before, problems.size()).clear();
      }
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private boolean isDoubtful(RuleTokens rule) {
    return doubts.concern(rule.header())
        || doubts.concern(rule.when())
        || rule.patterns().values().stream().anyMatch(doubts::concern)
        || doubts.concern(rule.then());
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
    List<Outline.Statement> statements = source.outline().statements();
    if (source.outline().rules().isEmpty()
        && opens("global", statements)
        && opens("declare", statements)) {
      problem(
          Place.of(source.name()),
          "it looks like a copy of `vocabulary.drl`: delete it; what can be asked is declared in"
              + " that file alone");
      return;
    }
    for (Outline.Statement statement : statements) {
      Token opener = statement.opener();
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

  private static boolean opens(String word, List<Outline.Statement> statements) {
    return statements.stream().anyMatch(s -> s.opener().text().equals(word));
  }

  private @Nullable Rule rule(RuleDescr descr, RuleTokens tokens) {
    int before = problems.size();
    Place at = tokens.rule().at();
    Map<String, Span> values = new HashMap<>();
    Map<String, String> metadata = header(tokens.header(), at, values);
    Condition condition =
        new ConditionReader(source.name(), facts, tokens, problems).read(descr.getLhs());
    Cursor right = new Cursor(tokens.then(), tokens.end().at());
    List<Statement> statements = new StatementReader(vocabulary, right).read(problems);
    if (statements.isEmpty() && problems.size() == before) {
      problem(
          tokens.end().at(),
          "the rule says nothing; after `then` stands what it says, like `verdict.leans( … );`");
    }
    if (condition == null || problems.size() > before) {
      return null;
    }
    return RuleChecks.complete(
        vocabulary,
        tokens.header().get(0).text(),
        metadata,
        condition,
        statements,
        bindings(condition),
        new Written(
            new Span(at, tokens.rule().span().start(), tokens.end().span().end()),
            tokens.header().get(0).span(),
            values),
        problems);
  }

  /**
   * The rule's name and its metadata; attributes like {@code salience} are refused.
   *
   * @param values gets the places of the values
   */
  private Map<String, String> header(List<Token> header, Place at, Map<String, Span> values) {
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
          throw new Unexpected(sign.at(), sign.shown() + " is not allowed here" + Instead.of(sign));
        }
        Token key = cursor.takeWord("the name of the metadata");
        String value = cursor.sees("(") ? value(key.text(), cursor, values) : "";
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
  private String value(String key, Cursor cursor, Map<String, Span> values) throws Unexpected {
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
    Span span = new Span(first.at(), first.span().start(), last.span().end());
    values.put(key, span);
    boolean text = first.kind() == Token.Kind.TEXT && last == first;
    return text ? first.text() : source.text().substring(span.start(), span.end());
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

  private void problem(Place at, String message) {
    problems.add(new Problem(at, message));
  }
}
