package dev.rolecall.explain;

import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Text;
import dev.rolecall.ruleset.Printer;
import dev.rolecall.vocabulary.Attribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rules part by part: what two versions of a rule are compared by. */
final class DescribedRules {

  static final String CONDITION = "condition";
  static final String VERDICT = "verdict";
  static final String TEXT = "text";
  static final String WEIGHT = "weight";
  static final String DIMENSION = "dimension";
  static final String SENTENCE = "sentence";
  static final String SOURCE = "source";
  static final String PLACE = "place";

  /** Metadata that is a part of its own, or the name. */
  private static final Set<String> APART = Set.of("id", WEIGHT, DIMENSION, SOURCE);

  private DescribedRules() {}

  /** By id, in the order of the files. */
  static Map<String, Described> of(Rulebook rulebook) {
    Map<String, Described> described = new LinkedHashMap<>();
    rulebook.rules().forEach(rule -> described.put(rule.id(), of(rule)));
    return described;
  }

  private static Described of(Rule rule) {
    Described described =
        new Described(rule.id(), rule.sentence())
            .with(CONDITION, Printer.condition(rule.when()), ConditionWords.clauses(rule.when()))
            .with(VERDICT, verdict(rule))
            .with(TEXT, texts(rule));
    rule.dimension()
        .ifPresent(d -> described.with(WEIGHT, "" + rule.weight()).with(DIMENSION, d.name()));
    described.with(SENTENCE, rule.sentence()).with(SOURCE, rule.source());
    new TreeMap<>(rule.metadata())
        .forEach(
            (name, value) -> {
              if (!APART.contains(name)) {
                described.with("@" + name, value.isEmpty() ? "yes" : value);
              }
            });
    return described.with(PLACE, rule.at().file());
  }

  private static List<String> verdict(Rule rule) {
    return rule.then().stream()
        .map((Statement s) -> (s.verb().word() + " " + s.about().orElse("")).strip())
        .toList();
  }

  private static List<String> texts(Rule rule) {
    return rule.then().stream()
        .flatMap(s -> s.text().stream())
        .map(text -> text(text, rule))
        .toList();
  }

  /** A place in the text that is called otherwise than what it shows says what it shows. */
  private static String text(Text text, Rule rule) {
    return text.fill(
        name -> {
          Attribute shown = rule.bindings().get(name);
          return shown == null || shown.name().equals(name)
              ? "{" + name + "}"
              : "{" + name + " = " + shown.path() + "}";
        });
  }
}
