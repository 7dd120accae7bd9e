package dev.rolecall.intake;

/** Told now and then how far the reading of an input, or of several, has come. */
@FunctionalInterface
public interface Progress {

  Progress UNTOLD = (rows, bytes) -> {};

  /**
   * @param rows so far
   * @param bytes of the files
   */
  void at(long rows, long bytes);
}
