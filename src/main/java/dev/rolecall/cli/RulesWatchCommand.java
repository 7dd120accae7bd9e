package dev.rolecall.cli;

import dev.rolecall.live.LiveRuleset;
import dev.rolecall.live.ReloadText;
import dev.rolecall.live.WatchedFolders;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Watches the rules of a decision while they are edited. */
@Command(
    name = "watch",
    description = {
      "Watches the rules and scenarios of a decision.",
      "Says of each save at once whether it is valid, what it changed, and which scenarios fail. Ctrl-C",
      "ends it.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    footer = {"", "Examples:", "  rolecall rules watch", "  rolecall rules watch --decision NAME"})
final class RulesWatchCommand implements Callable<Integer> {

  @Mixin private final Folders folders = new Folders();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  @SuppressWarnings("try") // the interruption only has to be there
  public Integer call() throws InterruptedException {
    Clock clock = Clock.systemDefaultZone();
    WatchedFolders watched =
        new WatchedFolders(
            folders.rules(), folders.scenarios(), folders.decision(), folders.cache());
    try (LiveRuleset live = LiveRuleset.open(watched, clock);
        Interruption interruption = new Interruption(live::close)) {
      print(ReloadText.first(live.state(), Terminal.style()), live);
      print(List.of("Watching " + watched.shown() + "; Ctrl-C ends it."), live);
      live.watch(
          state -> {
            print(List.of(""), live);
            print(ReloadText.of(state, clock.getZone(), Terminal.style()), live);
          });
    }
    return ExitCode.DONE;
  }

  /** At once, also in a pipe; a reader that has seen enough ends the watch. */
  private void print(List<String> lines, LiveRuleset live) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    if (out.checkError()) {
      live.close();
    }
  }
}
