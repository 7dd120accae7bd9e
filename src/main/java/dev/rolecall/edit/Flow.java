package dev.rolecall.edit;

import dev.rolecall.edit.Lexeme.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lexemes that belong together on lines: on one if they fit, else each constraint on its own, below
 * the first.
 */
final class Flow {

  /** Beyond it a condition is broken; a text never is. */
  private static final int WIDTH = 140;

  private static final Set<String> SPACE_BEFORE_PARENTHESIS = Set.of("in", "and", "or");

  /**
   * Parentheses that are open.
   *
   * @param column where what is in them begins
   * @param breaks whether a comma in them ends a line
   */
  private record Open(int column, boolean breaks) {}

  private final boolean tight;
  private final boolean broken;
  private final List<String> lines = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private StringBuilder line;
  private boolean due;
  private @Nullable Lexeme before;

  private Flow(int indent, boolean tight, boolean broken) {
    this.tight = tight;
    this.broken = broken;
    this.line = new StringBuilder(" ".repeat(indent));
    open.push(new Open(indent, false));
  }

  /** With space within parentheses, as in rules. */
  static List<String> of(List<Lexeme> lexemes, int indent) {
    List<String> flat = lines(lexemes, indent, false, false);
    boolean fits = flat.size() == 1 && flat.get(0).length() <= WIDTH;
    boolean statement = lexemes.get(0).is("verdict");
    return fits || statement ? flat : lines(lexemes, indent, false, true);
  }

  /** Without, as in declarations; a line. */
  static List<String> tight(List<Lexeme> lexemes, int indent) {
    return lines(lexemes, indent, true, false);
  }

  private static List<String> lines(
      List<Lexeme> lexemes, int indent, boolean tight, boolean broken) {
    Flow flow = new Flow(indent, tight, broken);
    lexemes.forEach(flow::add);
    flow.lines.add(flow.line.toString());
    return flow.lines;
  }

  private void add(Lexeme lexeme) {
    boolean joins = broken && (lexeme.is("and") || lexeme.is("or"));
    boolean ownLine = lexeme.isComment() && lexeme.isFirst();
    if (before != null && (ownLine || joins || (due && !lexeme.isComment()))) {
      lines.add(line.toString());
      line = new StringBuilder(" ".repeat(open.getFirst().column));
      due = false;
    } else if (before != null && isSpaced(before, lexeme)) {
      line.append(' ');
    }
    line.append(lexeme.text());
    parentheses(lexeme);
    boolean comma = lexeme.is(",") && broken && open.getFirst().breaks;
    due = due || comma || lexeme.kind() == Kind.LINE_COMMENT || ownLine;
    before = lexeme;
  }

  private void parentheses(Lexeme lexeme) {
    if (lexeme.is("(")) {
      boolean list = before != null && before.is("in");
      open.push(new Open(line.length() + (tight ? 0 : 1), !list));
    } else if (lexeme.is(")") && open.size() > 1) {
      open.pop();
    }
  }

  private boolean isSpaced(Lexeme left, Lexeme right) {
    if (right.is(",") || right.is(";") || right.is(".") || left.is(".")) {
      return false;
    }
    if (left.is("(") || right.is(")")) {
      return !tight && !(left.is("(") && right.is(")"));
    }
    if (left.is("!") || left.is("-")) {
      return false;
    }
    return !right.is("(")
        || left.kind() != Kind.WORD
        || SPACE_BEFORE_PARENTHESIS.contains(left.text());
  }
}
