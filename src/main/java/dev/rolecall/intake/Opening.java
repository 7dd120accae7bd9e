package dev.rolecall.intake;

import dev.rolecall.cue.Repeated;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens a file of cases: finds out by its first bytes what it is packed in, in which letters and in
 * which format it is written.
 */
final class Opening {

  /** Enough for the lines above a header and some behind it. */
  private static final int SNIFFED = 65_536;

  /** An archive in an archive in an archive is a riddle, not an export. */
  private static final int DEEPEST = 3;

  /** How many descriptions are read between two words about the progress. */
  private static final int STEP = 500;

  private final Optional<Format> format;
  private final Understanding understanding;
  private final Progress progress;
  private Ration ration = new Ration(() -> 0);

  Opening(Optional<Format> format, Understanding understanding, Progress progress) {
    this.format = format;
    this.understanding = understanding;
    this.progress = progress;
  }

  /**
   * What an employer writes under all of its postings is looked for first, so that a file with
   * descriptions is read twice; what comes only once is not.
   */
  Result<Intake> open(String file, InputStream stdin) {
    return once(file, stdin)
        .then(first -> first.hasDescriptions() ? again(file, first) : Result.ok(first));
  }

  private Result<Intake> again(String file, Intake first) {
    if (file.equals(Intake.STDIN) || !Files.isRegularFile(Path.of(file))) {
      first.isPiped();
      return Result.ok(first);
    }
    Repeated repeated = new Repeated();
    try (first) {
      long rows = 0;
      for (Description d = first.nextDescription(); d != null; d = first.nextDescription()) {
        repeated.add(d.employer(), d.text());
        rows++;
        if (rows % STEP == 0) {
          progress.at(rows, first.bytesRead());
        }
      }
    } catch (IOException e) {
      return Result.refused(Place.of(file), Unreadable.words(e));
    }
    return new Opening(format, understanding.leavingOut(repeated), Progress.UNTOLD)
        .once(file, InputStream.nullInputStream());
  }

  private Result<Intake> once(String file, InputStream stdin) {
    boolean standard = file.equals(Intake.STDIN);
    String name = standard ? "standard input" : file;
    try {
      Path path = standard ? null : Path.of(file);
      Result<InputStream> opened = path == null ? Result.ok(stdin) : stream(path);
      return opened.then(
          stream -> {
            CountingStream bytes = new CountingStream(stream);
            ration = new Ration(packed(path, bytes));
            Content content = new Content(name, bytes::count, new Notes(), bytes);
            return content(content, path, bytes, 0);
          });
    } catch (InvalidPathException e) {
      return Result.refused(Place.of(name), "this is not the name of a file");
    }
  }

  /** What may be unpacked from the file that is opened. */
  Ration ration() {
    return ration;
  }

  /** The size of a file; of a stream, whatever has come of it. */
  private static LongSupplier packed(@Nullable Path path, CountingStream bytes) {
    long size = path == null ? 0 : path.toFile().length();
    return size > 0 ? () -> size : bytes::count;
  }

  private static Result<InputStream> stream(Path path) {
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

  /**
   * @param path the file itself, where it is one and nothing that was unpacked
   * @param depth how many times it was unpacked
   */
  Result<Intake> content(Content content, @Nullable Path path, CountingStream bytes, int depth) {
    try {
      Result<Intake> opened = recognised(content, path, bytes, depth);
      if (opened instanceof Result.Refused<Intake>) {
        close(content);
      }
      return opened;
    } catch (IOException e) {
      close(content);
      return Result.refused(Place.of(content.name()), Unreadable.words(e));
    }
  }

  private Result<Intake> recognised(
      Content content, @Nullable Path path, CountingStream bytes, int depth) throws IOException {
    byte[] start = bytes.peek(SNIFFED);
    Place at = Place.of(content.name());
    if (start.length == 0) {
      return Result.refused(at, "the file is empty");
    }
    if (depth > DEEPEST) {
      return Result.refused(at, "it is packed more than " + DEEPEST + " times over");
    }
    if (Encoding.begins(start, 0x1F, 0x8B)) {
      content.notes().add(Trait.PACKED, "gzip");
      InputStream unpacked = new Unpacking(new GZIPInputStream(bytes, 65_536), ration);
      return content(content, null, new CountingStream(unpacked), depth + 1);
    }
    String packer = otherPacker(start);
    if (packer != null) {
      return Result.refused(at, "it is packed with " + packer + "; unpack it, or pack it as zip");
    }
    if (Encoding.begins(start, 'P', 'K', 3, 4) || Encoding.begins(start, 'P', 'K', 5, 6)) {
      return Archive.open(content, path, bytes, depth, this, understanding);
    }
    return text(content, bytes, start);
  }

  private Result<Intake> text(Content content, CountingStream bytes, byte[] start)
      throws IOException {
    Encoding encoding = Encoding.of(start);
    String beginning = encoding.text(start);
    String no = notText(start, beginning);
    if (no != null) {
      return Result.refused(Place.of(content.name()), no);
    }
    Reader text =
        encoding.reader(
            bytes,
            () -> {
              content.notes().add(Trait.ENCODING, "Windows-1252");
              content.notes().add("some of it is not UTF-8 and was read as Windows-1252");
            });
    content.notes().add(Trait.ENCODING, encoding.word());
    if (HtmlRows.begins(beginning)) {
      content.notes().add(Trait.FORMAT, "table of a web page");
      return HtmlRows.open(content, text, understanding);
    }
    Format found = format.orElseGet(() -> Format.of(content.name(), beginning));
    content.notes().add(Trait.FORMAT, found.word());
    return switch (found) {
      case CSV -> TableIntake.ofText(content, beginning, text, understanding);
      case JSON -> DocumentIntake.ofJson(content, text, understanding);
      case JSONL -> DocumentIntake.ofLines(content, text, understanding);
      case YAML -> DocumentIntake.ofYaml(content, text, understanding);
    };
  }

  private static @Nullable String otherPacker(byte[] start) {
    if (Encoding.begins(start, '7', 'z', 0xBC, 0xAF)) {
      return "7-Zip";
    }
    if (Encoding.begins(start, 'R', 'a', 'r', '!')) {
      return "RAR";
    }
    if (Encoding.begins(start, 'B', 'Z', 'h')) {
      return "bzip2";
    }
    return Encoding.begins(start, 0xFD, '7', 'z', 'X', 'Z') ? "xz" : null;
  }

  /** What people hand over that is neither a text nor packed. */
  private static @Nullable String notText(byte[] start, String beginning) {
    if (Encoding.begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      return "this is a workbook of the old kind (.xls), or one with a password; save it as .xlsx"
          + " without a password, or as `CSV UTF-8`";
    }
    if (Encoding.begins(start, '%', 'P', 'D', 'F')) {
      return "this is a PDF; a table, JSON or YAML is expected";
    }
    if (Encoding.begins(start, '{', '\\', 'r', 't', 'f')) {
      return "this is a text document (RTF); a table, JSON or YAML is expected";
    }
    if (beginning.stripLeading().startsWith("<?xml")) {
      return "this is XML"
          + (beginning.contains("Excel.Sheet") ? ", a workbook of 2003" : "")
          + "; open it in a spreadsheet and save it as .xlsx";
    }
    boolean zeros = beginning.lines().limit(1).anyMatch(line -> line.indexOf('\0') >= 0);
    return zeros ? "this is not a text: there are zero bytes in its first line" : null;
  }

  private static void close(Closeable content) {
    try {
      content.close();
    } catch (IOException e) {
      // Nothing was read from it that could be lost.
    }
  }
}
