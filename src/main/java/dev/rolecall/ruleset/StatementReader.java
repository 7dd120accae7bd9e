package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Text;
import dev.rolecall.rule.Verb;
import dev.rolecall.ruleset.Cursor.Unexpected;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the right side of a rule: {@code verdict.leans( Hire.TPM, "because" );} and nothing else.
 */
final class StatementReader {

  private final Vocabulary vocabulary;
  private final Cursor cursor;

  StatementReader(Vocabulary vocabulary, Cursor cursor) {
    this.vocabulary = vocabulary;
    this.cursor = cursor;
  }

  /** One that is wrong does not hide the next. */
  List<Statement> read(List<Problem> problems) {
    List<Statement> statements = new ArrayList<>();
    while (!cursor.done()) {
      try {
        statements.add(statement());
      } catch (Unexpected e) {
        problems.add(e.problem());
        cursor.skipPast(";");
      }
    }
    return statements;
  }

  private Statement statement() throws Unexpected {
    Token first = cursor.take("a statement");
    if (!first.is("verdict")) {
      throw new Unexpected(
          first.at(),
          "found "
              + first.shown()
              + "; a rule can only say `verdict.…( … );`, no other code is allowed");
    }
    cursor.expect(".");
    Token word = cursor.takeWord("what the rule says, like `leans`");
    Verb verb =
        Verb.of(word.text())
            .orElseThrow(
                () ->
                    new Unexpected(
                        word.at(),
                        "`"
                            + word.text()
                            + "` is not something a rule can say; "
                            + Nearest.thereAre(word.text(), Verb.words())));
    cursor.expect("(");
    Optional<String> about = Optional.empty();
    if (verb.about().isPresent()) {
      about = Optional.of(constant(verb.about().get(), verb));
      cursor.expect(",");
    } else if (verb == Verb.ASK) {
      about = Optional.of(path());
    }
    Optional<Text> text = verb.hasText() ? Optional.of(text(verb)) : Optional.empty();
    cursor.expect(")");
    cursor.expect(";");
    return new Statement(verb, about, text, cursor.since(first));
  }

  private String constant(EnumType.Role role, Verb verb) throws Unexpected {
    EnumType type = vocabulary.withRole(role).orElse(null);
    Token first = cursor.takeWord("a constant");
    if (type == null) {
      throw new Unexpected(
          first.at(),
          "`"
              + verb.word()
              + "` needs an enum marked `@"
              + role.name().toLowerCase(java.util.Locale.ROOT)
              + "` in the vocabulary, and there is none");
    }
    return cursor.constant(type, first, "");
  }

  private String path() throws Unexpected {
    Token path = cursor.take("the path of an attribute as a text");
    if (path.kind() != Token.Kind.TEXT) {
      throw Cursor.unexpected(
          path, "the path of an attribute as a text, like `\"fact.attribute\"`");
    }
    boolean asked =
        vocabulary.attribute(path.text()).filter(a -> !a.question().isEmpty()).isPresent();
    if (!asked) {
      List<String> allowed = vocabulary.questions().stream().map(a -> a.path()).toList();
      throw new Unexpected(
          path.at(),
          path.shown()
              + " is not an attribute with a question"
              + Nearest.maybe(path.text(), allowed));
    }
    return path.text();
  }

  private Text text(Verb verb) throws Unexpected {
    String expected = "the words of `" + verb.word() + "` as one text in double quotes";
    Token token = cursor.take(expected);
    if (token.kind() != Token.Kind.TEXT) {
      throw Cursor.unexpected(token, expected);
    }
    if (token.text().isBlank()) {
      throw new Unexpected(token.at(), "the text is empty; " + expected);
    }
    return Text.of(token.text(), token.span());
  }
}
