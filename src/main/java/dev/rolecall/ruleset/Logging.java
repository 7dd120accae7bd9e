package dev.rolecall.ruleset;

import org.slf4j.LoggerFactory;

/**
 * The logging of the libraries. Two threads that log first at once make it complain, so each asks
 * for it before.
 */
public final class Logging {

  static {
    LoggerFactory.getILoggerFactory();
  }

  private Logging() {}

  /** Sets it up, or waits for the thread that does. */
  public static void ready() {
    // The class is ready by now.
  }
}
