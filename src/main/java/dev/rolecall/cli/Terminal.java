package dev.rolecall.cli;

import dev.rolecall.explain.Style;

/** What the launcher found out about the terminal. */
final class Terminal {

  private static final int DEFAULT_WIDTH = 100;

  private Terminal() {}

  /** Whether a person watches the standard error, so that progress is shown. */
  static boolean isWatched() {
    return Boolean.getBoolean("rolecall.terminal");
  }

  /** How text for the standard output looks. */
  static Style style() {
    return new Style(Boolean.getBoolean("rolecall.color"), width());
  }

  private static int width() {
    try {
      return Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "" + DEFAULT_WIDTH));
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }
}
