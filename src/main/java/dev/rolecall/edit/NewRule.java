package dev.rolecall.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Span;
import dev.rolecall.rule.Text;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule at the end of the file where the rules of its dimension stand.
 *
 * @param files with the rule in them; not written
 * @param file where it stands
 * @param draft whether it is marked as one, so that nothing is decided before somebody finished it
 * @param scenario the text of a scenario file that holds it in place
 */
public record NewRule(RuleFiles files, String file, String id, boolean draft, String scenario) {

  /** What it says while nobody said what it shall say. */
  private static final String TO_BE_WRITTEN = "…";

  /**
   * What is known of a rule that somebody wants.
   *
   * @param when the constraints on the fact of the dimension, {@code teams >= 4}
   * @param leans the name of an outcome
   * @param because the words that complete "leans … because"
   */
  public record Wish(
      FactType dimension,
      String sentence,
      Optional<String> when,
      Optional<String> leans,
      Optional<String> because) {

    boolean isWhole() {
      return when.isPresent() && leans.isPresent() && because.isPresent();
    }
  }

  /** Accepted only if the rules can be read with it; or every problem of them. */
  public static Result<NewRule> of(RuleFiles before, Wish wish) {
    return before.rulebook().then(rules -> of(before, rules, wish));
  }

  private static Result<NewRule> of(RuleFiles before, Rulebook rules, Wish wish) {
    String id = RuleId.of(wish.dimension(), wish.sentence(), rules.ids());
    String file = file(rules, wish.dimension());
    RuleFiles whole = with(before, file, wish, text(rules, wish, id, ""));
    return whole
        .rulebook()
        .then(
            now -> {
              Rule rule = now.rule(id).orElseThrow();
              RuleFiles files =
                  wish.isWhole()
                      ? whole
                      : with(before, file, wish, text(rules, wish, id, " @draft"));
              String scenario = ScenarioSkeleton.of(rule);
              return Result.ok(new NewRule(files, file, id, !wish.isWhole(), scenario));
            });
  }

  private static String file(Rulebook rules, FactType dimension) {
    return rules.rules().stream()
        .filter(r -> r.dimension().filter(dimension::equals).isPresent())
        .map(r -> r.at().file())
        .reduce((one, later) -> later)
        .orElse(RuleId.dashed(dimension.name()) + ".drl");
  }

  private static RuleFiles with(RuleFiles files, String name, Wish wish, String rule) {
    String head = "// " + wish.dimension().title() + ": …\npackage " + files.decision() + ";\n";
    String old = new String(files.files().getOrDefault(name, head.getBytes(UTF_8)), UTF_8);
    String end = old.contains("\r\n") ? "\r\n" : "\n";
    String gap = old.endsWith("\n") ? end : end + end;
    return files.with(name, (old + gap + rule.replace("\n", end)).getBytes(UTF_8));
  }

  private static String text(Rulebook rules, Wish wish, String id, String mark) {
    EnumType outcomes = rules.vocabulary().outcomes();
    String leans = wish.leans().map(l -> meant(l, outcomes)).orElse(outcomes.names().get(0));
    String because = wish.because().orElse(TO_BE_WRITTEN);
    return """
        rule %s
            @id(%s) @source(house)%s
        when
            %s( %s )
        then
            verdict.leans( %s.%s, %s );
        end
        """
        .formatted(
            quoted(wish.sentence()),
            id,
            mark,
            wish.dimension().name(),
            named(wish.when().orElse(example(wish.dimension())), because, wish.dimension()),
            outcomes.name(),
            leans,
            quoted(because));
  }

  /** What is no outcome is refused when the rule is read. */
  private static String meant(String written, EnumType outcomes) {
    return outcomes.names().stream()
        .filter(n -> Words.key(n).equals(Words.key(written)))
        .findFirst()
        .orElse(written);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Names the values that the text needs: {@code $teams : teams >= 4} for {@code {teams}}. */
  private static String named(String when, String because, FactType dimension) {
    List<String> needed = Text.of(because, new Span(dimension.at(), 0, 0)).names();
    String named = when;
    for (String name : needed) {
      boolean there = Pattern.compile("\\$" + Pattern.quote(name) + "\\b").matcher(named).find();
      if (!there && dimension.attribute(name).isPresent()) {
        named = named.replaceFirst("\\b" + name + "\\b", "\\$" + name + " : " + name);
      }
    }
    return named;
  }

  /** A condition that can be, to begin with. */
  private static String example(FactType dimension) {
    Attribute attribute = dimension.attributes().get(0);
    return attribute.name() + " == " + value(attribute.type());
  }

  private static String value(ValueType type) {
    if (type instanceof ValueType.OneOf choice) {
      return choice.type().name() + "." + choice.type().names().get(0);
    }
    if (type instanceof ValueType.WholeNumber number) {
      return "" + Math.max(number.least(), Math.min(number.most(), 1));
    }
    if (type instanceof ValueType.Decimal number) {
      return number.least() == null ? "1" : number.least().toPlainString();
    }
    return type instanceof ValueType.YesNo ? "true" : "\"…\"";
  }
}
