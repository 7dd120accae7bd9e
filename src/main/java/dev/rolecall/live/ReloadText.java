package dev.rolecall.live;

import dev.rolecall.explain.Altered;
import dev.rolecall.explain.Difference;
import dev.rolecall.explain.Page;
import dev.rolecall.explain.Style;
import dev.rolecall.scenario.CheckText;
import dev.rolecall.scenario.RulesCheck;
import dev.rolecall.scenario.ScenarioText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A reload as lines of text: when and what was saved, what changed by it, the verdict last. */
public final class ReloadText {

  private static final int MOST_NAMES = 5;

  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private ReloadText(Style style) {
    this.style = style;
  }

  /** What the folders hold at the beginning. */
  public static List<String> first(LiveRuleset.State state, Style style) {
    ReloadText text = new ReloadText(style);
    text.verdict(state.last());
    return text.lines;
  }

  /**
   * What came of a save.
   *
   * @param state right after it
   */
  public static List<String> of(LiveRuleset.State state, ZoneId zone, Style style) {
    ReloadText text = new ReloadText(style);
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
      return "The rules are those that passed last.";
    }
    List<String> names = difference.altered().stream().map(Altered::name).distinct().toList();
    return "Differs from what passed last: "
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
    lines.addAll(lines(new Page(style).errors(check.errors())));
    if (check.run() != null) {
      lines.addAll(ScenarioText.failures(check.run()));
    }
    lines.addAll(lines(new Page(style).warnings(check.warnings())));
    String verdict = check.passes() ? style.bold("Passes") : style.wrong(failed(check));
    String after = String.format(Locale.ROOT, " after %.2f s: ", reload.took().toMillis() / 1000.0);
    lines.add(verdict + after + CheckText.summary(check) + "; " + meanwhile(check));
  }

  private static List<String> lines(Page page) {
    return page.toString().lines().toList();
  }

  private static String failed(RulesCheck check) {
    return check.ruleset() == null ? "Refused" : "Fails";
  }

  /** Whoever decides from these folders meanwhile does not ask whether a scenario fails. */
  private static String meanwhile(RulesCheck check) {
    return switch (check.state()) {
      case PASSED -> "decide and batch use it now";
      case RULES_REFUSED -> "decide and batch refuse it too";
      case SCENARIOS_REFUSED, CASES_FAIL -> "decide and batch use it all the same";
    };
  }
}
