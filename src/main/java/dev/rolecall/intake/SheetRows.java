package dev.rolecall.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, each cell as the text that the spreadsheet shows. */
final class SheetRows implements TableRows {

  private static final String NO_VALUE =
      "there are formulas without their values, read as empty; open the file in a spreadsheet and"
          + " save it";

  private static final String HIDDEN = "rows that are hidden in the sheet were read too";

  private static final String DAMAGED = "the sheet is damaged here and cannot be read further";

  /** The longest sheet that spreadsheets know. */
  private static final int MOST_ROWS = 1_048_576;

  /** As much as a row holds in all its cells, in characters. */
  private static final long LONGEST_ROW = 2L * CsvRows.LONGEST_CELL;

  private final Xml sheet;
  private final SharedTexts texts;
  private final NumberFormats formats;
  private final CellText shown;
  private final Notes notes;
  private int number;
  private int column;
  private BitSet computed = new BitSet();
  private boolean inRow;
  private boolean ended;

  SheetRows(Xml sheet, SharedTexts texts, NumberFormats formats, CellText shown, Notes notes) {
    this.sheet = sheet;
    this.texts = texts;
    this.formats = formats;
    this.shown = shown;
    this.notes = notes;
  }

  @Override
  public @Nullable TableRow next() {
    if (ended) {
      return null;
    }
    try {
      while (sheet.next() && !sheet.ends("sheetData")) {
        if (sheet.starts("row")) {
          number = numberOfRow();
          return row();
        }
      }
      ended = true;
      return null;
    } catch (IOException e) {
      ended = true;
      String why = Unreadable.words(e);
      return TableRow.broken(
          inRow ? number : Math.min(number + 1, MOST_ROWS),
          List.of(),
          -1,
          why.equals(Xml.DAMAGED) ? DAMAGED : DAMAGED + ": " + why);
    }
  }

  /** The columns of the last row, from 0, in which a formula or its failure stands. */
  BitSet computed() {
    return computed;
  }

  private int numberOfRow() throws Unreadable {
    if (Boolean.parseBoolean(sheet.attribute("hidden")) || "1".equals(sheet.attribute("hidden"))) {
      notes.add(HIDDEN);
    }
    String written = String.valueOf(sheet.attribute("r"));
    int row = written.equals("null") ? number + 1 : whole(written);
    if (row <= number || row > MOST_ROWS) {
      throw new Unreadable("behind row " + number + " stands `" + Notes.shortened(written) + "`");
    }
    return row;
  }

  /** A number of up to seven digits; -1 for anything else. */
  private static int whole(String written) {
    return written.matches("\\d{1,7}") ? Integer.parseInt(written) : -1;
  }

  /** Without the empty cells that a format leaves at the end. */
  private TableRow row() throws IOException {
    List<String> cells = new ArrayList<>();
    long size = 0;
    inRow = true;
    column = -1;
    computed = new BitSet();
    while (sheet.next() && !sheet.ends("row")) {
      if (sheet.starts("c")) {
        column = column();
        String text = cell();
        size += text.length();
        if (!text.isEmpty() && size <= LONGEST_ROW) {
          place(text, cells);
        }
      }
    }
    inRow = false;
    return size > LONGEST_ROW
        ? TableRow.broken(
            number,
            List.of(),
            -1,
            "this row has more than " + LONGEST_ROW / 1024 / 1024 + " million characters")
        : new TableRow(number, Collections.unmodifiableList(cells), null);
  }

  private void place(String text, List<String> cells) {
    if (column < cells.size()) {
      cells.set(column, text);
      return;
    }
    cells.addAll(Collections.nCopies(column - cells.size(), ""));
    cells.add(text);
  }

  /** Where a cell stands, from 0: {@code AB12} is in column 27. */
  private int column() throws Unreadable {
    String at = sheet.attribute("r");
    if (at == null) {
      return column + 1;
    }
    int place = 0;
    int letters = 0;
    while (letters < at.length() && letters < 4 && at.charAt(letters) >= 'A') {
      place = place * 26 + (at.charAt(letters) & ~0x20) - 'A' + 1;
      letters++;
    }
    if (place < 1 || place > MOST_COLUMNS) {
      throw new Unreadable("no sheet has a cell `" + Notes.shortened(at) + "`");
    }
    return place - 1;
  }

  /** The text of the cell that starts here, to its end. */
  private String cell() throws IOException {
    String type = String.valueOf(sheet.attribute("t"));
    String style = sheet.attribute("s");
    String text = "";
    boolean formula = false;
    boolean value = false;
    while (sheet.next() && !sheet.ends("c")) {
      if (sheet.starts("v")) {
        text = text(type, sheet.text(), style);
        value |= !text.isEmpty() || type.equals("str");
      } else if (sheet.starts("is")) {
        text = CellText.text(sheet.text());
      } else if (sheet.starts("f")) {
        sheet.text();
        formula = true;
      }
    }
    computed.set(column, formula || type.equals("e"));
    if (formula && !value) {
      notes.add(NO_VALUE);
    }
    return text;
  }

  private String text(String type, String value, @Nullable String style) throws IOException {
    if (value.isEmpty()) {
      return "";
    }
    return switch (type) {
      case "s" -> shared(value);
      case "b" -> CellText.truth(value);
      case "n", "null" -> shown.number(value, formats.of(style));
      case "str", "inlineStr", "e" -> CellText.text(value);
      case "d" -> value.endsWith("T00:00:00") ? value.substring(0, value.indexOf('T')) : value;
      default -> throw new Unreadable("`" + Notes.shortened(type) + "` is no type of a cell");
    };
  }

  private String shared(String number) throws IOException {
    String text = texts.text(whole(number));
    if (text == null) {
      throw new Unreadable("there is no text " + Notes.shortened(number) + " in the workbook");
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    sheet.close();
  }
}
