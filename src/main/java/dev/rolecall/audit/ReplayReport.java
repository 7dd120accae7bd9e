package dev.rolecall.audit;

import dev.rolecall.explain.Page;
import dev.rolecall.explain.Style;
import dev.rolecall.problem.Counted;
import dev.rolecall.record.Listing;
import dev.rolecall.record.Replayed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What came of replaying decisions; memory holds the first that are not identical. */
public final class ReplayReport {

  /** As many as a JSON object names; a text names fewer. */
  private static final int HELD = 1_000;

  private static final int SHOWN = 20;

  private final List<Replayed.Diverged> diverged = new ArrayList<>();
  private final List<Replayed.Cannot> cannot = new ArrayList<>();
  private final Set<String> rulesets = new HashSet<>();
  private long identical;
  private long allDiverged;
  private long allCannot;
  private boolean damaged;
  private boolean refused;

  public void add(Replayed replayed) {
    rulesets.add(Objects.requireNonNullElse(replayed.decision().about().ruleset(), ""));
    if (replayed instanceof Replayed.Diverged one) {
      allDiverged++;
      hold(one, diverged);
    } else if (replayed instanceof Replayed.Cannot one) {
      allCannot++;
      damaged |= one.reason() == Replayed.Reason.DAMAGED;
      refused |= one.reason() == Replayed.Reason.REFUSED;
      hold(one, cannot);
    } else {
      identical++;
    }
  }

  private static <T> void hold(T one, List<T> all) {
    if (all.size() < HELD) {
      all.add(one);
    }
  }

  /** How many were tried. */
  public long decisions() {
    return identical + allDiverged + allCannot;
  }

  /** Whether an entry or its rules are not what was recorded. */
  public boolean damaged() {
    return damaged;
  }

  /** Whether all is well: what was redacted cannot be replayed, and need not be. */
  public boolean holds() {
    return allDiverged == 0 && !damaged && !refused;
  }

  public String text(Style style) {
    Page page = new Page(style);
    page.line(
        "Replayed %s under %s: %s identical, %s diverged, %s cannot be replayed."
            .formatted(
                Counted.of(decisions(), "decision"),
                Counted.of(rulesets.size(), "ruleset"),
                number(identical),
                number(allDiverged),
                number(allCannot)));
    if (!diverged.isEmpty()) {
      page.section("Diverged: the archived rules answer otherwise now");
      diverged.stream().limit(SHOWN).forEach(one -> diverged(one, page));
      more(allDiverged, page);
    }
    if (!cannot.isEmpty()) {
      page.section("Cannot be replayed");
      cannot.stream()
          .limit(SHOWN)
          .forEach(one -> page.entry(2, name(one.decision()) + ": ", one.words()));
      more(allCannot, page);
    }
    return page.toString();
  }

  private static void diverged(Replayed.Diverged one, Page page) {
    page.line("  " + name(one.decision()));
    one.differences().forEach(difference -> page.entry(4, "", difference));
  }

  private static void more(long all, Page page) {
    if (all > SHOWN) {
      page.line("  … and " + number(all - SHOWN) + " more; --json names up to " + number(HELD));
    }
  }

  private static String name(Listing decision) {
    String requisition = decision.about().requisition();
    return "entry "
        + decision.sequence()
        + (requisition == null ? "" : ", " + Style.clean(requisition))
        + ", "
        + Times.minute(decision.at());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  public String json() {
    return new ReplayJson(decisions(), identical, allDiverged, allCannot).write(diverged, cannot);
  }
}
