package dev.rolecall.live;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.scenario.RulesCheck.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** Saves are noticed, as editors make them. */
@Timeout(60)
class WatchTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final BlockingQueue<LiveRuleset.State> told = new LinkedBlockingQueue<>();
  private EditedTrip trip;
  private LiveRuleset live;
  private Thread watching;

  @BeforeEach
  void watch() {
    trip = new EditedTrip(folder);
    live = trip.open();
    watching =
        new Thread(
            () -> {
              try {
                live.watch(told::add);
              } catch (InterruptedException e) {
                throw new AssertionFailedError("nobody interrupts it", e);
              }
            });
    watching.start();
  }

  @AfterEach
  void end() throws InterruptedException {
    live.close();
    watching.join(SOON.toMillis());
    assertThat(watching.isAlive()).as("closing ends the watch").isFalse();
  }

  private Reload told() throws InterruptedException {
    LiveRuleset.State state = told.poll(SOON.toSeconds(), TimeUnit.SECONDS);
    assertThat(state).as("told of a save").isNotNull();
    return state.last();
  }

  @Test
  void aSaveIsNoticed() throws Exception {
    trip.edit("it is {km} km", "it is far");
    Reload reload = told();
    assertThat(reload.check().state()).isEqualTo(State.PASSED);
    assertThat(reload.files()).containsExactly(trip.rules);
  }

  @Test
  void aFileThatTakesThePlaceOfAnotherIsNoticed() throws Exception {
    Path beside = trip.rules.resolveSibling(".trip.drl.swp");
    EditedTrip.save(beside, trip.edited("it is {km} km", "it is far"));
    EditedTrip.save(trip.rules.resolveSibling("trip.drl~"), "a copy that an editor leaves");
    Files.move(beside, trip.rules, ATOMIC_MOVE, REPLACE_EXISTING);
    Reload reload = told();
    assertThat(reload.check().state()).isEqualTo(State.PASSED);
    assertThat(reload.files()).containsExactly(trip.rules);
  }

  @Test
  void aFileThatIsWrittenInTwoStepsIsLiveInTheEnd() throws Exception {
    String whole = trip.edited("it is {km} km", "it is far");
    EditedTrip.save(trip.rules, whole.substring(0, whole.length() / 2));
    EditedTrip.save(trip.rules, whole);
    Reload reload = told();
    while (!reload.check().passes()) {
      reload = told(); // a slow disk may take longer from one step to the next
    }
    assertThat(live.current().orElseThrow().files().text("trip.drl")).isEqualTo(whole);
  }

  @Test
  void filesThatComeAndGoAndScenariosAreNoticed() throws Exception {
    Path more = trip.rules.resolveSibling("more.drl");
    EditedTrip.save(more, "package trip;\n\nrule");
    assertThat(told().check().state()).isEqualTo(State.RULES_REFUSED);
    Files.delete(more);
    Reload gone = told();
    assertThat(gone.check().state()).isEqualTo(State.PASSED);
    assertThat(gone.files()).containsExactly(more);
    trip.expect("TRAIN");
    assertThat(told().check().state()).isEqualTo(State.CASES_FAIL);
  }
}
