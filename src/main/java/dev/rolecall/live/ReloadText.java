package dev.rolecall.live;

import dev.rolecall.explain.Altered;
import dev.rolecall.explain.Difference;
import dev.rolecall.explain.Style;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.CheckText;
import dev.rolecall.scenario.RulesCheck;
import dev.rolecall.scenario.ScenarioText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A reload as lines of text: when and what was saved, what changed by it, the verdict last. */
public final class ReloadText {

  private static final int SHORT_HASH = 12;
  private static final int MOST_NAMES = 5;

  private final Style style;
  private final Optional<Ruleset> live;
  private final List<String> lines = new ArrayList<>();

  private ReloadText(Style style, Optional<Ruleset> live) {
    this.style = style;
    this.live = live;
  }

  /** What is live at the beginning, or why nothing is. */
  public static List<String> first(LiveRuleset.State state, Style style) {
    ReloadText text = new ReloadText(style, state.live());
    text.verdict(state.last());
    return text.lines;
  }

  /**
   * What came of a save.
   *
   * @param state right after it
   */
  public static List<String> of(LiveRuleset.State state, ZoneId zone, Style style) {
    ReloadText text = new ReloadText(style, state.live());
    text.saved(state.last(), zone);
    state.last().difference().map(ReloadText::changes).ifPresent(text.lines::add);
    text.verdict(state.last());
    return text.lines;
  }

  private void saved(Reload reload, ZoneId zone) {
    String time =
        DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(reload.at().atZone(zone));
    List<String> files = reload.files().stream().map(f -> f.toString().replace('\\', '/')).toList();
    lines.add(style.bold(time + "  " + Style.clean(names(files))));
  }

  private static String changes(Difference difference) {
    if (difference.before().equals(difference.after())) {
      return "The rules are those that were live.";
    }
    List<String> names = difference.altered().stream().map(Altered::name).distinct().toList();
    return "Differs from what was live: "
        + difference.inShort()
        + (names.isEmpty() ? "" : " (" + Style.clean(names(names)) + ")")
        + (difference.meaning() ? "" : "; no answer differs");
  }

  private static String names(List<String> all) {
    int more = all.size() - MOST_NAMES;
    String first = String.join(", ", all.subList(0, Math.min(all.size(), MOST_NAMES)));
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private void verdict(Reload reload) {
    RulesCheck check = reload.check();
    check.errors().forEach(p -> lines.add(style.wrong("error:") + " " + p));
    if (check.run() != null) {
      lines.addAll(ScenarioText.failures(check.run()));
    }
    check.warnings().forEach(p -> lines.add(style.alarming("warning:") + " " + p));
    String after = String.format(Locale.ROOT, " after %.2f s", reload.took().toMillis() / 1000.0);
    String verdict = check.passes() ? style.bold("Live") : style.wrong("Not live");
    lines.add(verdict + after + ": " + CheckText.summary(check) + "; " + live(check));
  }

  private String live(RulesCheck check) {
    return live.map(ruleset -> ruleset.hash().substring(0, SHORT_HASH))
        .map(hash -> hash + (check.passes() ? " is live" : " stays live"))
        .orElse("nothing is live yet");
  }
}
