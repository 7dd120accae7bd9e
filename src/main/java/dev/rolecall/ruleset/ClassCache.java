package dev.rolecall.ruleset;

import dev.rolecall.file.CachedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Compiled rules on disk, so that the next process starts without the compiler. A file is its
 * checksum and the classes; one that does not match, or cannot be read or written, is as good as
 * none. Beyond so many the oldest go, since each edit of a condition makes another.
 */
final class ClassCache {

  private static final int CHECKSUM = Long.BYTES;

  /** Some ten times the classes of the most rules that are allowed. */
  private static final int LARGEST = 32 * 1024 * 1024;

  private static final int KEY_LENGTH = 64;
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{" + KEY_LENGTH + "}");

  /** Of one kind; half a megabyte each for rules such as those shipped. */
  static final int MOST_FILES = 200;

  private static final String RULES = ".rules";
  private static final String KEYS = ".key";

  private final Path folder;

  ClassCache(Path folder) {
    this.folder = folder;
  }

  Optional<Compiled> get(String key) {
    try {
      ByteBuffer file = ByteBuffer.wrap(read(file(key, RULES), LARGEST));
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
      String key = new String(read(file(files, KEYS), KEY_LENGTH), StandardCharsets.US_ASCII);
      return KEY.matcher(key).matches() ? Optional.of(key) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] read(Path file, int largest) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw new IOException("too large");
      }
      return bytes;
    }
  }

  void put(String key, Compiled compiled) {
    write(key, RULES, content(key, compiled.toJar()));
  }

  void keepKey(String files, String key) {
    write(files, KEYS, key.getBytes(StandardCharsets.US_ASCII));
  }

  private void write(String name, String kind, byte[] content) {
    try {
      CachedFile.write(file(name, kind), content);
      letOldestGo(kind);
    } catch (IOException | UncheckedIOException e) {
      // The next start works it out again; nothing is lost but time.
    }
  }

  private void letOldestGo(String kind) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = new ArrayList<>(all.filter(file -> isOfKind(file, kind)).toList());
    }
    if (files.size() > MOST_FILES) {
      Map<Path, FileTime> written = new HashMap<>();
      for (Path file : files) {
        written.put(file, Files.getLastModifiedTime(file));
      }
      files.sort(Comparator.comparing(written::get));
      for (Path file : files.subList(0, files.size() - MOST_FILES)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isOfKind(Path file, String kind) {
    String name = file.getFileName().toString();
    return name.length() == KEY_LENGTH + kind.length() && name.endsWith(kind);
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

  private Path file(String name, String kind) {
    return folder.resolve(name + kind);
  }
}
