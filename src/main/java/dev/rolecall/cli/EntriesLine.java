package dev.rolecall.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far the reading of the record has come, on a terminal. */
final class EntriesLine implements AutoCloseable {

  private final ProgressBar bar;

  EntriesLine(String task, long entries) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(entries)
            .setUnit(" entries", 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(250)
            .clearDisplayOnFinish()
            .build();
  }

  void at(long entry) {
    bar.stepTo(entry);
  }

  @Override
  public void close() {
    bar.close();
  }
}
