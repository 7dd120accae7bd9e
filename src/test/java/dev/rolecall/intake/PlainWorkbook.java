package dev.rolecall.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of one sheet, written part by part, so that any of them can be wrong. */
record PlainWorkbook(String sheet, String texts, String styles) {

  private static final String WORKBOOK =
      "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet"
          + " name='S' sheetId='1' r:id='rId1'/></sheets></workbook>";

  private static final String RELATIONS =
      "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>";

  /** A header of id and title, and these rows. */
  static PlainWorkbook of(String rows) {
    return new PlainWorkbook(
        "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>id</t></is></c><c"
            + " r='B1' t='inlineStr'><is><t>title</t></is></c></row>"
            + rows
            + "</sheetData></worksheet>",
        "<sst/>",
        "<styleSheet/>");
  }

  PlainWorkbook withTexts(String xml) {
    return new PlainWorkbook(sheet, xml, styles);
  }

  PlainWorkbook withStyles(String xml) {
    return new PlainWorkbook(sheet, texts, xml);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(zip, "[Content_Types].xml", "<Types/>");
      part(zip, "xl/workbook.xml", WORKBOOK);
      part(zip, "xl/_rels/workbook.xml.rels", RELATIONS);
      part(zip, "xl/sharedStrings.xml", texts);
      part(zip, "xl/styles.xml", styles);
      part(zip, "xl/worksheets/sheet1.xml", sheet);
    }
    return bytes.toByteArray();
  }

  Path in(Path folder) throws IOException {
    return Files.write(folder.resolve("a.xlsx"), bytes());
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
