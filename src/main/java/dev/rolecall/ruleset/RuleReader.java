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
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * Translates the rules of one file: Drools' descriptors and the tokens they were made of into the
 * tree.
 */
final class RuleReader {

  private static final Map<String, String> HINTS =
      Map.ofEntries(
          Map.entry(
              "salience", "the order of rules never matters; a condition says when a rule speaks"),
          Map.entry("extends", "write the shared condition out in each rule"),
          Map.entry("eval", "compare an attribute with a literal"),
          Map.entry("from", "the facts of the vocabulary are all there is to read"),
          Map.entry(
              "accumulate", "voices and balance are counted already: read `Voice` and `Balance`"),
          Map.entry("collect", "there is exactly one fact of each type"),
          Map.entry("forall", "there is exactly one fact of each type"),
          Map.entry("over", "a decision knows no time"),
          Map.entry("do", "a rule says all it has to say in one `then`"),
          Map.entry("matches", "a text is compared with `==` or `in`"),
          Map.entry("dialect", "a rule holds no code"));

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
    List<List<Token>> sections = sections();
    if (sections.size() != source.descr().getRules().size()) {
      problems.add(
          new Problem(
              Place.of(source.name()), "only rules with `when` and `then` are allowed here"));
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
    PackageDescr descr = source.descr();
    if (!vocabulary.decision().equals(descr.getName())) {
      problem(
          source.placeOf("package", 1),
          "the first statement must be `package "
              + vocabulary.decision()
              + ";`, after the name of the folder");
    }
    boolean isVocabulary = source.name().equals(VocabularyReader.FILE);
    refuse(
        !descr.getFunctions().isEmpty() || !descr.getFunctionImports().isEmpty(),
        "function",
        "functions are not allowed; a rule holds no code");
    refuse(
        !descr.getAttributes().isEmpty(),
        descr.getAttributes().isEmpty() ? "" : descr.getAttributes().get(0).getName(),
        "attributes for a whole file are not allowed");
    refuse(!descr.getAccumulateImports().isEmpty(), "accumulate", "accumulate is not allowed");
    refuse(
        !descr.getWindowDeclarations().isEmpty(),
        "window",
        "windows are not allowed; a decision knows no time");
    refuse(
        !descr.getEntryPointDeclarations().isEmpty(),
        "entry-point",
        "entry points are not allowed");
    refuse(descr.getUnit() != null, "unit", "rule units are not allowed");
    refuse(
        !isVocabulary && !descr.getImports().isEmpty(),
        "import",
        "imports are not allowed here; those of `vocabulary.drl` hold for all files");
    refuse(
        !isVocabulary && !descr.getGlobals().isEmpty(),
        "global",
        "globals are not allowed here; `vocabulary.drl` has the only one");
    refuse(
        !isVocabulary
            && !(descr.getTypeDeclarations().isEmpty() && descr.getEnumDeclarations().isEmpty()),
        "declare",
        "declarations belong in `vocabulary.drl`");
  }

  private void refuse(boolean found, String word, String message) {
    if (found) {
      problem(source.placeOf(word, 1), message);
    }
  }

  /**
   * The tokens of each rule, from {@code rule} to {@code end}; what else stands between them is
   * refused.
   */
  private List<List<Token>> sections() {
    List<List<Token>> sections = new ArrayList<>();
    List<Token> section = null;
    String opened = "";
    for (Token token : source.tokens()) {
      if (section != null) {
        section.add(token);
        if (token.is("end") && !token.is(opened)) {
          section = null;
        }
      } else if (token.is("rule")) {
        section = new ArrayList<>(List.of(token));
        sections.add(section);
      } else if (token.is("declare")) {
        section = new ArrayList<>();
      } else if (token.is("query")) {
        problem(token.at(), "queries are not allowed; a rule says what follows");
        section = new ArrayList<>();
      }
    }
    return sections;
  }

  private void problem(Place at, String message) {
    problems.add(new Problem(at, message));
  }

  /** One rule. */
  private final class Section {
    private final RuleDescr descr;
    private final List<Token> tokens;
    private final Place at;
    private final int problemsBefore = problems.size();

