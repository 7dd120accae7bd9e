package dev.rolecall.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that any process can make again. Several may do so at once and none waits: each writes
 * under a name of its own, readable by nobody else, and the last that is renamed stays.
 */
public final class CachedFile {

  private CachedFile() {}

  /** Makes the folder too where it is not there. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path beside = Files.createTempFile(folder, "new-", ".tmp");
    try {
      Files.write(beside, bytes);
      WholeFile.rename(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
