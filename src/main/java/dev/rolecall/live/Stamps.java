package dev.rolecall.live;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tells that a file was saved, without reading it. */
record Stamps(SortedMap<Path, Stamp> files) {

  /**
   * @param file what the file system calls it, so that one that took another's name is another;
   *     null where it has no such thing
   */
  record Stamp(FileTime written, long size, @Nullable Object file) {

    static Stamp of(BasicFileAttributes attributes) {
      return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }
  }

  /** Of the files below a folder; of none where it is not there. */
  static Stamps of(Path folder, Predicate<Path> counts) {
    SortedMap<Path, Stamp> files = new TreeMap<>();
    try {
      Path real = folder.toRealPath(); // the folder itself may be a link
      Files.walkFileTree(
          real,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (counts.test(file)) {
                files.put(folder.resolve(real.relativize(file)), Stamp.of(attributes));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path of, @Nullable IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // A folder that is not there holds no files; opening it says what is wrong.
    }
    return new Stamps(files);
  }

  Stamps and(Stamps other) {
    SortedMap<Path, Stamp> all = new TreeMap<>(files);
    all.putAll(other.files);
    return new Stamps(all);
  }

  /** The files that were saved, have come or are gone, sorted. */
  List<Path> changedSince(Stamps before) {
    return Stream.concat(files.keySet().stream(), before.files.keySet().stream())
        .filter(file -> !Objects.equals(files.get(file), before.files.get(file)))
        .sorted()
        .distinct()
        .toList();
  }
}
