package dev.rolecall.explain;

import dev.rolecall.decision.Balance;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Outcome;
import dev.rolecall.vocabulary.Attribute;
import java.util.stream.Collectors;

/** Why, as a person wants to read it. */
final class WhyText {

  private final Why why;
  private final Style style;
  private final Page page;

  private WhyText(Why why, Style style) {
    this.why = why;
    this.style = style;
    this.page = new Page(style);
  }

  static String render(Why why, Style style) {
    WhyText text = new WhyText(why, style);
    answer(why.decision(), style, text.page);
    text.deciding();
    text.warnings();
    text.dimensions();
    text.balance();
    text.against();
    text.inferred();
    text.withoutEffect();
    return text.page.toString();
  }

  /** What the case is, and what it came to. */
  static void answer(Decision decision, Style style, Page page) {
    String heading = DecisionText.heading(decision.situation());
    if (!heading.isEmpty()) {
      page.line(style.faint(heading));
    }
    Outcome outcome = decision.outcome();
    String answer = outcome.answer() == null ? "" : " (" + outcome.answer() + ")";
    String marks = String.join(", ", outcome.marks());
    page.line(
        style.bold(outcome.label() + answer) + (marks.isEmpty() ? "" : "  " + style.faint(marks)));
    page.entry(2, "", "because " + outcome.because());
    String without = InferredAnswers.without(decision);
    if (!without.isEmpty()) {
      page.entry(2, "", without);
    }
  }

  private void deciding() {
    page.section("The rule that decided");
    if (why.deciding().isEmpty()) {
      page.entry(2, "", "none");
    }
    why.deciding().forEach(a -> account(page, 2, a));
  }

  /** A rule: what it is called, where it stands, how its conditions stand. */
  static void account(Page page, int indent, Account account) {
    page.entry(indent, "", account.rule().sentence());
    page.aside(indent + 2, account.rule().id() + " · " + account.at());
    page.clauses(indent + 2, account.conditions());
  }

  private void warnings() {
    for (Why.Warning warning : why.warnings()) {
      page.section("Warning: " + warning.advice().label());
      page.entry(2, "", warning.advice().text());
      account(page, 4, warning.account());
    }
  }

  private void dimensions() {
    if (why.dimensions().isEmpty()) {
      return;
    }
    page.section("The dimensions");
    for (Why.Dimension dimension : why.dimensions()) {
      String state = VoiceState.of(dimension.voice(), why.decision().situation().vocabulary());
      page.line("  " + style.bold(dimension.title() + " " + state));
      for (Why.Found found : dimension.findings()) {
        String leans = found.finding().leans() + ", weight " + found.finding().weight();
        page.entry(4, "", found.finding().because() + " (" + leans + ")");
        page.aside(6, found.account().rule().id() + " · " + found.account().at());
        page.clauses(6, found.account().conditions());
      }
    }
  }

  private void balance() {
    if (why.dimensions().isEmpty()) {
      return;
    }
    page.section("The balance");
    page.entry(2, "", words(why.decision()));
  }

  private static String words(Decision decision) {
    Balance balance = decision.balance();
    int silent = decision.voices().size() - balance.speaking() - balance.split();
    String rest = balance.split() + " split and " + silent + " silent";
    String leader = balance.leader();
    if (leader == null) {
      return balance.speaking() + " dimensions lean, and no outcome leads; " + rest;
    }
    return leader + " leads with " + share(balance) + "; " + rest;
  }

  private static String share(Balance balance) {
    if (balance.runnerUpVoices() > 0) {
      return balance.leaderVoices()
          + " of the "
          + balance.speaking()
          + " dimensions that lean, the runner-up has "
          + balance.runnerUpVoices();
    }
    return balance.speaking() == 1
        ? "the only dimension that leans"
        : "all " + balance.speaking() + " dimensions that lean";
  }

  private void against() {
    if (why.decision().outcome().voicesOf() == null) {
      return;
    }
    page.section("What spoke against it");
    if (why.against().isEmpty()) {
      page.entry(2, "", "nothing");
    }
    for (Why.Dimension dimension : why.against()) {
      String because =
          dimension.findings().stream()
              .filter(f -> f.finding().leans().equals(dimension.voice().leans()))
              .map(f -> f.finding().because())
              .collect(Collectors.joining("; "));
      page.entry(
          2, "- ", dimension.title() + " leans " + dimension.voice().leans() + ": " + because);
    }
  }

  private void inferred() {
    if (why.inferred().isEmpty()) {
      return;
    }
    page.section("What was inferred");
    for (Why.Inferred inferred : why.inferred()) {
      String value = Values.print(inferred.attribute(), inferred.answer().value());
      String quote = inferred.answer().quote();
      page.entry(
          2,
          "- ",
          inferred.attribute().path()
              + " is "
              + value
              + (quote == null || quote.isEmpty() ? "" : ", from: \"" + quote + "\""));
    }
  }

  private void withoutEffect() {
    if (why.withoutEffect().isEmpty()) {
      return;
    }
    page.section("What did not matter");
    page.entry(
        2,
        "",
        "Any other answer to one of these, or none, leaves outcome, marks and warnings as they are: "
            + why.withoutEffect().stream().map(Attribute::path).collect(Collectors.joining(", ")));
  }
}
