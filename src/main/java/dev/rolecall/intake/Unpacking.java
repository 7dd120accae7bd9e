package dev.rolecall.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a packed file, as far as its {@link Ration} goes. */
final class Unpacking extends FilterInputStream {

  private final Ration ration;

  Unpacking(InputStream stream, Ration ration) {
    super(stream);
    this.ration = ration;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    ration.take(Math.max(0, read));
    return read;
  }
}
