package dev.rolecall.cli;

import dev.rolecall.batch.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a batch has come, with rate and time left, on a terminal; nothing in a pipe. */
final class ProgressLine implements Batch.Progress, AutoCloseable {

  private static final long UNIT = 1 << 20;

  private final ProgressBar bar;
  private final long started = System.nanoTime();

  private ProgressLine(ProgressBar bar) {
    this.bar = bar;
  }

  static ProgressLine over(List<String> files) {
    long bytes = 0;
    for (String file : files) {
      try {
        bytes += Files.size(Path.of(file));
      } catch (IOException | java.nio.file.InvalidPathException e) {
        bytes = -1;
        break; // the standard input, say: its end is not known
      }
    }
    return new ProgressLine(
        new ProgressBarBuilder()
            .setTaskName("Evaluating")
            .setInitialMax(bytes)
            .setUnit(" MiB", UNIT)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(250)
            .clearDisplayOnFinish()
            .build());
  }

  @Override
  public void at(long rows, long bytes) {
    double seconds = (System.nanoTime() - started) / 1e9;
    bar.stepTo(bytes);
    bar.setExtraMessage(
        String.format(Locale.ROOT, " %,d rows, %,.0f a second", rows, rows / seconds));
  }

  @Override
  public void close() {
    bar.close();
  }
}
