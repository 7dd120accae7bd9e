package dev.rolecall.edit;

import dev.rolecall.ruleset.Versions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook that people fill in: the same content is the same bytes, and few cells are open. */
public final class FormFile {

  /** As the properties of a document want it: two numbers. */
  private static final String VERSION = Versions.rolecall().replaceAll("^(\\d+\\.\\d+).*", "$1");

  /** What is forbidden while the sheet is protected; filters and widths are everybody's own. */
  private static final Set<SheetProtectionOption> PROTECTED =
      EnumSet.of(
          SheetProtectionOption.SHEET,
          SheetProtectionOption.OBJECTS,
          SheetProtectionOption.SCENARIOS,
          SheetProtectionOption.INSERT_ROWS,
          SheetProtectionOption.INSERT_COLUMNS,
          SheetProtectionOption.INSERT_HYPERLINKS,
          SheetProtectionOption.DELETE_COLUMNS,
          SheetProtectionOption.PIVOT_TABLES);

  private FormFile() {}

  public static byte[] bytes(Consumer<Workbook> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      try (Workbook workbook = new Workbook(bytes, "Rolecall", VERSION)) {
        content.accept(workbook);
      }
      return SheetParts.each(bytes.toByteArray(), (name, part) -> mended(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be written to
    }
  }

  /** The library writes the mark of a password even where there is none, and the time of day. */
  private static byte[] mended(byte[] content) {
    return new String(content, StandardCharsets.UTF_8)
        .replace("<sheetProtection password=\"0\"", "<sheetProtection")
        .replaceAll("<dcterms:created.*?</dcterms:created>", "")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Without a password: it keeps hands off by accident, and nobody out. */
  public static void protect(Worksheet sheet) {
    sheet.protect("", PROTECTED);
  }
}
