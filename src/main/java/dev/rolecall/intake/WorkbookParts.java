package dev.rolecall.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook is made of (ECMA-376): a list of sheets, one part for each, their texts and the
 * formats of their numbers.
 */
final class WorkbookParts implements Closeable {

  /** More sheets than that are not looked through. */
  private static final int MOST_SHEETS = 100;

  private static final int MOST_RELATIONS = 10_000;

  /** Of the memory there is, what texts may take. */
  private static final int SHARE_OF_MEMORY = 10;

  record Sheet(String name, boolean hidden, String relation) {}

  /**
   * @param read how far it has been read, as bytes of the file
   */
  record OpenSheet(String name, SheetRows rows, LongSupplier read) {}

  private final ZipFile zip;
  private final long packed;
  private final Ration ration;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private final SharedTexts texts;
  private final NumberFormats formats;
  private boolean from1904;

  /**
   * @param packed the size of the file
   */
  WorkbookParts(ZipFile zip, long packed, Ration ration) throws IOException {
    this.zip = zip;
    this.packed = packed;
    this.ration = ration;
    zip.stream().forEach(e -> entries.putIfAbsent(e.getName().toLowerCase(Locale.ROOT), e));
    String workbook = workbook();
    String folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
    targets.put("styles", folder + "styles.xml");
    targets.put("sharedStrings", folder + "sharedStrings.xml");
    relations(folder, folder + "_rels/" + workbook.substring(folder.length()) + ".rels");
    sheets(workbook);
    formats = NumberFormats.of(part(targets.get("styles")));
    texts =
        SharedTexts.of(
            part(targets.get("sharedStrings")), Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
  }

  /** Whether a zip file is one. */
  static boolean isIn(ZipFile zip) {
    return zip.getEntry("[Content_Types].xml") != null
        && zip.stream().anyMatch(e -> e.getName().startsWith("xl/"));
  }

  /** The part that lists the sheets; it need not have its usual name. */
  private String workbook() throws IOException {
    relations("", "_rels/.rels");
    String named = targets.get("officeDocument");
    return named == null ? "xl/workbook.xml" : named;
  }

  private void relations(String folder, String part) throws IOException {
    InputStream stream = part(part);
    if (stream == null) {
      return;
    }
    try (Xml xml = new Xml(stream)) {
      while (xml.next()) {
        String target = xml.starts("Relationship") ? xml.attribute("Target") : null;
        if (target != null) {
          String whole = target.startsWith("/") ? target.substring(1) : folder + target;
          String type = String.valueOf(xml.attribute("Type"));
          targets.put(String.valueOf(xml.attribute("Id")), whole);
          targets.put(type.substring(type.lastIndexOf('/') + 1), whole);
        }
        if (targets.size() > MOST_RELATIONS) {
          throw new Unreadable(Xml.DAMAGED);
        }
      }
    }
  }

  private void sheets(String workbook) throws IOException {
    try (Xml xml = new Xml(required(workbook))) {
      while (xml.next() && sheets.size() < MOST_SHEETS) {
        if (xml.starts("workbookPr")) {
          String from = String.valueOf(xml.attribute("date1904"));
          from1904 = from.equals("1") || from.equals("true");
        } else if (xml.starts("sheet")) {
          String state = xml.attribute("state");
          sheets.add(
              new Sheet(
                  String.valueOf(xml.attribute("name")),
                  state != null && !state.equals("visible"),
                  String.valueOf(xml.attribute("id"))));
        }
      }
    }
  }

  List<Sheet> sheets() {
    return sheets;
  }

  Optional<Sheet> sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
  }

  /** A sheet, from its first row on. */
  OpenSheet open(Sheet sheet, Notes notes) throws IOException {
    String name = String.valueOf(targets.get(sheet.relation()));
    CountingStream part = new CountingStream(required(name));
    double size = Math.max(1, entry(name).map(ZipEntry::getSize).orElse(1L));
    return new OpenSheet(
        sheet.name(),
        new SheetRows(new Xml(part), texts, formats, new CellText(from1904), notes),
        () -> (long) (packed * Math.min(1, part.count() / size)));
  }

  private InputStream required(String name) throws IOException {
    InputStream part = part(name);
    if (part == null) {
      throw new Unreadable(Xml.DAMAGED);
    }
    return part;
  }

  private @Nullable InputStream part(@Nullable String name) throws IOException {
    ZipEntry entry = entry(name).orElse(null);
    return entry == null ? null : new Unpacking(zip.getInputStream(entry), ration);
  }

  private Optional<ZipEntry> entry(@Nullable String name) {
    return Optional.ofNullable(entries.get(String.valueOf(name).toLowerCase(Locale.ROOT)));
  }

  @Override
  public void close() throws IOException {
    texts.close();
  }
}
