package dev.rolecall.ruleset;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.rolecall.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files of one folder as they were at one moment.
 *
 * @param files by name, which is the canonical order; {@code /} stands between folders. The bytes
 *     are not to be changed.
 */
public record FileSet(SortedMap<String, byte[]> files) {

  public static final FileSet NONE = new FileSet(new TreeMap<>());

  public FileSet {
    files = Collections.unmodifiableSortedMap(files);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** SHA-256 of the files in canonical order: for each its name, its length and its bytes. */
  public String hash() {
    MessageDigest digest = Sha256.digest();
    files.forEach(
        (name, bytes) -> {
          digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What became of these files. */
  public FileChanges to(FileSet after) {
    List<String> added = new ArrayList<>(after.files.keySet());
    added.removeAll(files.keySet());
    List<String> removed = new ArrayList<>(files.keySet());
    removed.removeAll(after.files.keySet());
    List<String> changed =
        files.keySet().stream()
            .filter(after.files::containsKey)
            .filter(name -> !Arrays.equals(files.get(name), after.files.get(name)))
            .toList();
    return new FileChanges(added, removed, changed);
  }

  /**
   * Writes these files where a folder holds others: each that differs beside its place first, and
   * renamed when all of them are there. Those that there are no more go last.
   *
   * @return the names of the files that were written
   * @throws IOException also if one of them is a link, or in a folder that leads out of this one
   */
  public List<String> replace(FileSet before, Path folder) throws IOException {
    FileChanges changes = before.to(this);
    List<String> written = changes.written();
    if (changes.isEmpty()) {
      return written;
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path root = folder.toRealPath();
    for (String name : written) {
      inside(root, name);
    }
    for (String name : changes.removed()) {
      inside(root, name);
    }
    write(written, root);
    for (String name : changes.removed()) {
      delete(root.resolve(name), written.stream().map(root::resolve).toList());
    }
    return written;
  }

  /** All of them beside their places before the first takes its place. */
  private void write(List<String> names, Path root) throws IOException {
    List<WholeFile> parts = new ArrayList<>();
    try {
      for (String name : names) {
        Path file = root.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile part = WholeFile.inPlaceOf(file);
        parts.add(part);
        part.write(files.getOrDefault(name, new byte[0]));
      }
      for (WholeFile part : parts) {
        part.complete();
      }
    } finally {
      parts.forEach(WholeFile::close);
    }
  }

  private static void inside(Path root, String name) throws IOException {
    Path file = root.resolve(name).normalize();
    Path parent = file.getParent();
    while (parent != null && !Files.exists(parent, NOFOLLOW_LINKS)) {
      parent = parent.getParent();
    }
    if (parent == null || !parent.toRealPath().startsWith(root) || Files.isSymbolicLink(file)) {
      throw new IOException(name + " leads out of the folder");
    }
  }

  /** Where a system takes two names for one file, such as A.drl and a.drl, it was just written. */
  private static void delete(Path file, Collection<Path> written) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    for (Path other : written) {
      if (Files.isSameFile(file, other)) {
        return;
      }
    }
    Files.delete(file);
  }
}
