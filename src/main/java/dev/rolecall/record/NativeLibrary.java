package dev.rolecall.record;

import dev.rolecall.file.CachedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The part of SQLite that is not Java. Its driver unpacks it anew in each process, which takes
 * longer than a decision, so it is kept. It is code: what is kept is used only if it is what this
 * program brings along, byte for byte.
 */
final class NativeLibrary {

  /** Where the driver looks before it unpacks its own. */
  private static final String FOLDER = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /** Before the first connection; where it cannot be kept, the driver unpacks it. */
  static synchronized void keepIn(Path cache) {
    if (System.getProperty(FOLDER) != null) {
      return;
    }
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (packed != null) {
        byte[] library = packed.readAllBytes();
        Path folder = cache.resolve("sqlite-" + Long.toHexString(checksum(library)));
        keep(library, folder.resolve(name));
        System.setProperty(FOLDER, folder.toAbsolutePath().toString());
      }
    } catch (IOException e) {
      // It takes longer, that is all.
    }
  }

  private static long checksum(byte[] library) {
    CRC32 checksum = new CRC32();
    checksum.update(library);
    return checksum.getValue();
  }

  private static void keep(byte[] library, Path file) throws IOException {
    if (!Files.exists(file) || !Arrays.equals(library, Files.readAllBytes(file))) {
      CachedFile.write(file, library);
    }
  }
}
