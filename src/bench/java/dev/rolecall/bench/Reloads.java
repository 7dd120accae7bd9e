package dev.rolecall.bench;

import dev.rolecall.live.LiveRuleset;
import dev.rolecall.live.Reload;
import dev.rolecall.live.WatchedFolders;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Reloads a folder of rules many times over; {@code src/bench/reload} runs it. */
public final class Reloads {

  private static final int CONTENTS = 20;
  private static final int BROKEN = 10;
  private static final int LINES = 10;

  /** A rule that no scenario makes speak. */
  private static final String RULE =
      """
      package hiring;

      rule "So many teams that nobody has seen them"
          @id(scope-bench) @source(house)
      when
          Scope( %s == %d )
      then
          verdict.leans( Hire.TPM, "so many teams" );
      end
      """;

  private Reloads() {}

  /**
   * @param arguments the folder with {@code rules} and {@code scenarios} in it, how many reloads
   */
  public static void main(String[] arguments) throws IOException {
    Path work = Path.of(arguments[0]);
    int reloads = Integer.parseInt(arguments[1]);
    WatchedFolders folders =
        new WatchedFolders(
            work.resolve("rules"), work.resolve("scenarios"), "hiring", work.resolve("cache"));
    try (LiveRuleset live = LiveRuleset.open(folders, Clock.systemUTC())) {
      System.out.println(
          "reloads   live   seconds each   heap MB   metaspace MB   classes   loaded");
      report(0, 0, 0);
      int passed = 0;
      long began = System.nanoTime();
      for (int i = 1; i <= reloads; i++) {
        passed += reload(folders, live, i).check().passes() ? 1 : 0;
        if (i % Math.max(1, reloads / LINES) == 0) {
          report(i, passed, (System.nanoTime() - began) / 1e9 / Math.max(1, reloads / LINES));
          began = System.nanoTime();
        }
      }
    }
  }

  private static Reload reload(WatchedFolders folders, LiveRuleset live, int i) throws IOException {
    String attribute = i % BROKEN == 0 ? "team" : "teams";
    Files.writeString(
        folders.rules().resolve("hiring/bench.drl"), RULE.formatted(attribute, 400 + i % CONTENTS));
    return live.refresh().last();
  }

  private static void report(int reloads, int live, double seconds) {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long metaspace =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .map(MemoryPoolMXBean::getUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    var classes = ManagementFactory.getClassLoadingMXBean();
    System.out.printf(
        "%7d %6d %14.3f %9.1f %14.1f %9d %8d%n",
        reloads,
        live,
        seconds,
        heap / 1e6,
        metaspace / 1e6,
        classes.getLoadedClassCount(),
        classes.getTotalLoadedClassCount());
  }
}
