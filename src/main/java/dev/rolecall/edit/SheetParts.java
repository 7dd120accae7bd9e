package dev.rolecall.edit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a workbook, which is a zip of XML documents. What Excel's kin write is not always
 * read by {@code java.util.zip}, so the reader of the spreadsheet library is used.
 */
final class SheetParts {

  /** The first moment that a zip knows: the same parts are the same bytes. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** What becomes of a part. */
  interface Change {
    byte[] of(String name, InputStream content) throws IOException;
  }

  private SheetParts() {}

  /** The workbook with each of its parts changed, in their order. */
  static byte[] each(byte[] workbook, Change change) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(workbook.length);
    try (ZipFile parts = ZipFile.builder().setByteArray(workbook).get();
        ZipOutputStream into = new ZipOutputStream(packed)) {
      for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
        ZipEntry changed = new ZipEntry(part.getName());
        changed.setTimeLocal(ALWAYS);
        into.putNextEntry(changed);
        try (InputStream content = parts.getInputStream(part)) {
          into.write(change.of(part.getName(), content));
        }
      }
    }
    return packed.toByteArray();
  }
}
