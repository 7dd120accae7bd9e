package dev.rolecall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Weighs a workbook before a library takes it into memory: how much its parts unpack to, whatever
 * they claim, and whether its cells stand where a sheet has cells.
 */
final class Weight {

  private static final String SHARED_TEXTS = "xl/sharedstrings.xml";
  private static final String DAMAGED =
      "this workbook is damaged, or was made to look like one; save it again from a spreadsheet";

  private Weight() {}

  /** Why it is not read, or null. */
  static @Nullable String problem(ZipFile zip, long packed) throws IOException {
    AtomicLong all = new AtomicLong();
    for (ZipEntry entry : zip.stream().filter(Weight::isPart).toList()) {
      long before = all.get();
      try (InputStream part = new Unpacking(zip.getInputStream(entry), () -> packed, all)) {
        if (!hasSaneCells(part)) {
          return DAMAGED;
        }
      }
      boolean texts = entry.getName().toLowerCase(Locale.ROOT).equals(SHARED_TEXTS);
      if (texts && all.get() - before > Runtime.getRuntime().maxMemory() / 3) {
        return "its texts take "
            + (all.get() - before) / 1024 / 1024
            + " MB, more than fits into memory; save the sheet as `CSV UTF-8`";
      }
    }
    return null;
  }

  /** Pictures and such are never unpacked. */
  private static boolean isPart(ZipEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".xml") || name.endsWith(".rels");
  }

  /**
   * Whether no cell of a part, all of it, makes a reader take room for cells that are not there.
   */
  private static boolean hasSaneCells(InputStream part) throws IOException {
    byte[] buffer = new byte[65_536];
    CellScan scan = new CellScan();
    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
      for (int i = 0; i < read; i++) {
        if (!scan.allows(buffer[i])) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Follows the cells of a sheet, {@code <c r="AB12" t="s"><v>7</v>}, byte by byte: none stands in
   * a column of more than three letters, none names a shared text by a number of more than seven
   * digits. They are written in one byte a letter, and without entities.
   */
  private static final class CellScan {
    private byte last;
    private byte beforeLast;
    private boolean inTag;
    private boolean shared;
    private int letters;
    private int digits;

    boolean allows(byte c) {
      boolean digit = c >= '0' && c <= '9';
      boolean sane = c != 0;
      if (inTag) {
        boolean quote = c == '"' || c == '\'';
        shared |= quote && last == 's' && beforeLast == c;
        sane &= c != '&' && !(digit && letters > 3);
        letters = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' ? letters + 1 : 0;
        inTag = c != '>';
      } else {
        digits = digit && shared ? digits + 1 : 0;
        sane &= digits <= 7;
        if (beforeLast == '<' && last == 'c' && c <= ' ') {
          inTag = true;
          shared = false;
          letters = 0;
        }
      }
      beforeLast = last;
      last = c;
      return sane;
    }
  }
}
