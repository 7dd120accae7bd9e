package dev.rolecall.edit;

import dev.rolecall.edit.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays out the text of a rule file. Comments keep their places; only space changes. */
final class RuleLayout {

  private static final int INDENT = 4;
  private static final Set<String> JOINING = Set.of("and", "or", "not", "exists", "&&", "||");
  private static final Set<String> CONTINUING = Set.of("and", "or", "&&", "||", ";");

  private static final String COMMENT = "//";

  private final List<Lexeme> lexemes;
  private final Lines out = new Lines();
  private int next;

  /** What stands last: the word that opens it, or {@link #COMMENT}; null before anything does. */
  private @Nullable String last;

  private RuleLayout(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  /**
   * @param text of a file that was read without a problem, its lines ended by {@code \n} alone
   */
  static String of(String text) {
    RuleLayout layout = new RuleLayout(Lexeme.of(text));
    while (layout.next < layout.lexemes.size()) {
      layout.element();
    }
    return layout.out.text();
  }

  private void element() {
    Lexeme first = lexemes.get(next);
    if (first.isComment()) {
      comment(first);
    } else if (first.is("rule")) {
      separate(first);
      rule(upTo("end"));
    } else if (first.is("declare")) {
      separate(first);
      new DeclarationLayout(out).add(upTo("end"));
    } else {
      separate(first);
      Flow.of(statement(), 0).forEach(out::add);
    }
    if (!first.isComment()) {
      last = first.text();
    }
  }

  private void comment(Lexeme comment) {
    if (comment.isFirst() || out.isEmpty()) {
      separate(comment);
      out.add(comment.text());
      last = COMMENT;
    } else {
      out.behind(comment.text());
    }
    next++;
  }

  /** An empty line around rules and declarations, and where one was; a comment stays with them. */
  private void separate(Lexeme first) {
    boolean belowComment = COMMENT.equals(last);
    boolean block = !belowComment && (isBlock(last) || isBlock(subject()));
    if (block || first.lines() > 1) {
      out.blank();
    }
  }

  private static boolean isBlock(@Nullable String opener) {
    return "rule".equals(opener) || "declare".equals(opener);
  }

  /** What comes next that is no comment. */
  private @Nullable String subject() {
    return lexemes.subList(next, lexemes.size()).stream()
        .filter(l -> !l.isComment())
        .findFirst()
        .map(Lexeme::text)
        .orElse(null);
  }

  private List<Lexeme> upTo(String word) {
    int start = next;
    while (next < lexemes.size() && !lexemes.get(next).is(word)) {
      next++;
    }
    next = Math.min(next + 1, lexemes.size());
    return lexemes.subList(start, next);
  }

  /** To its semicolon, or to the end of its line. */
  private List<Lexeme> statement() {
    int start = next++;
    while (next < lexemes.size()
        && !lexemes.get(next - 1).is(";")
        && !lexemes.get(next).isFirst()
        && !lexemes.get(next).isComment()) {
      next++;
    }
    return lexemes.subList(start, next);
  }

  private void rule(List<Lexeme> rule) {
    int when = index(rule, "when");
    int then = index(rule, "then");
    int metadata = firstMetadata(rule, when);
    items(rule.subList(0, metadata), 0, false);
    items(rule.subList(metadata, when).stream().map(Lexeme::tightened).toList(), INDENT, false);
    out.add("when");
    items(rule.subList(when + 1, then), INDENT, true);
    out.add("then");
    items(rule.subList(then + 1, rule.size() - 1), INDENT, false);
    out.add("end");
  }

  private static int index(List<Lexeme> rule, String word) {
    int index = 0;
    while (!rule.get(index).is(word)) {
      index++;
    }
    return index;
  }

  private static int firstMetadata(List<Lexeme> rule, int when) {
    for (int i = 0; i < when; i++) {
      if (rule.get(i).kind() == Kind.METADATA) {
        return i;
      }
    }
    return when;
  }

  /** Conditions or statements, each from its own line on. */
  private void items(List<Lexeme> section, int indent, boolean conditions) {
    List<Lexeme> item = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < section.size(); i++) {
      Lexeme lexeme = section.get(i);
      depth += lexeme.is("(") ? 1 : lexeme.is(")") ? -1 : 0;
      if (item.isEmpty() && lexeme.isComment()) {
        between(lexeme, indent);
      } else {
        item.add(lexeme);
        boolean ends = lexeme.is(";") || (conditions && depth == 0 && endsCondition(section, i));
        if (ends || i == section.size() - 1) {
          Flow.of(item, indent).forEach(out::add);
          item.clear();
        }
      }
    }
  }

  private void between(Lexeme comment, int indent) {
    if (comment.isFirst()) {
      out.add(" ".repeat(indent) + comment.text());
    } else {
      out.behind(comment.text());
    }
  }

  /** A pattern ends a condition unless something joins it to the next. */
  private static boolean endsCondition(List<Lexeme> section, int at) {
    if (section.get(at).isComment() || JOINING.contains(section.get(at).text())) {
      return false;
    }
    int following = at + 1;
    while (following < section.size() && section.get(following).isComment()) {
      following++;
    }
    boolean joined =
        following < section.size() && CONTINUING.contains(section.get(following).text());
    return section.get(at).is(")") && !joined;
  }
}
