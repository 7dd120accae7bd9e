package dev.rolecall.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is written beside its place, under its name with {@value #PART} behind it, and takes
 * the place when all of it is there: what stands under the name is never half a file. Two programs
 * cannot write one at once, and a link under the name is not followed.
 */
public final class WholeFile implements AutoCloseable {

  public static final String PART = ".part";

  private final Path file;
  private final Path part;
  private final FileChannel channel;
  private final OutputStream stream;
  private boolean kept;

  public WholeFile(Path file) throws IOException {
    this.file = file;
    this.part = partOf(file);
    if (Files.isSymbolicLink(part)) {
      throw new FileSystemException(
          part.toString(), null, "`" + part + "` is a link, and is not followed");
    }
    this.channel = FileChannel.open(part, CREATE, WRITE, NOFOLLOW_LINKS);
    lock();
    channel.truncate(0);
    this.stream = Channels.newOutputStream(channel);
  }

  /**
   * With the owner and the rights of the file whose place it will take; one that is protected from
   * being written to is not replaced.
   */
  public static WholeFile inPlaceOf(Path file) throws IOException {
    Path part = partOf(file);
    if (Files.exists(file, NOFOLLOW_LINKS)) {
      try {
        Files.copy(file, part, COPY_ATTRIBUTES, NOFOLLOW_LINKS);
      } catch (FileAlreadyExistsException e) {
        // left by a program that was stopped, or another is writing it: the lock tells
      }
    }
    try {
      return new WholeFile(file);
    } catch (AccessDeniedException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /** All of a file at once. */
  public static void write(Path file, byte[] bytes) throws IOException {
    try (WholeFile whole = new WholeFile(file)) {
      whole.write(bytes);
      whole.complete();
    }
  }

  /**
   * The same of a file that is not there yet.
   *
   * @throws FileAlreadyExistsException if there is anything under the name
   */
  public static void create(Path file, byte[] bytes) throws IOException {
    try (WholeFile whole = new WholeFile(file)) {
      whole.write(bytes);
      if (Files.exists(file, NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      whole.complete();
    }
  }

  /** Where a file is until it is whole. */
  public static Path partOf(Path file) {
    return file.resolveSibling(file.getFileName() + PART);
  }

  /** Held until the file is closed; whoever finds it taken, or the name gone, leaves it alone. */
  private void lock() throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // taken within this program
    }
    if (lock == null || !Files.exists(part, NOFOLLOW_LINKS)) {
      channel.close();
      throw new FileSystemException(part.toString(), null, "another program is writing it now");
    }
  }

  /** Writes whole lines at once, so that nothing that ends the program leaves half of one. */
  public void write(String lines) throws IOException {
    write(lines.getBytes(StandardCharsets.UTF_8));
  }

  public void write(byte[] bytes) throws IOException {
    stream.write(bytes);
  }

  /** For what writes its parts itself; it is closed with the file. */
  public OutputStream stream() {
    return stream;
  }

  /** All of it is there, and on the disk. The lock is held while it takes its place. */
  public void complete() throws IOException {
    channel.force(true);
    try {
      rename(part, file);
    } catch (FileSystemException e) {
      channel.close(); // Windows does not rename what is open
      rename(part, file);
    }
    leave();
  }

  /** It ends here; what was written stays beside the place. */
  public Path leave() throws IOException {
    stream.close();
    kept = true;
    return part;
  }

  /** What was neither completed nor left is thrown away. */
  @Override
  public void close() {
    if (kept) {
      return;
    }
    try {
      try {
        stream.close();
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // A full disk, or a folder that is gone: what stays is beside the place, where none reads it.
    }
  }

  static void rename(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, REPLACE_EXISTING);
    }
  }
}
