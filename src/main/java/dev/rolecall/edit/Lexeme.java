package dev.rolecall.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a rule file as it is laid out, comments among them.
 *
 * @param text without the space around it; metadata like {@code @id(x)} is one piece, as written
 * @param lines how many line ends stand before it
 */
record Lexeme(Kind kind, String text, int lines) {

  enum Kind {
    WORD,
    TEXT,
    METADATA,
    SIGN,
    LINE_COMMENT,
    BLOCK_COMMENT
  }

  private static final String QUOTED = "\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"";

  /** In the order in which the alternatives are tried; parentheses in metadata hold texts. */
  private static final Pattern NEXT =
      Pattern.compile(
          "(?<line>//[^\n]*)"
              + "|(?<block>(?s:/\\*.*?\\*/))"
              + "|(?<metadata>@\\s*\\w+(?:\\s*\\((?:[^\"()]++|"
              + QUOTED
              + ")*+\\))?)"
              + "|(?<text>"
              + QUOTED
              + ")"
              + "|(?<word>[\\w$]+(?:\\.\\d+)?)"
              + "|(?<sign>==|!=|<=|>=|&&|\\|\\||\\S)");

  /**
   * @param text of a file that was read without a problem, its lines ended by {@code \n} alone
   */
  static List<Lexeme> of(String text) {
    List<Lexeme> lexemes = new ArrayList<>();
    Matcher next = NEXT.matcher(text);
    int end = 0;
    while (next.find()) {
      int lines = (int) text.substring(end, next.start()).chars().filter(c -> c == '\n').count();
      lexemes.add(new Lexeme(kind(next), next.group().strip(), lines));
      end = next.end();
    }
    return lexemes;
  }

  private static Kind kind(Matcher found) {
    if (found.group("line") != null) {
      return Kind.LINE_COMMENT;
    }
    if (found.group("block") != null) {
      return Kind.BLOCK_COMMENT;
    }
    if (found.group("metadata") != null) {
      return Kind.METADATA;
    }
    if (found.group("text") != null) {
      return Kind.TEXT;
    }
    return found.group("word") != null ? Kind.WORD : Kind.SIGN;
  }

  /** Metadata without space around its value; all else as it is. */
  Lexeme tightened() {
    if (kind != Kind.METADATA) {
      return this;
    }
    String opened = text.replaceFirst("^(@\\s*\\w+)\\s*\\(\\s*", "$1(");
    return new Lexeme(kind, opened.replaceFirst("\\s*\\)$", ")"), lines);
  }

  boolean is(String wordOrSign) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wordOrSign);
  }

  boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }

  /** Whether it stands on a line that begins with it. */
  boolean isFirst() {
    return lines > 0;
  }
}
