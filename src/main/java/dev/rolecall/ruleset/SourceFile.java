package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * A rule file as read: its tokens and what Drools' parser made of it.
 *
 * @param name without the folder, {@code scope.drl}
 */
record SourceFile(
    String name, String text, List<Token> tokens, Outline outline, PackageDescr descr) {

  static Optional<SourceFile> parse(TokenFile file, List<Problem> problems) {
    return Optional.ofNullable(descr(file.name(), file.outline().skeleton().toString(), problems))
        .map(
            descr ->
                new SourceFile(file.name(), file.text(), file.tokens(), file.outline(), descr));
  }

  /** The first token of this text on a line, or after it; where there is none, the line. */
  Place placeOf(String text, int line) {
    for (Token token : tokens) {
      if (token.at().line() >= line && token.text().equals(text)) {
        return token.at();
      }
    }
    return Place.of(name, Math.max(line, 1), 0);
  }

  private static @Nullable PackageDescr descr(String name, String text, List<Problem> problems) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr descr = parser.parse(false, text);
      for (DroolsError error : parser.getErrors()) {
        problems.add(problem(name, error));
      }
      return parser.getErrors().isEmpty() ? descr : null;
    } catch (Exception | StackOverflowError e) {
      problems.add(
          new Problem(Place.of(name), "the rule parser gives up on it: " + e.getMessage()));
      return null;
    }
  }

  /**
   * Drools' message without its codes: {@code [ERR 102] Line 5:8 mismatched input 'x' in rule "y"}.
   */
  private static Problem problem(String name, DroolsError error) {
    String message =
        error
            .getMessage()
            .replaceFirst("^\\[ERR \\d+]\\s*", "")
            .replaceFirst("^Line \\d+:\\d+\\s*", "")
            .strip();
    String words =
        message.isEmpty()
            ? "it cannot be read"
            : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    Place at =
        error instanceof ParserError place && place.getRow() > 0
            ? Place.of(name, place.getRow(), place.getCol() + 1)
            : Place.of(name);
    return new Problem(at, "not a rule as DRL writes it: " + words.replace("'", "`"));
  }
}
