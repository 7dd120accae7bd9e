package dev.rolecall.ruleset;

import dev.rolecall.vocabulary.Vocabulary;
import java.lang.annotation.AnnotationFormatError;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Makes the engines of rules: with the classes of the cache where it has them, else compiled. */
final class Engines {

  private final ClassCache cache;

  Engines(ClassCache cache) {
    this.cache = cache;
  }

  /**
   * Begins to load, while files are still being read, the classes that were right for them before:
   * a third of a start. What stands in the files says later whether they are.
   */
  Expected expect(RuleFiles files) {
    return new Expected(files, CompletableFuture.supplyAsync(() -> before(files)));
  }

  private Optional<Keyed> before(RuleFiles files) {
    return whereItFits(() -> cache.keyOf(files.hash()))
        .flatMap(key -> load(key).map(rules -> new Keyed(key, rules)));
  }

  /** The engine of rules as they are printed, which is perhaps the one expected. */
  Engine engine(Vocabulary vocabulary, String drl, Expected expected) {
    String key = key(drl);
    Optional<Keyed> right = expected.rules().join().filter(found -> found.key().equals(key));
    if (right.isEmpty()) {
      cache.keepKey(expected.files().hash(), key);
    }
    return right
        .flatMap(found -> whereItFits(() -> Optional.of(Engine.of(found.rules(), vocabulary))))
        .orElseGet(() -> engine(vocabulary, drl, key));
  }

  Engine engine(Vocabulary vocabulary, String drl) {
    return engine(vocabulary, drl, key(drl));
  }

  private Engine engine(Vocabulary vocabulary, String drl, String key) {
    return whereItFits(() -> load(key).map(rules -> Engine.of(rules, vocabulary)))
        .orElseGet(
            () -> {
              Compiled fresh = Compiler.compile(drl, key);
              cache.put(key, fresh);
              return Engine.of(LoadedRules.of(fresh), vocabulary);
            });
  }

  private static String key(String drl) {
    return Sha256.of(drl + "\n" + Versions.all());
  }

  private Optional<LoadedRules> load(String key) {
    return whereItFits(() -> cache.get(key).map(LoadedRules::of));
  }

  /** Classes of a cache that do not fit are as good as none. */
  private static <T> Optional<T> whereItFits(Supplier<Optional<T>> cached) {
    try {
      return cached.get();
    } catch (RuntimeException | LinkageError | AnnotationFormatError e) {
      return Optional.empty();
    }
  }

  /** What was begun to be loaded for files. */
  record Expected(RuleFiles files, CompletableFuture<Optional<Keyed>> rules) {}

  /** Rules that were loaded, and the key under which the cache had them. */
  record Keyed(String key, LoadedRules rules) {}
}
