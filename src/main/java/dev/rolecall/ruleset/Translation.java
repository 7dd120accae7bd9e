package dev.rolecall.ruleset;

import dev.rolecall.rule.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rule files were read as, before anything is compiled.
 *
 * @param drl the rulebook as it is compiled
 */
record Translation(Rulebook rulebook, String drl, List<Derivation> derivations) {

  static Translation of(Rulebook rulebook, List<Derivation> derivations) {
    return new Translation(rulebook, Printer.print(rulebook), derivations);
  }

  Ruleset compile(RuleFiles files, Engines engines) {
    return ruleset(engines.engine(rulebook.vocabulary(), drl), files, engines);
  }

  /** The same with what is being loaded already. */
  Ruleset compile(Engines.Expected expected, Engines engines) {
    Engine engine = engines.engine(rulebook.vocabulary(), drl, expected);
    return ruleset(engine, expected.files(), engines);
  }

  /** Where only words differ, the engine that runs is shared: nothing is compiled or loaded. */
  Ruleset compileBeside(Ruleset running, RuleFiles files, Engines engines) {
    boolean alike = drl.equals(Printer.print(running.rulebook()));
    return alike ? ruleset(running.engine(), files, engines) : compile(files, engines);
  }

  private Ruleset ruleset(Engine engine, RuleFiles files, Engines engines) {
    return new Ruleset(
        rulebook,
        derivations,
        files,
        meaning(files),
        engine,
        rules -> engines.engine(rules.vocabulary(), Printer.print(rules)));
  }

  String meaning(RuleFiles files) {
    return Meaning.of(rulebook, drl, tables(files));
  }

  private static Map<String, String> tables(RuleFiles files) {
    Map<String, String> tables = new TreeMap<>();
    files
        .files()
        .forEach(
            (name, bytes) -> {
              if (name.endsWith(RuleFiles.TABLE)) {
                tables.put(name, Sha256.of(bytes));
              }
            });
    return tables;
  }
}
