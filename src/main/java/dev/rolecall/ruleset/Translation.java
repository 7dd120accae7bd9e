package dev.rolecall.ruleset;

import dev.rolecall.rule.Rulebook;
import dev.rolecall.vocabulary.Vocabulary;
import java.lang.annotation.AnnotationFormatError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  Ruleset compile(RuleFiles files, ClassCache cache) {
    return ruleset(engine(rulebook, drl, cache), files, cache);
  }

  /** Where only words differ, the engine that runs is shared: nothing is compiled or loaded. */
  Ruleset compileBeside(Ruleset running, RuleFiles files, ClassCache cache) {
    boolean alike = drl.equals(Printer.print(running.rulebook()));
    return alike ? ruleset(running.engine(), files, cache) : compile(files, cache);
  }

  private Ruleset ruleset(Engine engine, RuleFiles files, ClassCache cache) {
    return new Ruleset(
        rulebook,
        derivations,
        files,
        meaning(files),
        engine,
        rules -> engine(rules, Printer.print(rules), cache));
  }

  String meaning(RuleFiles files) {
    return Meaning.of(rulebook, drl, tables(files));
  }

  private static Engine engine(Rulebook rulebook, String drl, ClassCache cache) {
    String key = Sha256.of(drl + "\n" + Versions.all());
    return cache
        .get(key)
        .flatMap(cached -> cached(cached, rulebook.vocabulary()))
        .orElseGet(
            () -> {
              Compiled fresh = Compiler.compile(drl, key);
              cache.put(key, fresh);
              return Engine.open(fresh, rulebook.vocabulary());
            });
  }

  /** The classes of a cache that do not fit are as good as none. */
  private static Optional<Engine> cached(Compiled compiled, Vocabulary vocabulary) {
    try {
      return Optional.of(Engine.open(compiled, vocabulary));
    } catch (RuntimeException | LinkageError | AnnotationFormatError e) {
      return Optional.empty();
    }
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
