package dev.rolecall.cli;

import dev.rolecall.intake.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of some files has come, with rate and time left, on a terminal; nothing in a
 * pipe. It is there from the first word about it on.
 */
final class ProgressLine implements Progress, AutoCloseable {

  private static final long UNIT = 1 << 20;

  private final String task;
  private final List<String> files;
  private final boolean watched = Terminal.isWatched();
  private final long started = System.nanoTime();
  private @Nullable ProgressBar bar;

  /**
   * @param task what is done with them, in a word
   */
  ProgressLine(String task, List<String> files) {
    this.task = task;
    this.files = List.copyOf(files);
  }

  @Override
  public void at(long rows, long bytes) {
    if (watched) {
      double seconds = (System.nanoTime() - started) / 1e9;
      ProgressBar shown = bar == null ? open() : bar;
      bar = shown;
      shown.stepTo(bytes);
      shown.setExtraMessage(
          String.format(Locale.ROOT, " %,d rows, %,.0f a second", rows, rows / seconds));
    }
  }

  private ProgressBar open() {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(size())
        .setUnit(" MiB", UNIT)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(250)
        .clearDisplayOnFinish()
        .build();
  }

  /** Of all files; -1 where the end of one is not known, as of the standard input. */
  private long size() {
    long bytes = 0;
    for (String file : files) {
      try {
        bytes += Files.size(Path.of(file));
      } catch (IOException | java.nio.file.InvalidPathException e) {
        return -1;
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
