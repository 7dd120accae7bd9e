package dev.rolecall.explain;

import dev.rolecall.decision.Outcome;
import dev.rolecall.vocabulary.EnumType;

/** Why not, as a person wants to read it. */
final class WhyNotText {

  private final WhyNot whyNot;
  private final Page page;

  private WhyNotText(WhyNot whyNot, Style style) {
    this.whyNot = whyNot;
    this.page = new Page(style);
  }

  static String render(WhyNot whyNot, Style style) {
    WhyNotText text = new WhyNotText(whyNot, style);
    WhyText.answer(whyNot.decision(), style, text.page);
    text.beforehand();
    text.rules();
    text.dimensions();
    return text.page.toString();
  }

  private void beforehand() {
    if (whyNot.isSo()) {
      page.section("It is " + name() + "; `rolecall why` says why");
    } else if (whyNot.decision().outcome().kind() == Outcome.Kind.OUT_OF_SCOPE) {
      page.line("");
      page.entry(2, "", "Being out of scope ends it: rules that decide or advise were not asked.");
    }
  }

  private String name() {
    String outcome = whyNot.outcome().orElse("");
    EnumType outcomes = whyNot.decision().situation().vocabulary().outcomes();
    return outcomes.constant(outcome).map(c -> c.label() + " (" + outcome + ")").orElse(outcome);
  }

  private void rules() {
    whyNot.outcome().ifPresent(o -> page.section("The rules that lead to " + name()));
    if (whyNot.rules().isEmpty()) {
      page.entry(2, "", "there is none");
    }
    whyNot.rules().forEach(a -> account(2, a));
  }

  private void account(int indent, Account account) {
    page.line("");
    page.entry(indent, account.speaks() ? "It speaks: " : "", account.rule().sentence());
    page.aside(indent + 2, account.rule().id() + " · " + account.at());
    page.clauses(indent + 2, account.conditions());
    account
        .needed()
        .filter(needed -> account.conditions().size() > 1)
        .ifPresent(
            needed ->
                page.entry(
                    indent + 2, "", "It would speak if " + Values.conditional(needed) + "."));
  }

  private void dimensions() {
    for (WhyNot.Dimension dimension : whyNot.dimensions()) {
      String state = VoiceState.of(dimension.voice(), whyNot.decision().situation().vocabulary());
      page.section(dimension.title() + " " + state + "; what would lean there");
      if (dimension.rules().isEmpty()) {
        page.entry(2, "", "no rule of this dimension does");
      }
      dimension.rules().forEach(a -> account(2, a));
    }
  }
}
