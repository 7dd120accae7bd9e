package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.vocabulary.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of one decision as they were at one moment: from its folder, from an archive, or edited
 * and not yet written.
 */
public final class RuleFiles {

  static final String RULES = ".drl";
  static final String TABLE = ".csv";

  private final String decision;
  private final String shown;
  private final SortedMap<String, byte[]> files;
  private final List<Problem> unread;
  private final List<Problem> leftOut;
  private volatile @Nullable String hash;

  private RuleFiles(
      String decision,
      String shown,
      SortedMap<String, byte[]> files,
      List<Problem> unread,
      List<Problem> leftOut) {
    this.decision = decision;
    this.shown = shown;
    this.files = Collections.unmodifiableSortedMap(files);
    this.unread = List.copyOf(unread);
    this.leftOut = List.copyOf(leftOut);
  }

  /**
   * @param shown where they come from, as messages name it: {@code rules/hiring}
   * @param files the {@code .drl} and {@code .csv} files by name
   */
  public static RuleFiles of(String decision, String shown, Map<String, byte[]> files) {
    return new RuleFiles(decision, shown, new TreeMap<>(files), List.of(), List.of());
  }

  /** Reads a folder; links and folders in it are refused, other kinds of files left out. */
  static RuleFiles read(Path folder, String decision) {
    FolderReader reader = new FolderReader(folder);
    return new RuleFiles(
        decision,
        folder.toString().replace('\\', '/'),
        reader.files(),
        reader.problems(),
        reader.leftOut());
  }

  /** Whether a file of the folder belongs to the rules, by its name. */
  public static boolean counts(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && (name.endsWith(RULES) || name.endsWith(TABLE));
  }

  public String decision() {
    return decision;
  }

  /** Where they come from, as messages name it. */
  public String shown() {
    return shown;
  }

  /** By name, which is the canonical order. The bytes are not to be changed. */
  public SortedMap<String, byte[]> files() {
    return files;
  }

  /** Why some of them could not be read; what is done with them is refused then. */
  public List<Problem> unread() {
    return placed(unread);
  }

  /** Files of the folder that are none of these and are named as if they were. */
  public List<Problem> leftOut() {
    return placed(leftOut);
  }

  public FileSet all() {
    return new FileSet(files);
  }

  /** The identity of the rules, as {@link FileSet#hash} says it. */
  public String hash() {
    String known = hash;
    if (known == null) {
      known = all().hash();
      hash = known;
    }
    return known;
  }

  /**
   * The text of a file, as the offsets of spans count it: without the mark that some programs put
   * first.
   *
   * @throws CharacterCodingException if it is not UTF-8
   */
  public String text(String name) throws CharacterCodingException {
    byte[] bytes = files.getOrDefault(name, new byte[0]);
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The same files with other bytes in one of them, or with one more. */
  public RuleFiles with(String name, byte[] bytes) {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    changed.put(name, bytes);
    return new RuleFiles(decision, shown, changed, unread, leftOut);
  }

  /** The rules in them, checked and not compiled; or every problem of every file. */
  public Result<Rulebook> rulebook() {
    return translate().then(t -> Result.ok(t.rulebook()));
  }

  /** What they declare that can be asked, whether or not their rules are right. */
  public Result<Vocabulary> vocabulary() {
    List<Problem> problems = new ArrayList<>();
    Vocabulary declared = new Translator(this, problems).vocabulary();
    return declared == null ? Result.refused(placed(problems)) : Result.of(declared, problems);
  }

  /** What the rules in them mean, as {@link Ruleset#meaning} says it, without compiling them. */
  public Result<String> meaning() {
    return translate().then(t -> Result.ok(t.meaning(this)));
  }

  /** The rules, ready to answer; the classes are taken from the cache or put there. */
  public Result<Ruleset> open(Path cache) {
    Engines engines = new Engines(new ClassCache(cache));
    Engines.Expected expected = engines.expect(this);
    return translate().then(t -> Result.ok(t.compile(expected, engines)));
  }

  /**
   * The same beside a ruleset that runs: that one itself, where no file differs. Where only words
   * do, the two share what was compiled: nothing is compiled and no class is loaded, whatever the
   * cache holds.
   */
  public Result<Ruleset> openBeside(Ruleset running, Path cache) {
    if (unread.isEmpty() && hash().equals(running.hash())) {
      return Result.ok(running);
    }
    Engines engines = new Engines(new ClassCache(cache));
    return translate().then(t -> Result.ok(t.compileBeside(running, this, engines)));
  }

  private Result<Translation> translate() {
    List<Problem> problems = new ArrayList<>(unread);
    Translation translation = new Translator(this, problems).translate();
    return translation == null ? Result.refused(placed(problems)) : Result.ok(translation);
  }

  private List<Problem> placed(List<Problem> problems) {
    List<Problem> all = new ArrayList<>(problems);
    if (all.size() > Translator.MOST_PROBLEMS) {
      all = new ArrayList<>(problems.stream().sorted().limit(Translator.MOST_PROBLEMS).toList());
      String more = "there are more problems than these " + Translator.MOST_PROBLEMS;
      all.add(new Problem(Place.of(""), more));
    }
    return all.stream()
        .map(
            p ->
                new Problem(
                    p.at().in(p.at().file().isEmpty() ? shown : shown + "/" + p.at().file()),
                    p.message()))
        .toList();
  }
}
