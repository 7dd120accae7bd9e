package dev.rolecall.intake;

import java.io.IOException;

/** Reading ends here, for a reason that the message tells people. */
final class Unreadable extends IOException {

  private static final long serialVersionUID = 1L;

  private static final String CUT_OFF = "the file cannot be read further; it is damaged or cut off";

  Unreadable(String message) {
    super(message);
  }

  /** Why reading has ended, in the words of people. */
  static String words(IOException reason) {
    return reason instanceof Unreadable unreadable
        ? String.valueOf(unreadable.getMessage())
        : CUT_OFF;
  }
}
