package dev.rolecall.edit;

import dev.rolecall.edit.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out a declaration of the vocabulary: the attributes of a fact below each other in columns,
 * the constants of an enum on the lines that they stand on.
 */
final class DeclarationLayout {

  private static final int INDENT = 4;

  private final Lines out;

  DeclarationLayout(Lines out) {
    this.out = out;
  }

  /**
   * @param declaration from {@code declare} to {@code end}
   */
  void add(List<Lexeme> declaration) {
    int body = 1;
    while (!declaration.get(body).isFirst() && body < declaration.size() - 1) {
      body++;
    }
    Flow.tight(declaration.subList(0, body), 0).forEach(out::add);
    List<List<Lexeme>> rows = rows(declaration.subList(body, declaration.size() - 1));
    if (declaration.get(1).is("enum") || !rows.stream().allMatch(DeclarationLayout::isInColumns)) {
      rows.forEach(row -> Flow.tight(row, INDENT).forEach(out::add));
    } else {
      columns(rows);
    }
    out.add("end");
  }

  private static List<List<Lexeme>> rows(List<Lexeme> body) {
    List<List<Lexeme>> rows = new ArrayList<>();
    for (Lexeme lexeme : body) {
      if (lexeme.isFirst() || rows.isEmpty()) {
        rows.add(new ArrayList<>());
      }
      rows.get(rows.size() - 1).add(lexeme);
    }
    return rows;
  }

  /** {@code name : Type @metadata…}, or a comment. */
  private static boolean isInColumns(List<Lexeme> row) {
    return row.get(0).isComment()
        || (row.size() > 2
            && row.get(1).is(":")
            && row.get(2).kind() == Kind.WORD
            && row.subList(3, row.size()).stream()
                .allMatch(l -> l.kind() == Kind.METADATA || l.isComment()));
  }

  private void columns(List<List<Lexeme>> rows) {
    List<List<String>> table = rows.stream().map(DeclarationLayout::cells).toList();
    for (List<String> cells : table) {
      StringBuilder line = new StringBuilder(" ".repeat(INDENT));
      for (int i = 0; i < cells.size(); i++) {
        boolean padded = i < cells.size() - 1;
        int width = padded ? width(table, i) + 1 : 0;
        line.append(cells.get(i)).append(" ".repeat(Math.max(0, width - cells.get(i).length())));
      }
      out.add(line.toString());
    }
  }

  private static List<String> cells(List<Lexeme> row) {
    return row.stream().map(Lexeme::text).toList();
  }

  /** The longest cell of a column that another one follows. */
  private static int width(List<List<String>> table, int column) {
    return table.stream()
        .filter(cells -> cells.size() > column + 1)
        .mapToInt(cells -> cells.get(column).length())
        .max()
        .orElse(0);
  }
}
