package dev.rolecall.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets long work end on Ctrl-C with its files whole: the process waits until this is closed before
 * it goes.
 */
final class Interruption implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 5;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "interruption");
  private final Runnable ending;
  private volatile boolean asked;

  /** For work that asks from time to time whether it should end. */
  Interruption() {
    this(() -> {});
  }

  /**
   * @param ending makes the work end; called on Ctrl-C, from another thread
   */
  Interruption(Runnable ending) {
    this.ending = ending;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the work should end. */
  boolean isAsked() {
    return asked;
  }

  private void interrupted() {
    asked = true;
    ending.run();
    try {
      closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already.
      }
    }
  }
}
