package dev.rolecall.live;

import dev.rolecall.explain.Difference;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.RulesCheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The rules of one decision while people edit them. What is saved is built beside what is live and
 * takes its place, all at once, if it can be read, compiles and passes its scenarios; otherwise
 * only the {@link #state} changes. Who has asked for {@link #current} goes on with what it was
 * given. For any number of threads; has none of its own.
 *
 * <p>The folders are looked at again and again, rather than left to a {@code WatchService}: that
 * says nothing on network drives, is late on macOS and may lose events, and a look takes less than
 * a millisecond.
 */
public final class LiveRuleset implements AutoCloseable {

  /** Between two looks. A save is whole when nothing was saved from one to the next. */
  private static final Duration PAUSE = Duration.ofMillis(150);

  /** The pause is at least so many times a look: a slow drive is looked at less often. */
  private static final int LOOKS_A_PAUSE = 10;

  private final WatchedFolders folders;
  private final Clock clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Stamps seen;
  private volatile State state;

  /**
   * @param live empty where no rules have been good yet
   * @param since when this began
   * @param last the newest reload; where it is not live, it says why
   */
  public record State(Optional<Ruleset> live, Instant since, Reload last) {

    private State after(Reload reload) {
      Optional<Ruleset> passed = Optional.ofNullable(reload.check().ruleset());
      return reload.check().passes() && !passed.equals(live)
          ? new State(passed, reload.at().plus(reload.took()), reload)
          : new State(live, since, reload);
    }
  }

  private LiveRuleset(WatchedFolders folders, Clock clock) {
    this.folders = folders;
    this.clock = clock;
    this.seen = folders.look();
    Reload first = reload(List.of(), Optional.empty());
    this.state = new State(Optional.empty(), first.at(), first).after(first);
  }

  /** Reads the folders for the first time; {@link #state} says what came of it. */
  public static LiveRuleset open(WatchedFolders folders, Clock clock) {
    return new LiveRuleset(folders, clock);
  }

  /** What answers now; never waits. Empty where no rules have been good yet. */
  public Optional<Ruleset> current() {
    return state.live();
  }

  public State state() {
    return state;
  }

  /** Reads the folders now, whether they seem to have changed or not. */
  public synchronized State refresh() {
    Stamps now = folders.look(); // before reading: what is saved meanwhile is seen by the next look
    List<Path> changed = now.changedSince(seen);
    seen = now;
    state = state.after(reload(changed, state.live()));
    return state;
  }

  /**
   * Refreshes after each save and tells what came of it, until this is closed; a refresh that has
   * begun is ended. A bug ends it too: what is live goes on, and this can be called again.
   */
  public void watch(Consumer<State> listener) throws InterruptedException {
    warmCompiler();
    Stamps before = seen;
    Duration pause = PAUSE;
    while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      long began = System.nanoTime();
      Stamps now = folders.look();
      pause =
          longer(PAUSE, Duration.ofNanos(System.nanoTime() - began).multipliedBy(LOOKS_A_PAUSE));
      if (now.equals(before) && !now.equals(seen)) {
        listener.accept(refresh());
      }
      before = now;
    }
  }

  /** While the first edit is still being typed. */
  private void warmCompiler() {
    state
        .live()
        .ifPresent(
            ruleset -> {
              Thread practice = new Thread(ruleset::warmCompiler, "compiler practice");
              practice.setDaemon(true);
              practice.start();
            });
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private Reload reload(List<Path> files, Optional<Ruleset> running) {
    Instant at = clock.instant();
    long began = System.nanoTime();
    RulesCheck check = folders.check(running);
    Ruleset built = check.ruleset();
    Optional<Difference> difference =
        built == null ? Optional.empty() : running.map(before -> Difference.between(before, built));
    return new Reload(at, Duration.ofNanos(System.nanoTime() - began), files, difference, check);
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
