package dev.rolecall.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Counts what was read and can look ahead. */
final class CountingStream extends InputStream {

  private static final int BUFFER = 65_536;

  /** Enough to tell an archive from a text. */
  private static final int MAGIC = 4;

  private final BufferedInputStream stream;
  private volatile long count;

  CountingStream(InputStream stream) {
    this.stream = new BufferedInputStream(stream, BUFFER);
  }

  long count() {
    return count;
  }

  /**
   * The first bytes, without taking them: what is there by now, so that a pipe is not waited for.
   */
  byte[] peek(int length) throws IOException {
    stream.mark(length);
    byte[] start = new byte[length];
    int read = 0;
    for (int more = 0; more >= 0 && read < length; read += Math.max(0, more)) {
      if (read >= MAGIC && stream.available() == 0) {
        break;
      }
      more = stream.read(start, read, length - read);
    }
    stream.reset();
    return Arrays.copyOf(start, read);
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
