package dev.rolecall.edit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a workbook that was made here, which is a zip of XML documents. How long each is,
 * the library that writes them says at the end of the file only, so that they are read from a file.
 */
final class SheetParts {

  /** The first moment that a zip knows: the same parts are the same bytes. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** What becomes of a part. */
  interface Change {
    byte[] of(String name, byte[] content);
  }

  private SheetParts() {}

  /** The workbook with each of its parts changed, in their order. */
  static byte[] each(byte[] workbook, Change change) throws IOException {
    Path file = Files.createTempFile("rolecall-", ".xlsx");
    try {
      return each(Files.write(file, workbook), change);
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] each(Path workbook, Change change) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipFile parts = new ZipFile(workbook.toFile());
        ZipOutputStream into = new ZipOutputStream(packed)) {
      for (ZipEntry part : parts.stream().toList()) {
        ZipEntry changed = new ZipEntry(part.getName());
        changed.setTimeLocal(ALWAYS);
        into.putNextEntry(changed);
        try (InputStream content = parts.getInputStream(part)) {
          into.write(change.of(part.getName(), content.readAllBytes()));
        }
      }
    }
    return packed.toByteArray();
  }
}
