package dev.rolecall.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Rule files laid out in one way: one condition and one statement a line, the attributes of a fact
 * in columns, an empty line between rules. Laying out twice changes nothing more.
 *
 * @param files with the new layout; not written
 * @param changed the names of the files that differ
 */
public record Formatted(RuleFiles files, List<String> changed) {

  private static final String MARK = "\uFEFF";

  public Formatted {
    changed = List.copyOf(changed);
  }

  /**
   * Accepted only if the same words stand in the same order and mean the same when they are read
   * again.
   *
   * @param names the files to lay out
   * @return or every problem of the rules, which are laid out only if there is none
   */
  public static Result<Formatted> of(RuleFiles before, Collection<String> names) {
    return before.rulebook().then(rules -> formatted(before, rules, names));
  }

  private static Result<Formatted> formatted(
      RuleFiles before, Rulebook rules, Collection<String> names) {
    RuleFiles after = before;
    for (String name : names) {
      RuleFiles laidOut = after.with(name, layout(before, name));
      if (!(laidOut.rulebook() instanceof Result.Ok<Rulebook> ok)
          || !shapes(ok.value()).equals(shapes(rules))) {
        return Result.refused(
            Place.of(before.shown() + "/" + name),
            "another layout would change what it says; check the values behind each `@`");
      }
      after = laidOut;
    }
    RuleFiles result = after;
    List<String> changed =
        names.stream()
            .filter(n -> !Arrays.equals(result.files().get(n), before.files().get(n)))
            .sorted()
            .toList();
    return Result.ok(new Formatted(result, changed));
  }

  private static List<List<Object>> shapes(Rulebook rules) {
    return rules.rules().stream().map(r -> SpliceShape.of(r, List.of())).toList();
  }

  private static byte[] layout(RuleFiles files, String name) {
    String written = new String(files.files().get(name), UTF_8);
    String text = text(files, name).replace("\r\n", "\n").replace('\r', '\n');
    String laidOut = RuleLayout.of(text);
    if (!words(laidOut).equals(words(text))) {
      throw new IllegalStateException("the layout of " + name + " lost a word or a comment");
    }
    String ends = written.contains("\r\n") ? laidOut.replace("\n", "\r\n") : laidOut;
    return ((written.startsWith(MARK) ? MARK : "") + ends).getBytes(UTF_8);
  }

  private static List<String> words(String text) {
    return Lexeme.of(text).stream().map(l -> l.tightened().text()).toList();
  }

  private static String text(RuleFiles files, String name) {
    try {
      return files.text(name);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(name, e); // it was read as rules a moment ago
    }
  }
}
