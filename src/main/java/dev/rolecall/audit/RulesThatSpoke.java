package dev.rolecall.audit;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.explain.Page;
import dev.rolecall.explain.Style;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Span;
import dev.rolecall.ruleset.RuleFiles;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashSet;
import java.util.Set;

/** The text of the rules that a decision rests on, out of the archive. */
final class RulesThatSpoke {

  private RulesThatSpoke() {}

  /** Those that decided first, then the findings, then the warnings. */
  static void print(EntryPage.Decided decided, Page page) {
    Decision decision = decided.decision();
    Set<String> spoke = new LinkedHashSet<>(decision.outcome().rules());
    decision.findings().stream().map(Finding::rule).forEach(spoke::add);
    decision.warnings().forEach(w -> spoke.add(w.rule()));
    page.section("The rules that spoke, as they stood then");
    for (String id : spoke) {
      decided.rulebook().rule(id).ifPresent(rule -> print(rule, decided.rules(), page));
    }
  }

  private static void print(Rule rule, RuleFiles files, Page page) {
    page.line("");
    page.aside(2, files.decision() + "/" + rule.at().fileAndLine());
    text(rule, files).lines().forEach(line -> page.line("  " + Style.clean(line)));
  }

  private static String text(Rule rule, RuleFiles files) {
    Span whole = rule.written().whole();
    try {
      return files.text(rule.at().file()).substring(whole.start(), whole.end());
    } catch (CharacterCodingException e) {
      throw new AssertionError("a file that was read as rules is text", e);
    }
  }
}
