package dev.rolecall.ruleset;

import dev.rolecall.file.CachedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Compiled rules on disk, so that the next process starts without the compiler. A file is its
 * checksum and the classes; one that does not match, or cannot be read or written, is as good as
 * none.
 */
final class ClassCache {

  private static final int CHECKSUM = Long.BYTES;

  /** Some ten times the classes of the most rules that are allowed. */
  private static final int LARGEST = 32 * 1024 * 1024;

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;

  ClassCache(Path folder) {
    this.folder = folder;
  }

  Optional<Compiled> get(String key) {
    try {
      ByteBuffer file = ByteBuffer.wrap(read(file(key)));
      if (file.remaining() < CHECKSUM) {
        return Optional.empty();
      }
      long checksum = file.getLong();
      byte[] jar = new byte[file.remaining()];
      file.get(jar);
      return checksum == checksum(key, jar) ? Optional.of(Compiled.ofJar(jar)) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The key that the rules in files had, by the hash of the files; perhaps. */
  Optional<String> keyOf(String files) {
    try {
      String key = new String(read(keyFile(files)), StandardCharsets.US_ASCII);
      return KEY.matcher(key).matches() ? Optional.of(key) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("too large");
      }
      return bytes;
    }
  }

  void put(String key, Compiled compiled) {
    write(file(key), content(key, compiled.toJar()));
  }

  void keepKey(String files, String key) {
    write(keyFile(files), key.getBytes(StandardCharsets.US_ASCII));
  }

  private void write(Path file, byte[] content) {
    try {
      CachedFile.write(file, content);
    } catch (IOException e) {
      // The next start works it out again; nothing is lost but time.
    }
  }

  /** What a file holds. */
  static byte[] content(String key, byte[] jar) {
    long checksum = checksum(key, jar);
    return ByteBuffer.allocate(CHECKSUM + jar.length).putLong(checksum).put(jar).array();
  }

  /**
   * Of the key too, so that a file of other rules cannot stand under its name. It finds what a disk
   * or a copy spoilt; what somebody put there is for {@link ClassLock} to find.
   */
  private static long checksum(String key, byte[] jar) {
    CRC32 sum = new CRC32();
    sum.update(key.getBytes(StandardCharsets.US_ASCII));
    sum.update(jar);
    return sum.getValue();
  }

  private Path file(String key) {
    return folder.resolve(key + ".rules");
  }

  private Path keyFile(String files) {
    return folder.resolve(files + ".key");
  }
}
