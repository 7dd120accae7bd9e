package dev.rolecall.intake;

/** How an input is written, in the order in which it is told. */
public enum Trait {
  FORMAT,
  SYSTEM,
  SHEET,
  PACKED,
  ENCODING,
  SEPARATOR,
  HEADER;

  /** Its name for programs. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
