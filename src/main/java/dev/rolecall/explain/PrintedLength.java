package dev.rolecall.explain;

import java.util.List;

/**
 * How much room a page takes on paper, so that it fits one sheet: an estimate in lines, as only a
 * browser knows for certain.
 */
enum PrintedLength {
  /** All of it fits, in larger letters. */
  SHORT("short"),
  /** All of it fits. */
  FITS("fits"),
  /** Of the least important topic only the beginning stands there. */
  LONG("long"),
  /** Nothing of that topic, only the first questions and changes, and smaller letters. */
  LONGEST("long longest");

  /**
   * Lines of an A4 page, measured with wide letters: there, {@value} of these lines take 250 to 273
   * of its 275 mm.
   */
  private static final int MOST_LINES = 64;

  /** Lines of a column that the beginning of the least important topic takes. */
  private static final int BEGINNING = 12;

  /** Lines that still fit where letters are larger. */
  private static final int MOST_LARGER_LINES = 42;

  /** Lines for the answer, headings and where the page comes from. */
  private static final int FRAME = 15;

  /** Characters of a line over the whole width, of a column, and of all columns of the table. */
  private static final int WIDTH = 105;

  private static final int HALF = 48;
  private static final int COLUMNS = 80;

  private final String word;

  PrintedLength(String word) {
    this.word = word;
  }

  /** The classes of the body. */
  String word() {
    return word;
  }

  static PrintedLength of(OnePage page) {
    int above = above(page);
    int cards = cards(page);
    if (above + cards / 2 <= MOST_LINES) {
      return above + cards / 2 <= MOST_LARGER_LINES ? SHORT : FITS;
    }
    int left = cards - Math.max(0, last(page) - BEGINNING);
    return above + left / 2 <= MOST_LINES ? LONG : LONGEST;
  }

  /** What goes over the whole width. */
  private static int above(OnePage page) {
    int without = page.withoutInferred().isEmpty() ? 0 : 1;
    return FRAME
        + without
        + reasons(page)
        + warnings(page)
        + (page.open() ? questions(page, WIDTH) : 0);
  }

  /** What stands in two columns. */
  private static int cards(OnePage page) {
    return changes(page)
        + list(page.inferred())
        + page.advice().stream().mapToInt(t -> list(t.texts())).sum()
        + (page.open() ? 0 : questions(page, HALF));
  }

  private static int last(OnePage page) {
    List<OnePage.Topic> topics = page.advice();
    return topics.size() < 2 ? 0 : list(topics.get(topics.size() - 1).texts());
  }

  private static int list(List<String> texts) {
    return texts.isEmpty() ? 0 : 2 + lines(texts, HALF);
  }

  private static int reasons(OnePage page) {
    SideBySide reasons = page.reasons();
    int column = COLUMNS / Math.max(1, reasons.columns().size());
    return reasons.rows().stream().mapToInt(r -> row(r, column)).sum();
  }

  /** The name of a dimension takes two lines. */
  private static int row(SideBySide.Row row, int column) {
    return row.cells().stream()
        .mapToInt(c -> Math.max(2, lines(String.join("; ", c), column)))
        .max()
        .orElse(2);
  }

  private static int warnings(OnePage page) {
    return page.warnings().stream()
        .mapToInt(w -> 2 + w.text().stream().mapToInt(p -> lines(p.text(), WIDTH)).sum())
        .sum();
  }

  private static int questions(OnePage page, int width) {
    return page.questions().stream()
        .mapToInt(q -> lines(q.question() + " " + q.allowed(), width))
        .sum();
  }

  private static int changes(OnePage page) {
    return 4 + page.changes().outcomes().stream().mapToInt(o -> 1 + lines(o.changes(), HALF)).sum();
  }

  private static int lines(List<String> texts, int width) {
    return texts.stream().mapToInt(t -> lines(t, width)).sum();
  }

  private static int lines(String text, int width) {
    return 1 + text.length() / width;
  }
}
