package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.situation.PhraseTable;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads rule files into the tree of {@code rule}, with all that is wrong with any of them. Nothing
 * is compiled here.
 */
final class Translator {

  /** Who has more to mend than this begins with these; finding them all would take long. */
  static final int MOST_PROBLEMS = 500;

  private final RuleFiles files;
  private final List<Problem> problems;

  Translator(RuleFiles files, List<Problem> problems) {
    this.files = files;
    this.problems = problems;
  }

  @Nullable Translation translate() {
    tables();
    Map<String, SourceFile> sources = sources();
    SourceFile declarations = sources.get(VocabularyReader.FILE);
    if (declarations == null) {
      if (!files.files().containsKey(VocabularyReader.FILE)
          && problems.stream().noneMatch(p -> p.at().file().equals(VocabularyReader.FILE))) {
        problems.add(
            new Problem(
                Place.of(""),
                "there is no `" + VocabularyReader.FILE + "`, which declares what can be asked"));
      }
      return null;
    }
    Vocabulary vocabulary = VocabularyReader.read(files.decision(), declarations, problems);
    if (vocabulary == null) {
      return null;
    }
    boolean sound = problems.stream().noneMatch(p -> p.at().file().equals(VocabularyReader.FILE));
    Doubts doubts = Doubts.of(declarations, vocabulary, problems);
    Map<String, FactType> facts = facts(vocabulary);
    List<Rule> rules =
        each(
                sources.values(),
                (source, found) ->
                    Optional.of(new RuleReader(source, vocabulary, facts, doubts, found).read()))
            .stream()
            .flatMap(List::stream)
            .toList();
    List<Derivation> derivations = sound ? derivations(vocabulary) : List.of();
    unique(rules);
    if (rules.isEmpty() && problems.isEmpty()) {
      problems.add(new Problem(Place.of(""), "there is not one rule in it"));
    }
    Workload.tooMuch(rules).ifPresent(problems::add);
    return problems.isEmpty() ? Translation.of(new Rulebook(vocabulary, rules), derivations) : null;
  }

  /** What can be asked, though rules may be wrong; null where that is wrong itself. */
  @Nullable Vocabulary vocabulary() {
    Collection<TokenFile> cut = each(List.of(VocabularyReader.FILE), this::tokens);
    Workload.tooMuchToParse(cut).ifPresent(problems::add);
    List<SourceFile> parsed = problems.isEmpty() ? each(cut, SourceFile::parse) : List.of();
    return parsed.isEmpty()
        ? null
        : VocabularyReader.read(files.decision(), parsed.get(0), problems);
  }

  /** Every fact that a rule can read, by name. */
  private static Map<String, FactType> facts(Vocabulary vocabulary) {
    Map<String, FactType> facts = new LinkedHashMap<>();
    vocabulary.facts().forEach(f -> facts.put(f.name(), f));
    EngineFacts.of(vocabulary).forEach(f -> facts.put(f.name(), f));
    return facts;
  }

  /** Those that no attribute is derived by, too: others read them. */
  private void tables() {
    for (String name : files.files().keySet()) {
      String text = name.endsWith(RuleFiles.TABLE) ? text(name, problems) : null;
      if (text != null) {
        Unseen.inTable(name, text, problems);
      }
    }
  }

  /** What Drools' parser makes of them; nothing if that would take too long. */
  private Map<String, SourceFile> sources() {
    List<String> names =
        files.files().keySet().stream().filter(name -> name.endsWith(RuleFiles.RULES)).toList();
    Collection<TokenFile> cut = each(names, this::tokens);
    Optional<Problem> tooMuch = Workload.tooMuchToParse(cut);
    tooMuch.ifPresent(problems::add);
    Map<String, SourceFile> sources = new TreeMap<>();
    if (tooMuch.isEmpty()) {
      each(cut, SourceFile::parse).forEach(source -> sources.put(source.name(), source));
    }
    return sources;
  }

  /** All files at once: reading them is half of a start. */
  private <T, R> List<R> each(Collection<T> all, BiFunction<T, List<Problem>, Optional<R>> reader) {
    List<Problem> found = Collections.synchronizedList(problems);
    return all.parallelStream()
        .flatMap(
            one -> {
              List<Problem> own = new ArrayList<>();
              Optional<R> read = reader.apply(one, own);
              found.addAll(own);
              return read.stream();
            })
        .toList();
  }

  private Optional<TokenFile> tokens(String name, List<Problem> problems) {
    String text = text(name, problems);
    return text == null ? Optional.empty() : TokenFile.read(name, text, problems);
  }

  private @Nullable String text(String name, List<Problem> problems) {
    try {
      return files.text(name);
    } catch (CharacterCodingException e) {
      problems.add(new Problem(Place.of(name), "it is not UTF-8; save it with that encoding"));
      return null;
    }
  }

  private List<Derivation> derivations(Vocabulary vocabulary) {
    Map<List<String>, List<Attribute>> derived = new LinkedHashMap<>();
    for (Attribute attribute : vocabulary.attributes()) {
      attribute
          .derived()
          .ifPresent(
              d ->
                  derived
                      .computeIfAbsent(List.of(d.from(), d.table()), t -> new ArrayList<>())
                      .add(attribute));
    }
    List<Derivation> derivations = new ArrayList<>();
    derived.forEach(
        (how, attributes) -> {
          PhraseTable table = table(how.get(1), attributes);
          if (table != null) {
            derivations.add(
                new Derivation(vocabulary.attribute(how.get(0)).orElseThrow(), table, attributes));
          }
        });
    return derivations;
  }

  private @Nullable PhraseTable table(String name, List<Attribute> attributes) {
    if (!files.files().containsKey(name)) {
      problems.add(
          new Problem(
              attributes.get(0).at(),
              "the table `"
                  + name
                  + "` is not in the folder"
                  + Nearest.maybe(name, files.files().keySet())));
      return null;
    }
    String text = text(name, problems);
    if (text == null) {
      return null;
    }
    Result<PhraseTable> table = PhraseTable.read(name, text, attributes);
    if (table instanceof Result.Refused<PhraseTable> refused) {
      problems.addAll(refused.problems());
    }
    return table instanceof Result.Ok<PhraseTable> ok ? ok.value() : null;
  }

  private void unique(List<Rule> rules) {
    Map<String, Rule> ids = new HashMap<>();
    Map<String, Rule> sentences = new HashMap<>();
    Copies copies = Copies.of(rules);
    problems.addAll(copies.problems());
    for (Rule rule : rules.stream().filter(rule -> !copies.hold(rule)).toList()) {
      Rule same = ids.putIfAbsent(rule.id(), rule);
      if (same != null) {
        problems.add(
            new Problem(
                rule.at(),
                "`@id(" + rule.id() + ")` is already the id of the rule at " + same.at()));
      }
      Rule alike = sentences.putIfAbsent(rule.sentence(), rule);
      if (alike != null) {
        problems.add(new Problem(rule.at(), "the rule at " + alike.at() + " has the same name"));
      }
    }
  }
}
