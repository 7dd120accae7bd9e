package dev.rolecall.cue;

import dev.rolecall.document.CsvTable;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.ValueReader;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cues of a ruleset: which words of a description speak for which value of an attribute. They
 * are immutable, and any number of threads may read with them.
 */
public final class Cues {

  /** The file in the folder of the rules. */
  public static final String FILE = "cues.csv";

  /** What the cues for a value must weigh together before it is inferred. */
  static final int ENOUGH = 3;

  private static final List<String> HEADER = List.of("attribute", "value", "phrase", "weight");

  private final Vocabulary vocabulary;
  private final List<Cue> cues;

  private Cues(Vocabulary vocabulary, List<Cue> cues) {
    this.vocabulary = vocabulary;
    this.cues = List.copyOf(cues);
  }

  /** Those of a ruleset; none where its folder has no such file. */
  public static Result<Cues> of(Ruleset ruleset) {
    return of(ruleset.files(), ruleset.rulebook());
  }

  /** Those among the files of a ruleset, which need not be compiled. */
  public static Result<Cues> of(RuleFiles files, Rulebook rulebook) {
    if (!files.files().containsKey(FILE)) {
      return Result.ok(new Cues(rulebook.vocabulary(), List.of()));
    }
    String file = files.shown() + "/" + FILE;
    try {
      return read(rulebook.vocabulary(), file, files.text(FILE));
    } catch (CharacterCodingException e) {
      return Result.refused(Place.of(file), "it is not UTF-8; save it with that encoding");
    }
  }

  /** Reads a table, or says all that is wrong with it. */
  public static Result<Cues> read(Vocabulary vocabulary, String file, String text) {
    return CsvTable.read(file, text).then(table -> read(vocabulary, file, table));
  }

  private static Result<Cues> read(Vocabulary vocabulary, String file, CsvTable table) {
    if (!table.header().equals(HEADER)) {
      return Result.refused(
          Place.of(file, table.row(), 0), "the first line must be `" + String.join(",", HEADER));
    }
    List<Problem> problems = new ArrayList<>();
    List<Cue> cues = new ArrayList<>();
    for (CsvTable.Line line : table.lines()) {
      String path = line.cells().get(0);
      Attribute attribute = vocabulary.attribute(path).orElse(null);
      if (attribute == null) {
        problems.add(
            new Problem(
                Place.ofCell(file, line.row(), "attribute"),
                "`" + path + "` is not an attribute" + Nearest.maybe(path, vocabulary.paths())));
        continue;
      }
      ValueReader.Reading value = ValueReader.read(attribute.type(), line.cells().get(1));
      if (value.problem() != null) {
        problems.add(new Problem(Place.ofCell(file, line.row(), "value"), value.problem()));
      } else if (value.value() != null) {
        int weight = Integer.parseInt(line.cells().get(3));
        cues.add(
            new Cue(
                line.row(), attribute, value.value(), Words.plain(line.cells().get(2)), weight));
      }
    }
    return Result.of(new Cues(vocabulary, cues), problems);
  }

  /** Whether nothing can be read with them. */
  public boolean isEmpty() {
    return cues.isEmpty();
  }

  /**
   * @param description plain text with its paragraphs and bullets
   */
  public Reading read(String description) {
    return read(description, "", null);
  }

  /**
   * Leaves out the sentences that an employer repeats.
   *
   * @param employer as it was counted; empty where the input names none
   */
  public Reading read(String description, String employer, @Nullable Repeated repeated) {
    Map<Attribute, Map<Object, Inferred>> found = new LinkedHashMap<>();
    for (String sentence : Sentences.of(description)) {
      if (repeated != null && repeated.has(employer, sentence)) {
        continue;
      }
      String padded = " " + Words.plain(sentence) + " ";
      for (Cue cue : cues) {
        if (padded.contains(" " + cue.phrase() + " ")) {
          found
              .computeIfAbsent(cue.attribute(), a -> new LinkedHashMap<>())
              .putIfAbsent(cue.value(), new Inferred(cue.attribute(), cue.value(), sentence));
        }
      }
    }
    return reading(found);
  }

  private Reading reading(Map<Attribute, Map<Object, Inferred>> found) {
    List<Inferred> inferred = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (Attribute attribute : vocabulary.attributes()) {
      List<Inferred> sides = List.copyOf(found.getOrDefault(attribute, Map.of()).values());
      if (sides.size() == 1) {
        inferred.add(sides.get(0));
      } else if (sides.size() > 1) {
        conflicts.add(new Conflict(attribute, sides));
      }
    }
    return new Reading(inferred, conflicts);
  }
}
