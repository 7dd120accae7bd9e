package dev.rolecall.ruleset;

/** Something in a class file that no compiled rule has. */
final class Forbidden extends Exception {

  private static final long serialVersionUID = 1L;

  Forbidden(String what) {
    super(what);
  }

  /** What was found. */
  String what() {
    return String.valueOf(getMessage());
  }
}