    /** Tokens of the left side that the tree holds. */
    private final Set<Token> understood = new LinkedHashSet<>();

    Section(RuleDescr descr, List<Token> tokens) {
      this.descr = descr;
      this.tokens = tokens;
      this.at = tokens.get(0).at();
    }

    @Nullable Rule read() {
      int when = indexOf("when");
      int then = indexOf("then");
      if (when < 0 || then < when || !descr.getNamedConsequences().isEmpty()) {
        problem(at, "a rule has one `when` and one `then`");
        return null;
      }
      Map<String, String> metadata = header(tokens.subList(1, when));
      Condition condition = condition(descr.getLhs());
      leftOver(tokens.subList(when + 1, then));
      Token last = tokens.get(tokens.size() - 1);
      Cursor right = new Cursor(tokens.subList(then + 1, tokens.size() - 1), last.at());
      List<Statement> statements = new StatementReader(vocabulary, right).read(problems);
      if (statements.isEmpty() && problems.size() == problemsBefore) {
        problem(
            last.at(),
            "the rule says nothing; after `then` stands what it says, like `verdict.leans( … );`");
      }
      if (condition == null || problems.size() > problemsBefore) {
        return null;
      }
      return RuleChecks.complete(
          vocabulary,
          descr.getName(),
          metadata,
          condition,
          statements,
          bindings(condition),
          at,
          problems);
    }

    private int indexOf(String word) {
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).is(word)) {
          return i;
        }
      }
      return -1;
    }

    /** The rule's name and its metadata; attributes like {@code salience} are refused. */
    private Map<String, String> header(List<Token> header) {
      Map<String, String> metadata = new LinkedHashMap<>();
      Cursor cursor = new Cursor(header, at);
      try {
        Token name = cursor.take("the rule's name");
        if (name.kind() != Token.Kind.TEXT) {
          throw Cursor.unexpected(name, "the rule's name as a sentence in double quotes");
        }
        while (!cursor.done()) {
          Token sign = cursor.take("`@`");
          if (!sign.is("@")) {
            throw new Unexpected(sign.at(), sign.shown() + " is not allowed here" + hint(sign));
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
      return tokens.stream()
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
          tokens.stream()
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
      List<Test> tests = new ArrayList<>();
      for (BaseDescr constraint : descr.getDescrs()) {
        test(fact, (ExprConstraintDescr) constraint).ifPresent(tests::add);
      }
      return new Condition.Pattern(
          fact, tests, new Span(place, descr.getStartCharacter(), descr.getEndCharacter() + 1));
    }

    private Optional<Test> test(FactType fact, ExprConstraintDescr constraint) {
      int start = constraint.getStartCharacter();
      int end = constraint.getEndCharacter();
      List<Token> inside =
          tokens.stream()
              .filter(t -> t.span().start() >= start && t.span().end() <= end + 1)
              .toList();
      understood.addAll(inside);
      Place after = inside.isEmpty() ? at : inside.get(inside.size() - 1).at();
      try {
        return Optional.of(new TestReader(fact, new Cursor(inside, after)).read());
      } catch (Unexpected e) {
        problems.add(e.problem());
        return Optional.empty();
      }
    }

    /**
     * The lock on the left side: whatever the tree does not hold is refused, whatever the parser
     * made of it.
     */
    private void leftOver(List<Token> left) {
      if (problems.size() > problemsBefore) {
        return;
      }
      if (left.isEmpty()) {
        problem(at, "the rule has no condition; between `when` and `then` stands when it speaks");
      }
      Set<String> structure = Set.of("(", ")", ",", ";", "and", "or", "not", "exists", "&&", "||");
      for (Token token : left) {
        if (!understood.contains(token)
            && (token.kind() == Token.Kind.TEXT || !structure.contains(token.text()))) {
          problem(token.at(), token.shown() + " is not allowed here" + hint(token));
          return;
        }
      }
    }

    private String hint(Token token) {
      String hint = HINTS.get(token.text());
      return hint == null ? "" : "; " + hint;
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
