package dev.rolecall.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what was read and can look ahead. */
final class CountingStream extends InputStream {

  private static final int BUFFER = 65_536;

  private final BufferedInputStream stream;
  private volatile long count;

  CountingStream(InputStream stream) {
    this.stream = new BufferedInputStream(stream, BUFFER);
  }

  long count() {
    return count;
  }

  /** The first bytes, without taking them. */
  byte[] peek(int length) throws IOException {
    stream.mark(length);
    byte[] start = stream.readNBytes(length);
    stream.reset();
    return start;
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
