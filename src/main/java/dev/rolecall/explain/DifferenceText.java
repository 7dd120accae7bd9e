package dev.rolecall.explain;

import dev.rolecall.explain.Altered.Among;
import dev.rolecall.explain.Altered.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A difference as a person wants to read it: what was, and what is now. */
final class DifferenceText {

  /** More rows of tables, or words of the vocabulary, are counted, not shown. */
  private static final int SHOWN = 20;

  private static final int LABEL = 11;

  private final Difference difference;
  private final Page page;
  private final int width;

  private DifferenceText(Difference difference, Style style) {
    this.difference = difference;
    this.page = new Page(style);
    this.width = style.width();
  }

  static String render(Difference difference, String was, String now, Style style) {
    DifferenceText text = new DifferenceText(difference, style);
    text.heading(was, now, style);
    for (Kind kind : Kind.values()) {
      text.rules(kind);
    }
    text.listed(Among.VOCABULARY, "Vocabulary");
    text.listed(Among.TABLES, "Tables");
    return text.page.toString();
  }

  private void heading(String was, String now, Style style) {
    page.line(style.faint(Style.clean(was + " -> " + now)));
    if (!difference.before().equals(difference.after())) {
      String means =
          difference.meaning()
              ? "answers can differ"
              : "the meaning is the same, no answer differs";
      page.line(style.bold("Changed: " + difference.rulesInShort() + "; " + means));
    } else if (difference.scenarios().isPresent()) {
      page.line(style.bold("The same rules: no answer differs."));
    } else {
      page.line(style.bold("The same files: nothing differs."));
    }
    difference.scenarios().ifPresent(s -> page.line("Scenarios: " + s.inShort()));
  }

  private void rules(Kind kind) {
    List<Altered> rules = of(Among.RULES).stream().filter(a -> a.kind() == kind).toList();
    if (rules.isEmpty()) {
      return;
    }
    page.section("Rules " + kind.word());
    for (Altered rule : rules) {
      page.entry(2, "", rule.title());
      page.aside(4, rule.name());
      rule.parts().stream().filter(p -> isShown(p, kind)).forEach(p -> part(p, kind));
    }
  }

  /** Of a rule that is gone, nobody needs more than its name; the sentence of a new one is it. */
  private static boolean isShown(Altered.Part part, Kind kind) {
    return kind == Kind.CHANGED
        || (kind == Kind.ADDED && !part.what().equals(DescribedRules.SENTENCE));
  }

  private void part(Altered.Part part, Kind kind) {
    String label = "%-10s ".formatted(part.what());
    String before = words(part.before());
    String after = words(part.after());
    if (kind != Kind.CHANGED) {
      page.entry(4, label, after);
    } else if (before.equals(after)) {
      page.entry(4, label, "written in another way; it still reads: " + after);
    } else if (before.length() + after.length() < width - LABEL - 12) {
      page.entry(4, label, before + " -> " + after);
    } else {
      clauses(label, part);
    }
  }

  /** What was and what is, without the clauses that both have. */
  private void clauses(String label, Altered.Part part) {
    List<String> was = new ArrayList<>(part.before());
    List<String> now = new ArrayList<>(part.after());
    was.removeAll(part.after());
    now.removeAll(part.before());
    int common = part.after().size() - now.size();
    page.entry(4, label + "was ", words(was));
    page.entry(4, " ".repeat(LABEL) + "now ", words(now));
    if (common > 0) {
      page.aside(
          4 + LABEL + 4,
          common == 1 ? "(and one more, as it was)" : "(and " + common + " more, as they were)");
    }
  }

  private static String words(List<String> clauses) {
    return clauses.isEmpty() ? "none" : String.join(" and ", clauses);
  }

  /** A line for each. */
  private void listed(Among among, String title) {
    List<Altered> all = of(among);
    if (all.isEmpty()) {
      return;
    }
    page.section(title);
    all.stream()
        .limit(SHOWN)
        .forEach(a -> page.entry(2, "%-8s ".formatted(a.kind().word()), line(a)));
    if (all.size() > SHOWN) {
      page.entry(2, "", "… and " + (all.size() - SHOWN) + " more; --json lists all");
    }
  }

  private static String line(Altered altered) {
    String parts =
        altered.parts().stream()
            .map(p -> p.what() + " " + change(p, altered.kind()))
            .collect(Collectors.joining("; "));
    String table = altered.title().isEmpty() ? "" : altered.title() + " ";
    return table + altered.name() + (parts.isEmpty() ? "" : ": " + parts);
  }

  private static String change(Altered.Part part, Kind kind) {
    return switch (kind) {
      case CHANGED -> words(part.before()) + " -> " + words(part.after());
      case ADDED -> words(part.after());
      case REMOVED -> words(part.before());
    };
  }

  private List<Altered> of(Among among) {
    return difference.altered().stream().filter(a -> a.among() == among).toList();
  }
}
