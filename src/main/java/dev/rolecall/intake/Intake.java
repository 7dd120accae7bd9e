package dev.rolecall.intake;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An opened input: its columns and its rows, one at a time, in order. Not for several threads; its
 * rows are.
 */
public abstract class Intake implements AutoCloseable {

  /** The name that stands for the standard input. */
  public static final String STDIN = "-";

  private static final int SNIFFED = 4_096;

  private final CountingStream bytes;

  Intake(CountingStream bytes) {
    this.bytes = bytes;
  }

  /** What a result keeps of a row, column by column. */
  public abstract List<String> columns();

  /** Which columns are understood; the others are carried through. */
  public abstract List<String> understood();

  /** The next row; null at the end. A row that cannot be read is one whose situation is refused. */
  public abstract @Nullable Row next() throws IOException;

  /** How far the reading has come, in bytes. */
  public long bytesRead() {
    return bytes.count();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  /**
   * Opens a file of cases.
   *
   * @param file a path, or {@value #STDIN}
   * @param format how it is written; by name and beginning where not given
   * @param stdin read where the file is {@value #STDIN}
   */
  public static Result<Intake> open(
      String file, Optional<Format> format, Vocabulary vocabulary, InputStream stdin) {
    boolean standard = file.equals(STDIN);
    String name = standard ? "standard input" : file;
    try {
      Result<InputStream> opened = standard ? Result.ok(stdin) : open(Path.of(file));
      return opened.then(
          stream ->
              read(
                  name,
                  format,
                  vocabulary,
                  new CountingStream(new BufferedInputStream(stream, 65_536))));
    } catch (java.nio.file.InvalidPathException e) {
      return Result.refused(Place.of(name), "this is not the name of a file");
    }
  }

  private static Result<InputStream> open(Path path) {
    Place at = Place.of(path.toString());
    if (Files.isDirectory(path)) {
      return Result.refused(at, "this is a directory; a file is expected");
    }
    if (!Files.exists(path)) {
      return Result.refused(at, "there is no such file" + maybe(path));
    }
    try {
      return Result.ok(Files.newInputStream(path));
    } catch (IOException e) {
      return Result.refused(
          at,
          "the file cannot be read"
              + (Files.isReadable(path) ? "" : "; reading it is not permitted"));
    }
  }

  private static String maybe(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || path.getFileName() == null || !Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> beside = Files.list(folder)) {
      List<String> names = beside.map(p -> p.getFileName().toString()).sorted().toList();
      return Nearest.to(path.getFileName().toString(), names)
          .map(near -> "; maybe `" + path.resolveSibling(near) + "`?")
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static Result<Intake> read(
      String name, Optional<Format> format, Vocabulary vocabulary, CountingStream bytes) {
    try {
      String beginning = bytes.peek(SNIFFED);
      if (beginning.isEmpty()) {
        return Result.refused(Place.of(name), "the file is empty");
      }
      String unreadable = unreadable(beginning);
      if (unreadable != null) {
        return Result.refused(Place.of(name), unreadable);
      }
      Reader text = new InputStreamReader(bytes, NotUtf8.decoder());
      return switch (format.orElseGet(() -> Format.of(name, beginning))) {
        case CSV -> CsvIntake.open(name, beginning, text, vocabulary, bytes);
        case JSON -> Result.ok(DocumentIntake.ofJson(name, text, vocabulary, bytes));
        case JSONL -> Result.ok(DocumentIntake.ofLines(name, text, vocabulary, bytes));
        case YAML -> DocumentIntake.ofYaml(name, text, vocabulary, bytes);
      };
    } catch (IOException e) {
      return Result.refused(Place.of(name), "the file cannot be read");
    }
  }

  /** What people hand over instead of a text: a workbook, or a text in two bytes a letter. */
  private static @Nullable String unreadable(String beginning) {
    if (beginning.startsWith("PK\u0003\u0004")) {
      return "this is a workbook or another packed file; save the sheet as `CSV UTF-8` and give that";
    }
    boolean twoBytes = beginning.lines().limit(1).anyMatch(line -> line.indexOf('\0') >= 0);
    return twoBytes ? "this is not UTF-8 text, maybe UTF-16; save it as `CSV UTF-8`" : null;
  }

  /** Counts what was read and can look ahead. */
  static final class CountingStream extends InputStream {
    private final BufferedInputStream stream;
    private volatile long count;

    CountingStream(BufferedInputStream stream) {
      this.stream = stream;
    }

    long count() {
      return count;
    }

    /**
     * The first bytes as text, whatever they are, without taking them; a byte order mark is taken.
     */
    String peek(int length) throws IOException {
      stream.mark(length + 3);
      byte[] start = stream.readNBytes(length);
      stream.reset();
      boolean marked =
          start.length >= 3
              && start[0] == (byte) 0xEF
              && start[1] == (byte) 0xBB
              && start[2] == (byte) 0xBF;
      if (marked) {
        stream.skipNBytes(3);
        count = 3;
      }
      int from = marked ? 3 : 0;
      return new String(start, from, start.length - from, StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
      int read = stream.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = stream.read(buffer, from, length);
      count += Math.max(0, read);
      return read;
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
