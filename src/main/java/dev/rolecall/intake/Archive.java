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
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip file: a workbook, or the files packed in it, one after another. */
final class Archive {

  /** What comes with an export and is none. */
  private static final List<String> BESIDE = List.of(".txt", ".md", ".pdf", ".html", ".docx");

  private final Content content;
  private final ZipFile zip;
  private final long packed;
  private final Ration ration;

  private Archive(Content content, ZipFile zip, long packed, Ration ration) {
    this.content = content;
    this.zip = zip;
    this.packed = packed;
    this.ration = ration;
  }

  static Result<Intake> open(
      Content content,
      @Nullable Path path,
      CountingStream bytes,
      int depth,
      Opening opening,
      Understanding understanding)
      throws IOException {
    if (needsPassword(bytes)) {
      return Result.refused(
          Place.of(content.name()), "it is packed with a password; pack it without one");
    }
    boolean spooled = path == null || !Files.isRegularFile(path);
    Path file = spooled || path == null ? spool(bytes) : path;
    Closeable gone = () -> Files.deleteIfExists(file);
    Content kept = spooled ? content.with(gone) : content;
    try {
      ZipFile zip = new ZipFile(file.toFile());
      Archive archive = new Archive(kept.with(zip), zip, Files.size(file), opening.ration());
      Result<Intake> opened =
          WorkbookParts.isIn(zip)
              ? archive.workbook(understanding)
              : archive.members(depth, opening);
      if (opened instanceof Result.Refused<Intake>) {
        archive.content.close();
      }
      return opened;
    } catch (ZipException e) {
      kept.close();
      return Result.refused(
          Place.of(content.name()), "this packed file is damaged or cut off; export it again");
    } catch (IOException e) {
      kept.close();
      throw e;
    }
  }

  /** Whether the first file in it says that it is encrypted. */
  private static boolean needsPassword(CountingStream bytes) throws IOException {
    byte[] start = bytes.peek(8);
    return start.length > 6 && (start[6] & 1) == 1;
  }

  /** A zip file is read from its end, so that one out of a stream is written down first. */
  private static Path spool(InputStream bytes) throws IOException {
    Path file = Files.createTempFile("rolecall-", ".zip");
    file.toFile().deleteOnExit();
    try {
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.delete(file);
      throw e;
    }
    return file;
  }

  private Result<Intake> workbook(Understanding understanding) throws IOException {
    if (zip.getEntry("xl/workbook.bin") != null) {
      return refused("this is a binary workbook (.xlsb); save it as .xlsx or as `CSV UTF-8`");
    }
    return Workbook.open(content, new WorkbookParts(zip, packed, ration), understanding);
  }

  private Result<Intake> members(int depth, Opening opening) throws IOException {
    if (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null) {
      return refused("this is an OpenDocument file; save it as .xlsx or as `CSV UTF-8`");
    }
    if (zip.getEntry("[Content_Types].xml") != null) {
      return refused("this is an Office document and no workbook; a table is expected");
    }
    List<? extends ZipEntry> entries = zip.stream().filter(Archive::isExport).toList();
    if (entries.isEmpty()) {
      return refused("there are no files in it");
    }
    List<Intake> opened = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    long before = 0;
    for (ZipEntry entry : entries) {
      if (!ration.allowsMember()) {
        problems.add(tooMany());
        break;
      }
      Result<Intake> member = member(entry, before, depth, opening);
      before += Math.max(0, entry.getCompressedSize());
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

  private Problem tooMany() {
    return new Problem(
        Place.of(content.name()),
        "there are more than "
            + Ration.MOST_MEMBERS
            + " files in it, those of packed files in it included; unpack it and name the ones to"
            + " read");
  }

  /**
   * @param before bytes of the files before it, as they are packed
   */
  private Result<Intake> member(ZipEntry entry, long before, int depth, Opening opening)
      throws IOException {
    CountingStream bytes = new CountingStream(new Unpacking(zip.getInputStream(entry), ration));
    double size = Math.max(1, entry.getSize());
    Content part =
        content
            .part(entry.getName(), bytes)
            .reading(
                () ->
                    before
                        + (long) (entry.getCompressedSize() * Math.min(1, bytes.count() / size)));
    return opening.content(part, null, bytes, depth + 1);
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
