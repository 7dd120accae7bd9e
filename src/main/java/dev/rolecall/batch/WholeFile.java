package dev.rolecall.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written beside its place, under its name with {@value #PART} behind it, and takes
 * the place when all of it is there: what stands under the name is never half a file. Two programs
 * cannot write one at once, and a link under the name is not followed.
 */
public final class WholeFile implements AutoCloseable {

  static final String PART = ".part";

  private final Path file;
  private final Path part;
  private final FileChannel channel;
  private final OutputStream stream;
  private boolean kept;

  public WholeFile(Path file) throws IOException {
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + PART);
    if (Files.isSymbolicLink(part)) {
      throw new FileSystemException(
          part.toString(), null, "`" + part + "` is a link, and is not followed");
    }
    this.channel =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    lock();
    channel.truncate(0);
    this.stream = Channels.newOutputStream(channel);
  }

  /** Held until the file is closed; whoever finds it taken, or the name gone, leaves it alone. */
  private void lock() throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // taken within this program
    }
    if (lock == null || !Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
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
  OutputStream stream() {
    return stream;
  }

  /** All of it is there, and on the disk. The lock is held while it takes its place. */
  public void complete() throws IOException {
    channel.force(true);
    try {
      move();
    } catch (FileSystemException e) {
      channel.close(); // Windows does not rename what is open
      move();
    }
    leave();
  }

  private void move() throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** It ends here; what was written stays beside the place. */
  public Path leave() throws IOException {
    stream.close();
    kept = true;
    return part;
  }

  /** What was neither completed nor left is thrown away. */
  @Override
  public void close() throws IOException {
    if (kept) {
      return;
    }
    try {
      stream.close();
    } catch (IOException e) {
      // A full disk: what could not be written is thrown away with the rest.
    }
    Files.deleteIfExists(part);
  }
}
