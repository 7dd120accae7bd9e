package dev.rolecall.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What comes out of a packed file. One that was made to fill memory and disks gives itself away: it
 * unpacks to far more than any text does.
 */
final class Unpacking extends FilterInputStream {

  /** Exports unpack to 5 to 50 times their size. */
  private static final int MOST_TIMES = 200;

  /** Below this many bytes nothing is too much. */
  private static final long HARMLESS = 64L * 1024 * 1024;

  private final LongSupplier packed;
  private final AtomicLong unpacked;

  /**
   * @param packed bytes of the packed file so far, or all of them
   * @param unpacked bytes that came out of it, of all its members
   */
  Unpacking(InputStream stream, LongSupplier packed, AtomicLong unpacked) {
    super(stream);
    this.packed = packed;
    this.unpacked = unpacked;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    long all = unpacked.addAndGet(Math.max(0, read));
    if (all > HARMLESS && all / MOST_TIMES > packed.getAsLong()) {
      throw new Unreadable(
          "it unpacks to more than "
              + MOST_TIMES
              + " times its size, which no export does; reading it ends here");
    }
    return read;
  }
}
