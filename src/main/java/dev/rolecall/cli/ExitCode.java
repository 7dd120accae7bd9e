package dev.rolecall.cli;

/** What a command says to a script when it ends. */
final class ExitCode {

  static final int DONE = 0;

  /** A check failed: a scenario, a replay. */
  static final int CHECK_FAILED = 1;

  /** The command line makes no sense. */
  static final int USAGE = 2;

  /**
   * An input was refused: all of it in a batch, whose other rejects have a file of their own; any
   * case of it elsewhere.
   */
  static final int INPUT_REFUSED = 3;

  /** The rules were refused. */
  static final int RULES_REFUSED = 4;

  /** The record is damaged, or out of reach: locked, full, read-only. */
  static final int RECORD = 5;

  /** A bug. */
  static final int BUG = 70;

  /** A result could not be written. */
  static final int NOT_WRITTEN = 74;

  private ExitCode() {}
}
