package dev.rolecall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the cells of a workbook show their numbers, by the number of their style. */
final class NumberFormats {

  /** Spreadsheets have 65,000 at most. */
  private static final int MOST = 100_000;

  /**
   * Formats that a workbook does not write down (ECMA-376, part 1, 18.8.30), as far as they tell.
   */
  private static final Map<Integer, String> IMPLIED = implied();

  private final List<String> ofStyles = new ArrayList<>();

  private NumberFormats() {}

  private static Map<Integer, String> implied() {
    Map<Integer, String> formats = new HashMap<>();
    formats.putAll(Map.of(9, "0%", 10, "0.00%", 14, "yyyy-mm-dd", 15, "d-mmm-yy", 16, "d-mmm"));
    formats.putAll(Map.of(17, "mmm-yy", 18, "h:mm", 19, "h:mm:ss", 20, "h:mm", 21, "h:mm:ss"));
    formats.putAll(Map.of(22, "yyyy-mm-dd h:mm", 45, "mm:ss", 46, "[h]:mm:ss", 47, "mm:ss"));
    for (int eastern = 27; eastern <= 58; eastern++) {
      if (eastern <= 36 || eastern >= 50) {
        formats.put(eastern, "yyyy-mm-dd");
      }
    }
    return Map.copyOf(formats);
  }

  /**
   * @param part closed when it has been read; null where the workbook has none
   */
  static NumberFormats of(@Nullable InputStream part) throws IOException {
    NumberFormats formats = new NumberFormats();
    if (part != null) {
      try (Xml xml = new Xml(part)) {
        formats.read(xml);
      }
    }
    return formats;
  }

  private void read(Xml xml) throws IOException {
    Map<Integer, String> written = new HashMap<>(IMPLIED);
    boolean ofCells = false;
    while (xml.next() && !xml.ends("cellXfs")) {
      ofCells |= xml.starts("cellXfs");
      if (xml.starts("numFmt")) {
        written.put(number(xml), String.valueOf(xml.attribute("formatCode")));
      } else if (ofCells && xml.starts("xf")) {
        ofStyles.add(written.getOrDefault(number(xml), ""));
      }
      if (written.size() + ofStyles.size() > MOST) {
        throw new Unreadable(Xml.DAMAGED);
      }
    }
  }

  private static int number(Xml xml) {
    String number = xml.attribute("numFmtId");
    return number != null && number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
  }

  /** The format of a style; empty where it is the usual one. */
  String of(@Nullable String style) {
    int number = style != null && style.matches("\\d{1,6}") ? Integer.parseInt(style) : -1;
    return number >= 0 && number < ofStyles.size() ? ofStyles.get(number) : "";
  }
}
