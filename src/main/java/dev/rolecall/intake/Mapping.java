package dev.rolecall.intake;

import dev.rolecall.document.Yaml;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of the columns of an export: what each is for, what words in its cells mean,
 * which statuses are open. It beats all recognition; a column that it does not name is recognised
 * as ever.
 */
public final class Mapping {

  /** Nobody said anything. */
  static final Mapping NONE = new Mapping(List.of(), List.of());

  private final List<Entry> entries;
  private final List<String> open;
  private final Map<String, Entry> exact = new HashMap<>();
  private final Map<String, Entry> forgiving = new HashMap<>();

  /**
   * One column.
   *
   * @param at where the mapping names it
   * @param values what words in its cells mean, by {@link #cellKey}
   */
  record Entry(
      String header, Place at, Column.Meaning meaning, Map<String, Optional<Object>> values) {}

  Mapping(List<Entry> entries, List<String> open) {
    this.entries = List.copyOf(entries);
    this.open = List.copyOf(open);
    for (Entry entry : entries) {
      exact.put(entry.header.strip(), entry);
      String key = Words.key(entry.header);
      if (!key.isEmpty()) {
        forgiving.putIfAbsent(key, entry);
      }
    }
  }

  /** Reads a file of YAML; everything that is wrong with it comes at once. */
  public static Result<Mapping> read(String file, String yaml, Vocabulary vocabulary) {
    return Yaml.read(file, yaml)
        .then(documents -> new MappingReader(file, vocabulary).mapping(documents));
  }

  List<Entry> entries() {
    return entries;
  }

  /** The statuses that are open; where it names none, the rules say it. */
  List<String> open() {
    return open;
  }

  /** What is said of a column of this header. */
  @Nullable Entry of(String header) {
    Entry entry = exact.get(header.strip());
    return entry != null ? entry : forgiving.get(Words.key(header));
  }

  /** Case and the number of spaces do not matter in a cell; signs do: {@code 3+} is not 3. */
  static String cellKey(String cell) {
    return cell.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
