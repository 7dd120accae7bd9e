package dev.rolecall.explain;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Voice;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.Change;
import dev.rolecall.space.WhatIf;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What would change an answer, and what a change did change, as a person wants to read it. */
public final class WhatIfText {

  /** More changes than this are counted, not shown. */
  private static final int SHOWN = 12;

  private final Style style;
  private final Page page;

  private WhatIfText(Style style) {
    this.style = style;
    this.page = new Page(style);
  }

  /**
   * The smallest changes that change the outcome.
   *
   * @param free whether facts that are no dimension could change too; else they are named
   */
  public static String smallest(Decision decision, WhatIf.Found found, boolean free, Style style) {
    WhatIfText text = new WhatIfText(style);
    text.heading(decision);
    if (found.changes().isEmpty()) {
      text.nothing(found);
    } else {
      text.changes(decision, found);
    }
    if (!free) {
      text.held(Alternatives.held(decision.situation()));
    }
    return text.page.toString();
  }

  /** What differs between two decisions, the second after a change tried by hand. */
  public static String difference(Decision before, Decision after, Style style) {
    WhatIfText text = new WhatIfText(style);
    text.heading(before);
    text.differences(before, after);
    return text.page.toString();
  }

  private void heading(Decision decision) {
    String heading = DecisionText.heading(decision.situation());
    if (!heading.isEmpty()) {
      page.line(style.faint(heading));
    }
    Outcome outcome = decision.outcome();
    String answer = outcome.answer() == null ? "" : " (" + outcome.answer() + ")";
    page.line(style.bold(outcome.label() + answer) + "  as it is");
    page.line("");
  }

  private void nothing(WhatIf.Found found) {
    String tried = String.format(Locale.ROOT, "%,d changes were tried", found.tries());
    if (found.complete()) {
      page.line(
          "No change of up to "
              + ChangeWords.answers(found.attributes())
              + " leads to another answer: "
              + tried
              + ".");
    } else {
      page.line(
          "Not found: "
              + tried
              + " of up to "
              + ChangeWords.answers(found.attributes())
              + " before the bound on work was reached (--tries).");
    }
  }

  private void changes(Decision decision, WhatIf.Found found) {
    if (found.attributes() > 1) {
      page.line(
          "No change of "
              + (found.attributes() == 2 ? "one answer" : "fewer answers")
              + " does it.");
    }
    Map<String, List<Change>> byOutcome =
        found.changes().stream()
            .collect(
                Collectors.groupingBy(Change::outcome, LinkedHashMap::new, Collectors.toList()));
    byOutcome.forEach(
        (outcome, changes) -> changesTo(decision, outcome, changes, found.attributes()));
    if (!found.complete()) {
      page.line("");
      page.line("The bound on work was reached (--tries); there may be more of this size.");
    }
  }

  private void held(List<String> held) {
    if (!held.isEmpty()) {
      page.line("");
      page.entry(0, "", "Left as it is, unless with --free: " + String.join("; ", held));
    }
  }

  private void changesTo(Decision decision, String outcome, List<Change> changes, int size) {
    Map<?, List<Change>> grouped = WhatIf.byAttributes(changes);
    page.line(
        style.bold(ChangeWords.label(decision, outcome))
            + "  by a change of "
            + ChangeWords.answers(size)
            + (grouped.size() == 1 ? "" : ", in any of " + grouped.size() + " ways"));
    int shown = 0;
    for (List<Change> group : grouped.values()) {
      if (shown++ == SHOWN) {
        page.line("  … and " + (grouped.size() - SHOWN) + " more");
        return;
      }
      ways(decision.situation(), group);
    }
  }

  /**
   * One line for each attribute of a change; other values that do as well stand behind the nearest.
   */
  private void ways(Situation situation, List<Change> group) {
    String mark = "- ";
    for (Attribute attribute : group.get(0).values().keySet()) {
      List<String> values =
          group.stream()
              .map(c -> ChangeWords.printed(attribute, c.values().get(attribute)))
              .distinct()
              .toList();
      page.entry(
          2,
          mark,
          attribute.path()
              + ": "
              + ChangeWords.printed(attribute, situation.value(attribute))
              + " -> "
              + String.join(" or ", values));
      mark = "  ";
    }
  }

  private void differences(Decision before, Decision after) {
    List<String> differences = new ArrayList<>();
    changed(
        differences,
        "outcome",
        ChangeWords.label(before, before.outcome().word()),
        ChangeWords.label(after, after.outcome().word()));
    changed(differences, "marks", marks(before.outcome()), marks(after.outcome()));
    Map<String, String> voices = voices(before);
    voices(after)
        .forEach(
            (name, leans) -> changed(differences, name, voices.getOrDefault(name, "-"), leans));
    appeared(differences, "now says", findings(after), findings(before));
    appeared(differences, "no longer says", findings(before), findings(after));
    appeared(differences, "new warning", warnings(after), warnings(before));
    appeared(differences, "warning gone", warnings(before), warnings(after));
    if (differences.isEmpty()) {
      page.line("Nothing changes: outcome, voices, reasons and warnings are the same.");
    }
    differences.forEach(d -> page.entry(0, "", d));
  }

  private static void changed(List<String> differences, String what, String before, String after) {
    if (!before.equals(after)) {
      differences.add(what + ": " + before + " -> " + after);
    }
  }

  private static void appeared(
      List<String> differences, String what, List<String> all, List<String> others) {
    all.stream().filter(a -> !others.contains(a)).forEach(a -> differences.add(what + ": " + a));
  }

  private static Map<String, String> voices(Decision decision) {
    Map<String, String> voices = new LinkedHashMap<>();
    for (Voice voice : decision.voices()) {
      voices.put(
          voice.dimension(),
          voice.leans() == null ? voice.state().name().toLowerCase(Locale.ROOT) : voice.leans());
    }
    return voices;
  }

  private static List<String> findings(Decision decision) {
    return decision.findings().stream().map(WhatIfText::said).toList();
  }

  private static String said(Finding finding) {
    return finding.rule() + " (" + finding.leans() + "): " + finding.because();
  }

  private static List<String> warnings(Decision decision) {
    return decision.warnings().stream().map(Advice::label).distinct().toList();
  }

  private static String marks(Outcome outcome) {
    return outcome.marks().isEmpty() ? "none" : String.join(", ", outcome.marks());
  }
}
