package dev.rolecall.intake;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip file: a workbook, or the files packed in it, one after another. */
final class Archive {

  private static final int MOST_MEMBERS = 100;

  /** What comes with an export and is none. */
  private static final List<String> BESIDE = List.of(".txt", ".md", ".pdf", ".html", ".docx");

  private final Content content;
  private final ZipFile zip;
  private final long packed;
  private final AtomicLong unpacked = new AtomicLong();

  private Archive(Content content, ZipFile zip, long packed) {
    this.content = content;
    this.zip = zip;
    this.packed = packed;
  }

  static Result<Intake> open(
      Content content,
      @Nullable Path path,
      InputStream bytes,
      int depth,
      Opening opening,
      Understanding understanding)
      throws IOException {
    boolean spooled = path == null;
    Path file = path == null ? spool(bytes) : path;
    Closeable gone = () -> Files.deleteIfExists(file);
    Content kept = spooled ? content.with(gone) : content;
    try {
      ZipFile zip = new ZipFile(file.toFile());
      Archive archive = new Archive(kept.with(zip), zip, Files.size(file));
      return archive.isWorkbook()
          ? archive.workbook(file, understanding)
          : archive.members(depth, opening);
    } catch (ZipException e) {
      kept.close();
      return Result.refused(
          Place.of(content.name()), "this packed file is damaged or cut off; export it again");
    }
  }

  /** A zip file is read from its end, so that one out of a stream is written down first. */
  private static Path spool(InputStream bytes) throws IOException {
    Path file = Files.createTempFile("rolecall-", ".zip");
    file.toFile().deleteOnExit();
    Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  private boolean isWorkbook() {
    return zip.getEntry("[Content_Types].xml") != null
        && zip.stream().anyMatch(e -> e.getName().startsWith("xl/"));
  }

  private Result<Intake> workbook(Path file, Understanding understanding) throws IOException {
    String tooMuch = Weight.problem(zip, packed);
    return tooMuch == null ? Workbook.open(content, file, zip, understanding) : refused(tooMuch);
  }

  private Result<Intake> members(int depth, Opening opening) throws IOException {
    if (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null) {
      return refused("this is an OpenDocument file; save it as .xlsx or as `CSV UTF-8`");
    }
    List<? extends ZipEntry> entries = zip.stream().filter(Archive::isExport).toList();
    if (entries.isEmpty() || entries.size() > MOST_MEMBERS) {
      return refused(
          "there are "
              + (entries.isEmpty() ? "no files in it" : entries.size() + " files in it")
              + "; 1 to "
              + MOST_MEMBERS
              + " are expected");
    }
    List<Intake> opened = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (ZipEntry entry : entries) {
      Result<Intake> member = member(entry, depth, opening);
      if (member instanceof Result.Ok<Intake> ok) {
        opened.add(ok.value());
      } else if (member instanceof Result.Refused<Intake> refused) {
        problems.addAll(refused.problems());
      }
    }
    beside();
    Result<Intake> all = Result.of(new Members(content, opened), problems);
    if (!problems.isEmpty()) {
      for (Intake member : opened) {
        member.close();
      }
    }
    return all;
  }

  private Result<Intake> member(ZipEntry entry, int depth, Opening opening) throws IOException {
    InputStream stream = new Unpacking(zip.getInputStream(entry), () -> packed, unpacked);
    CountingStream bytes = new CountingStream(stream);
    return opening.content(content.part(entry.getName(), bytes), null, bytes, depth + 1);
  }

  private void beside() {
    List<String> passed =
        zip.stream()
            .filter(e -> !e.isDirectory() && !isExport(e) && !isHidden(e.getName()))
            .map(ZipEntry::getName)
            .toList();
    if (!passed.isEmpty()) {
      content.notes().add("passed over in the archive: " + Nearest.list(passed));
    }
  }

  private static boolean isExport(ZipEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    return !entry.isDirectory()
        && !isHidden(entry.getName())
        && BESIDE.stream().noneMatch(name::endsWith);
  }

  /** What a Mac packs along. */
  private static boolean isHidden(String name) {
    return name.startsWith("__MACOSX/")
        || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
  }

  private Result<Intake> refused(String words) {
    return Result.refused(Place.of(content.name()), words);
  }
}
