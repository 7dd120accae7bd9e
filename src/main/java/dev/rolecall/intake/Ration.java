package dev.rolecall.intake;

import java.util.function.LongSupplier;

/**
 * What one file may unpack to, everything in it together, however often it is packed. One that was
 * made to fill memory and disks gives itself away: it unpacks to far more than any text does, or to
 * more files than anybody exports.
 */
final class Ration {

  /** Exports unpack to 5 to 50 times their size. */
  private static final int MOST_TIMES = 200;

  /** Below this many bytes nothing is too much. */
  private static final long HARMLESS = 64L * 1024 * 1024;

  static final int MOST_MEMBERS = 100;

  private final LongSupplier packed;
  private long unpacked;
  private int members;

  /**
   * @param packed bytes of the packed file so far, or all of them
   */
  Ration(LongSupplier packed) {
    this.packed = packed;
  }

  void take(long bytes) throws Unreadable {
    unpacked += bytes;
    if (unpacked > HARMLESS && unpacked / MOST_TIMES > packed.getAsLong()) {
      throw new Unreadable(
          "it unpacks to more than "
              + MOST_TIMES
              + " times its size, which no export does; reading it ends here");
    }
  }

  /** Whether one more file of it is read. */
  boolean allowsMember() {
    members++;
    return members <= MOST_MEMBERS;
  }
}
