package dev.rolecall.batch;

import dev.rolecall.decision.Outcome;
import dev.rolecall.explain.Altered;
import dev.rolecall.explain.Page;
import dev.rolecall.explain.Style;
import dev.rolecall.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An impact as a person wants to read it before publishing: one screen. */
final class ImpactText {

  private static final int CASES = 20;
  private static final int CAUSES = 8;

  private final Impact impact;
  private final Style style;
  private final Page page;

  ImpactText(Impact impact, Style style) {
    this.impact = impact;
    this.style = style;
    this.page = new Page(style);
  }

  String render(String was, String now) {
    page.line(style.faint(Style.clean(was + " -> " + now)));
    page.line(style.faint("Changed: " + impact.difference().inShort()));
    counts();
    if (impact.flipped() > 0) {
      outcomes();
    }
    causes();
    cases();
    return page.toString();
  }

  private void counts() {
    page.section(
        String.format(
            Locale.ROOT, "Another outcome: %,d of %,d rows", impact.flipped(), impact.rows()));
    for (Flip flip : Flip.values()) {
      counted(impact.count(flip), flip.words());
    }
    counted(impact.readByOne(), "can be read by one of the two only");
    counted(impact.unread(), "cannot be read");
  }

  private void counted(long count, String words) {
    if (count > 0) {
      page.entry(0, String.format(Locale.ROOT, "%,7d  ", count), words);
    }
  }

  /** From each outcome that occurs to each. */
  private void outcomes() {
    page.section("From (down) what to (across) what");
    List<String> from = new ArrayList<>(words());
    List<String> to = new ArrayList<>(words());
    from.removeIf(f -> words().stream().allMatch(t -> impact.count(f, t) == 0));
    to.removeIf(t -> words().stream().allMatch(f -> impact.count(f, t) == 0));
    int widest = from.stream().mapToInt(String::length).max().orElse(0);
    page.line(" ".repeat(widest + 2) + cells(to.stream().map(this::headed).toList()));
    for (String one : from) {
      List<String> cells = to.stream().map(other -> cell(one, other)).toList();
      page.line(("  " + one + " ".repeat(widest)).substring(0, widest + 2) + cells(cells));
    }
  }

  private static String cells(List<String> cells) {
    return String.join("", cells).stripTrailing();
  }

  private String headed(String outcome) {
    return "  %7s".formatted(outcome);
  }

  private String cell(String from, String to) {
    long count = impact.count(from, to);
    String cell = String.format(Locale.ROOT, "%,d", count);
    String padded = " ".repeat(Math.max(2, headed(to).length() - cell.length()));
    return count == 0
        ? padded + "."
        : padded + (from.equals(to) ? style.faint(cell) : style.bold(cell));
  }

  /** Every outcome of either version, in the order of the vocabulary. */
  private Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    for (Ruleset ruleset : List.of(impact.after(), impact.before())) {
      words.addAll(ruleset.vocabulary().outcomes().names());
    }
    words.add(Outcome.Kind.INCONCLUSIVE.word());
    words.add(Outcome.Kind.OUT_OF_SCOPE.word());
    return words;
  }

  private void causes() {
    Map<String, Long> causes = impact.causes();
    if (causes.isEmpty()) {
      return;
    }
    page.section("Because of");
    causes.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(CAUSES)
        .forEach(e -> counted(e.getValue(), cause(e.getKey())));
    if (causes.size() > CAUSES) {
      page.entry(9, "", "… and " + (causes.size() - CAUSES) + " more; --json lists all");
    }
  }

  private String cause(String cause) {
    return impact.difference().altered().stream()
        .filter(a -> a.among() == Altered.Among.RULES && a.name().equals(cause))
        .findFirst()
        .map(a -> cause + ": " + a.title() + " (" + how(a) + ")")
        .orElseGet(
            () ->
                impact.after().vocabulary().attribute(cause).isPresent()
                    ? cause + " (a table gives another value)"
                    : cause);
  }

  private static String how(Altered rule) {
    return rule.kind() == Altered.Kind.CHANGED
        ? rule.parts().stream().map(Altered.Part::what).collect(Collectors.joining(", "))
        : rule.kind().word();
  }

  private void cases() {
    List<Impact.Moved> worst = impact.worst();
    if (worst.isEmpty()) {
      return;
    }
    page.section("Case by case, the worst first");
    int number = 0;
    for (Impact.Moved moved : worst.subList(0, Math.min(CASES, worst.size()))) {
      number++;
      String heading = moved.heading().isEmpty() ? moved.row() : moved.heading();
      page.line("%3d. %s".formatted(number, shortened(heading, style.width() - 5)));
      page.entry(5, change(moved) + "  ", "because of " + String.join(", ", moved.causes()));
    }
    long further = further();
    if (further > 0) {
      page.line(
          String.format(Locale.ROOT, "     … and %,d more; --out FILE.csv writes all", further));
    }
  }

  private long further() {
    long all = impact.flipped() + impact.count(Flip.MARKED);
    return Math.max(0, all - CASES);
  }

  private String change(Impact.Moved moved) {
    if (moved.flip() != Flip.MARKED) {
      return style.bold(moved.before() + " -> " + moved.after());
    }
    List<String> words = new ArrayList<>();
    moved.appeared().forEach(w -> words.add("+ " + w));
    moved.gone().forEach(w -> words.add("- " + w));
    return moved.after() + " stays, " + String.join(", ", words);
  }

  private static String shortened(String words, int columns) {
    return words.length() <= columns ? words : words.substring(0, columns - 1) + "…";
  }
}
