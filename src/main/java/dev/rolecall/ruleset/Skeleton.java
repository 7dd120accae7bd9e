package dev.rolecall.ruleset;

import java.util.List;

/**
 * What Drools' parser is shown of a rule file: the declarations, and of each rule its name and how
 * its patterns are joined, where they stand. Everything else is blank, so that comments cannot be
 * read in two ways, and because that parser takes exponential time, or its stack, over nested or
 * chained expressions.
 */
final class Skeleton {

  private final char[] text;
  private final char[] shown;

  /** Of a file that nothing is shown of yet. */
  Skeleton(String file) {
    this.text = file.toCharArray();
    this.shown = new char[text.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = Lexer.endsLine(text, i) ? '\n' : ' ';
    }
  }

  void show(List<Token> tokens) {
    for (Token token : tokens) {
      int start = token.span().start();
      System.arraycopy(text, start, shown, start, token.span().end() - start);
    }
  }

  @Override
  public String toString() {
    return new String(shown);
  }
}
