package dev.rolecall.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.scenario.RulesCheck.State;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are no longer live leave nothing behind. */
class FlatMemoryTest {

  private static final int RELOADS = 200;

  /** So many are compiled; the cache has the others, whose classes are loaded anew. */
  private static final int CONTENTS = 10;

  /** By then Drools has loaded all of its own that it needs. */
  private static final int SETTLED = 50;

  /** What one ruleset that stays leaves, 150 times, is far more. */
  private static final long BYTES = 3 * 1024 * 1024;

  private static final long CLASSES = 300;

  @TempDir Path folder;

  /** What is in use after everything that can go has gone. */
  private record InUse(long heap, long metaspace, long classes, long everLoaded) {

    static InUse now() {
      System.gc();
      return new InUse(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getName().equals("Metaspace"))
              .map(MemoryPoolMXBean::getUsage)
              .findFirst()
              .orElseThrow()
              .getUsed(),
          ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
          ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
    }
  }

  @Test
  void reloadsLeaveHeapAndMetaspaceFlat() {
    EditedTrip trip = new EditedTrip(folder, folder.resolve("cache"));
    LiveRuleset live = trip.open();
    for (int i = 0; i < SETTLED; i++) {
      reload(trip, live, i);
    }
    InUse settled = InUse.now();
    for (int i = SETTLED; i < RELOADS; i++) {
      reload(trip, live, i);
    }
    InUse after = InUse.now();
    assertThat(after.everLoaded - settled.everLoaded)
        .as("classes were loaded anew each time")
        .isGreaterThan(10 * CLASSES);
    assertThat(after.classes).isLessThan(settled.classes + CLASSES);
    assertThat(after.metaspace).isLessThan(settled.metaspace + BYTES);
    assertThat(after.heap).isLessThan(settled.heap + BYTES);
  }

  /** A condition each time; now and then something broken, and words. */
  private static void reload(EditedTrip trip, LiveRuleset live, int i) {
    int km = 800 + i % CONTENTS;
    if (i % 5 == 0) {
      trip.edit("km >= 800", "kilometres >= " + km);
      assertThat(live.refresh().last().check().state()).isEqualTo(State.RULES_REFUSED);
    }
    trip.edit("km >= 800", "km >= " + km);
    assertThat(live.refresh().last().check().state()).isEqualTo(State.PASSED);
    if (i % 5 == 0) {
      EditedTrip.save(
          trip.rules, trip.edited("km >= 800", "km >= " + km).replace("it is near", "no " + i));
      assertThat(live.refresh().last().check().state()).isEqualTo(State.PASSED);
    }
  }
}
