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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One opening of a rules folder: every file read, checked and compiled, with all that is wrong with
 * any of them.
 */
final class Opening {

  /** The largest rule file, and the largest table, in bytes. */
  static final int MAX_RULE_FILE = 256 * 1024;

  static final int MAX_TABLE = 4 * 1024 * 1024;
  private static final int MAX_FILES = 500;
  private static final String RULES = ".drl";
  private static final String TABLE = ".csv";

  private final Path folder;
  private final String decision;
  private final List<Problem> problems;

  /** By name, which is the canonical order. */
  private final Map<String, byte[]> files = new TreeMap<>();

  Opening(Path folder, String decision, List<Problem> problems) {
    this.folder = folder;
    this.decision = decision;
    this.problems = problems;
  }

  @Nullable Ruleset open(ClassCache cache) {
    read();
    Map<String, SourceFile> sources = sources();
    SourceFile declarations = sources.get(VocabularyReader.FILE);
    if (declarations == null) {
      if (!files.containsKey(VocabularyReader.FILE)) {
        problems.add(
            new Problem(
                Place.of(""),
                "there is no `" + VocabularyReader.FILE + "`, which declares what can be asked"));
      }
      return null;
    }
    Vocabulary vocabulary = VocabularyReader.read(decision, declarations, problems);
    if (vocabulary == null) {
      return null;
    }
    List<Rule> rules = new ArrayList<>();
    Map<String, FactType> facts = facts(vocabulary);
    for (SourceFile source : sources.values()) {
      rules.addAll(new RuleReader(source, vocabulary, facts, problems).read());
    }
    List<Derivation> derivations = derivations(vocabulary);
    unique(rules);
    if (rules.isEmpty() && problems.isEmpty()) {
      problems.add(new Problem(Place.of(""), "there is not one rule in it"));
    }
    if (rules.size() > SourceFile.MAX_RULES) {
      problems.add(
          new Problem(
              Place.of(""),
              "there are "
                  + rules.size()
                  + " rules; at most "
                  + SourceFile.MAX_RULES
                  + " are allowed"));
    }
    if (!problems.isEmpty()) {
      return null;
    }
    return compile(new Rulebook(vocabulary, rules), derivations, cache);
  }

  /** Every fact that a rule can read, by name. */
  private static Map<String, FactType> facts(Vocabulary vocabulary) {
    Map<String, FactType> facts = new LinkedHashMap<>();
    vocabulary.facts().forEach(f -> facts.put(f.name(), f));
    EngineFacts.of(vocabulary).forEach(f -> facts.put(f.name(), f));
    return facts;
  }

  private Ruleset compile(Rulebook rulebook, List<Derivation> derivations, ClassCache cache) {
    String meaning = Meaning.of(rulebook, Printer.print(rulebook), tableFiles());
    return new Ruleset(rulebook, derivations, hash(), meaning, rules -> engine(rules, cache));
  }

  private static Engine engine(Rulebook rulebook, ClassCache cache) {
    String drl = Printer.print(rulebook);
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
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  private void read() {
    try (Stream<Path> list = Files.list(folder)) {
      List<Path> all = list.sorted().toList();
      if (all.size() > MAX_FILES) {
        problems.add(
            new Problem(
                Place.of(""),
                "it holds " + all.size() + " files; at most " + MAX_FILES + " are allowed"));
        return;
      }
      for (Path file : all) {
        String name = file.getFileName().toString();
        boolean rules = name.endsWith(RULES);
        if (!name.startsWith(".") && (rules || name.endsWith(TABLE))) {
          read(file, name, rules ? MAX_RULE_FILE : MAX_TABLE);
        }
      }
    } catch (IOException e) {
      problems.add(new Problem(Place.of(""), "the folder cannot be read"));
    }
  }

  private void read(Path file, String name, int largest) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        problems.add(
            new Problem(
                Place.of(name), "it is not a plain file; links and folders are not followed"));
      } else if (Files.size(file) > largest) {
        problems.add(
            new Problem(
                Place.of(name),
                "it has " + Files.size(file) + " bytes; at most " + largest + " are allowed"));
      } else {
        files.put(name, Files.readAllBytes(file));
      }
    } catch (IOException e) {
      problems.add(new Problem(Place.of(name), "it cannot be read"));
    }
  }

  /** All files at once: reading them is half of a start. */
  private Map<String, SourceFile> sources() {
    Map<String, SourceFile> sources = new ConcurrentSkipListMap<>();
    List<Problem> found = Collections.synchronizedList(problems);
    files.entrySet().parallelStream()
        .filter(f -> f.getKey().endsWith(RULES))
        .forEach(f -> source(f.getKey(), f.getValue(), found, sources));
    return sources;
  }

  private static void source(
      String name, byte[] bytes, List<Problem> problems, Map<String, SourceFile> sources) {
    List<Problem> own = new ArrayList<>();
    String text = text(name, bytes, own);
    SourceFile source = text == null ? null : SourceFile.read(name, text, own);
    problems.addAll(own);
    if (source != null) {
      sources.put(name, source);
    }
  }

  private static @Nullable String text(String name, byte[] bytes, List<Problem> problems) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text; // spreadsheets write one
    } catch (CharacterCodingException e) {
      problems.add(new Problem(Place.of(name), "it is not UTF-8; save it with that encoding"));
      return null;
    }
  }

  private List<Derivation> derivations(Vocabulary vocabulary) {
    Map<Attribute.Derived, List<Attribute>> derived = new LinkedHashMap<>();
    for (Attribute attribute : vocabulary.attributes()) {
      attribute
          .derived()
          .ifPresent(d -> derived.computeIfAbsent(d, t -> new ArrayList<>()).add(attribute));
    }
    List<Derivation> derivations = new ArrayList<>();
    derived.forEach(
        (how, attributes) -> {
          PhraseTable table = table(how.table(), attributes);
          if (table != null) {
            derivations.add(
                new Derivation(vocabulary.attribute(how.from()).orElseThrow(), table, attributes));
          }
        });
    return derivations;
  }

  private @Nullable PhraseTable table(String name, List<Attribute> attributes) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      problems.add(
          new Problem(
              attributes.get(0).at(),
              "the table `"
                  + name
                  + "` is not in the folder"
                  + Nearest.maybe(name, files.keySet())));
      return null;
    }
    String text = text(name, bytes, problems);
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
    for (Rule rule : rules) {
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

  private String hash() {
    MessageDigest digest = Sha256.digest();
    files.forEach(
        (name, bytes) -> {
          digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private Map<String, String> tableFiles() {
    Map<String, String> tables = new TreeMap<>();
    files.forEach(
        (name, bytes) -> {
          if (name.endsWith(TABLE)) {
            tables.put(name, Sha256.of(bytes));
          }
        });
    return tables;
  }
}
