package dev.rolecall.intake;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A workbook that people fill in, as the texts of its cells, for whoever laid it out. It is held in
 * memory as a whole; one that is larger than any such form is refused.
 */
public final class SmallWorkbook {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int LARGEST = 20 * MEGABYTE;
  private static final int MOST_ROWS = 10_000;
  private static final int MOST_CELLS = 1_000_000;

  private static final String NONE = "it is not a spreadsheet that can be read; save it as .xlsx";

  /**
   * A row.
   *
   * @param number as a spreadsheet counts it, from 1
   * @param cells without the empty ones at its end
   * @param computed the columns, from 0, in which a formula or its failure stands
   */
  public record Line(int number, List<String> cells, BitSet computed) {

    /** The text in a column, from 0; empty where nothing stands. */
    public String text(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  private final Map<String, List<Line>> sheets = new HashMap<>();

  private SmallWorkbook() {}

  /**
   * @param name of the file, for messages
   * @param sheets the names of those to be read
   */
  public static Result<SmallWorkbook> read(String name, Path file, List<String> sheets) {
    Place at = Place.of(name);
    try {
      if (Files.size(file) > LARGEST) {
        return Result.refused(at, "it is larger than " + LARGEST / MEGABYTE + " MB");
      }
      SmallWorkbook read = new SmallWorkbook();
      return read.read(file, sheets) ? Result.ok(read) : Result.refused(at, NONE);
    } catch (NoSuchFileException e) {
      return Result.refused(at, "there is no such file");
    } catch (ZipException e) {
      return Result.refused(at, NONE);
    } catch (Unreadable e) {
      return Result.refused(at, Unreadable.words(e));
    } catch (IOException e) {
      return Result.refused(at, "it cannot be read");
    }
  }

  /** The rows of a sheet; none where it is not there. */
  public List<Line> sheet(String name) {
    return sheets.getOrDefault(name, List.of());
  }

  private boolean read(Path file, List<String> names) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (!WorkbookParts.isIn(zip)) {
        return false;
      }
      try (WorkbookParts parts = new WorkbookParts(zip, LARGEST, new Ration(() -> 0))) {
        for (WorkbookParts.Sheet sheet : parts.sheets()) {
          if (names.contains(sheet.name())) {
            sheets.put(sheet.name(), lines(parts.open(sheet, new Notes()).rows()));
          }
        }
      }
      return true;
    }
  }

  private static List<Line> lines(SheetRows rows) throws IOException {
    try (rows) {
      List<Line> lines = new ArrayList<>();
      long cells = 0;
      for (TableRow row = rows.next(); row != null; row = rows.next()) {
        cells += row.cells().size();
        if (row.fault() != null) {
          throw new Unreadable("row " + row.number() + ": " + row.fault().words());
        }
        if (lines.size() == MOST_ROWS || cells > MOST_CELLS) {
          throw new Unreadable(
              "it has more than %,d rows, or %,d cells".formatted(MOST_ROWS, MOST_CELLS));
        }
        lines.add(new Line(row.number(), row.cells(), rows.computed()));
      }
      return lines;
    }
  }
}
