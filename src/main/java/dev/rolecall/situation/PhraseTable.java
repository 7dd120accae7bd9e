package dev.rolecall.situation;

import dev.rolecall.document.CsvTable;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that follow from the words of a text: {@code phrase,family,advertisedAs}. A phrase matches
 * where its words stand next to each other; parts joined by {@code +} must all occur, in any order.
 * The phrase with the most words wins, then the one with the most letters, then the earlier one;
 * the phrase {@code *} says what a text is that matches no other.
 */
public final class PhraseTable {

  private static final String PHRASE = "phrase";
  private static final String OTHERWISE = "*";

  /** A table that is something else altogether is not read to its end. */
  private static final int MOST_PROBLEMS = 1_000;

  private static final Pattern JOIN = Pattern.compile("\\s\\+\\s");

  private final Map<String, List<Line>> byFirstWord = new HashMap<>();
  private @Nullable Line otherwise;

  private record Line(
      List<String> parts, int words, int letters, int row, Map<Attribute, Object> values) {

    boolean matches(String padded) {
      for (String part : parts) {
        if (!padded.contains(part)) {
          return false;
        }
      }
      return true;
    }
  }

  private PhraseTable() {}

  /** The values that a text leads to; an attribute without one stays unknown. */
  public Map<Attribute, Object> lookUp(String text) {
    String words = Words.plain(text);
    String padded = " " + words + " ";
    Line best = null;
    for (String word : new HashSet<>(List.of(words.split(" ")))) {
      for (Line line : byFirstWord.getOrDefault(word, List.of())) {
        if (line.matches(padded) && (best == null || stronger(line, best))) {
          best = line;
        }
      }
    }
    Line found = best == null ? otherwise : best;
    return found == null ? Map.of() : found.values;
  }

  private static boolean stronger(Line line, Line than) {
    if (line.words != than.words) {
      return line.words > than.words;
    }
    return line.letters != than.letters ? line.letters > than.letters : line.row < than.row;
  }

  /**
   * Reads a table of a rules folder.
   *
   * @param attributes the attributes that are derived by it; each needs a column of its name
   */
  public static Result<PhraseTable> read(String file, String csv, List<Attribute> attributes) {
    return CsvTable.read(file, csv).then(lines -> read(file, lines, attributes));
  }

  private static Result<PhraseTable> read(String file, CsvTable csv, List<Attribute> attributes) {
    PhraseTable table = new PhraseTable();
    List<Problem> problems = new ArrayList<>();
    Map<Integer, Attribute> columns = header(file, csv, attributes, problems);
    Set<String> seen = new HashSet<>(Set.of(PHRASE));
    csv.lines().stream()
        .takeWhile(line -> problems.size() < MOST_PROBLEMS)
        .forEach(line -> table.add(file, line, columns, seen, problems));
    return Result.of(table, problems);
  }

  /** The attributes by the place of their columns. */
  private static Map<Integer, Attribute> header(
      String file, CsvTable csv, List<Attribute> attributes, List<Problem> problems) {
    Map<Integer, Attribute> columns = new HashMap<>();
    List<String> allowed = attributes.stream().map(Attribute::name).toList();
    int row = csv.row();
    if (!csv.header().get(0).equals(PHRASE)) {
      problems.add(new Problem(Place.of(file, row, 0), "the first column must be `phrase`"));
    }
    for (int i = 1; i < csv.header().size(); i++) {
      String name = csv.header().get(i);
      int column = i;
      attributes.stream()
          .filter(a -> a.name().equals(name))
          .findFirst()
          .ifPresentOrElse(
              a -> columns.put(column, a),
              () ->
                  problems.add(
                      new Problem(
                          Place.ofCell(file, row, name),
                          "no attribute of this name is derived by this table; "
                              + Nearest.thereAre(name, allowed))));
    }
    for (Attribute attribute : attributes) {
      long there = columns.values().stream().filter(a -> a == attribute).count();
      if (there != 1) {
        String problem = there == 0 ? "there is no column `" : "there is more than one column `";
        problems.add(new Problem(Place.of(file, row, 0), problem + attribute.name() + "`"));
      }
    }
    return columns;
  }

  private void add(
      String file,
      CsvTable.Line line,
      Map<Integer, Attribute> columns,
      Set<String> seen,
      List<Problem> problems) {
    int row = line.row();
    String phrase = line.cells().get(0);
    Map<Attribute, Object> values = new HashMap<>();
    columns.forEach(
        (column, attribute) -> {
          ValueReader.Reading reading =
              ValueReader.read(attribute.type(), line.cells().get(column));
          if (reading.problem() != null) {
            problems.add(new Problem(Place.ofCell(file, row, attribute.name()), reading.problem()));
          } else if (reading.value() != null) {
            values.put(attribute, reading.value());
          }
        });
    List<String> parts = new ArrayList<>();
    for (String part : JOIN.split(phrase)) {
      parts.add(" " + Words.plain(part) + " ");
    }
    String plain = String.join("+", parts);
    if (!phrase.equals(OTHERWISE) && parts.contains("  ")) {
      problems.add(
          new Problem(Place.ofCell(file, row, PHRASE), "a phrase needs at least one word"));
    } else if (!seen.add(phrase.equals(OTHERWISE) ? OTHERWISE : plain)) {
      problems.add(new Problem(Place.ofCell(file, row, PHRASE), "`" + phrase + "` is there twice"));
    } else if (phrase.equals(OTHERWISE)) {
      otherwise = new Line(List.of(), 0, 0, row, values);
    } else {
      int words = (int) plain.chars().filter(c -> c == ' ').count() - parts.size();
      int letters = (int) plain.chars().filter(Character::isLetterOrDigit).count();
      Line added = new Line(parts, words, letters, row, Map.copyOf(values));
      String firstWord = parts.get(0).strip().split(" ")[0];
      byFirstWord.computeIfAbsent(firstWord, w -> new ArrayList<>()).add(added);
    }
  }
}
