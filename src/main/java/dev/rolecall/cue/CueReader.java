package dev.rolecall.cue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.rolecall.cue.Meaning.Cue;
import dev.rolecall.cue.Meaning.Denial;
import dev.rolecall.document.CsvTable;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Alike;
import dev.rolecall.situation.ValueReader;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the table of cues, or says all that is wrong with it. */
final class CueReader {

  private static final List<String> HEADER = List.of("attribute", "value", "phrase", "weight");

  /** In the first column: words that deny. */
  private static final String DENIAL = "denial";

  /** In the second column: the number in the phrase. */
  private static final String NUMBER = "#";

  private static final int MOST_CUES = 20_000;
  private static final int LARGEST_TREE = 300_000;
  private static final int MOST_PATTERNS = 100;
  private static final int LONGEST_PATTERN = 300;

  /** Of a pattern when compiled; the time to read takes a multiple of it. */
  private static final int MOST_STEPS = 500;

  /** {@code {3}}, {@code {3,}} and {@code {3,7}} of a pattern. */
  private static final java.util.regex.Pattern REPETITION =
      java.util.regex.Pattern.compile("\\{([0-9]*),?([0-9]*)\\}");

  private static final int MOST_PROBLEMS = 1_000;

  private final Vocabulary vocabulary;
  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<Meaning> meanings = new ArrayList<>();
  private final Phrases phrases = new Phrases();
  private final List<CueTable.Written> patterns = new ArrayList<>();

  CueReader(Vocabulary vocabulary, String file) {
    this.vocabulary = vocabulary;
    this.file = file;
  }

  Result<CueTable> read(CsvTable table, Alike alike) {
    if (!table.header().equals(HEADER)) {
      return Result.refused(
          Place.of(file, table.row(), 0),
          "the first line must be `" + String.join(",", HEADER) + "`");
    }
    if (table.lines().size() > MOST_CUES) {
      return Result.refused(
          Place.of(file),
          "it holds " + table.lines().size() + " lines; it may hold up to " + MOST_CUES);
    }
    Denials.lines().forEach(this::line);
    if (!problems.isEmpty()) {
      throw new AssertionError("the denials shipped with us are wrong: " + problems);
    }
    seen.clear();
    for (CsvTable.Line line : table.lines()) {
      line(line);
      if (phrases.size() > LARGEST_TREE) {
        problem(line, "phrase", "up to here the phrases stand for too many sequences of words");
      }
      if (problems.size() >= MOST_PROBLEMS || phrases.size() > LARGEST_TREE) {
        return Result.refused(problems);
      }
    }
    return Result.of(new CueTable(meanings, phrases, patterns, alike), problems);
  }

  private void line(CsvTable.Line line) {
    String about = line.cells().get(0);
    Meaning meaning = about.equals(DENIAL) ? denial(line) : cue(line, about);
    String phrase = line.cells().get(2);
    Integer before = seen.putIfAbsent(key(line, about, phrase), line.row());
    if (before != null) {
      problem(
          line,
          "phrase",
          "`" + phrase + "` stands for `" + about + "` in row " + before + " already");
    }
    if (phrase.startsWith("/")) {
      pattern(line, phrase, meaning);
    } else {
      phrase(line, phrase, meaning);
    }
  }

  /** Two lines with the same key say the same, or contradict each other. */
  private static String key(CsvTable.Line line, String about, String phrase) {
    String denied = about.equals(DENIAL) ? line.cells().get(1) : "";
    return String.join("\n", about, denied, Words.plain(phrase), marks(phrase));
  }

  /** What two phrases of the same words may differ in. */
  private static String marks(String phrase) {
    return phrase.startsWith("/") ? phrase : phrase.replaceAll("[^|()\\[\\]*#.\u2026]", "");
  }

  private @Nullable Meaning denial(CsvTable.Line line) {
    String name = line.cells().get(1);
    if (!line.cells().get(3).isEmpty()) {
      problem(line, "weight", "a denial has no weight; leave the cell empty");
    }
    Denial denial = Denial.named(name).orElse(null);
    if (denial == null) {
      problem(
          line,
          "value",
          "`"
              + name
              + "` is not what a denial can deny: one of "
              + Nearest.list(Denial.names())
              + Nearest.maybe(name, Denial.names()));
    }
    return denial;
  }

  private @Nullable Meaning cue(CsvTable.Line line, String path) {
    Attribute attribute = vocabulary.attribute(path).orElse(null);
    if (attribute == null) {
      List<String> allowed = new ArrayList<>(vocabulary.paths());
      allowed.add(DENIAL);
      problem(
          line,
          "attribute",
          "`"
              + path
              + "` is not an attribute of `"
              + vocabulary.decision()
              + "`, nor `denial`"
              + Nearest.maybe(path, allowed));
      return null;
    }
    if (vocabulary.factOf(attribute).role() == FactType.Role.CONTEXT) {
      problem(
          line,
          "attribute",
          "`" + path + "` frames the case; cues are read for what is asked about the work only");
      return null;
    }
    String value = line.cells().get(1);
    return value.isEmpty() ? silent(line, attribute) : speaking(line, attribute, value);
  }

  private Meaning silent(CsvTable.Line line, Attribute attribute) {
    if (!line.cells().get(3).isEmpty()) {
      problem(line, "weight", "words that say nothing (no value) have no weight; leave it empty");
    }
    return new Cue(attribute, null, 0, false);
  }

  private @Nullable Meaning speaking(CsvTable.Line line, Attribute attribute, String value) {
    int weight = weight(line);
    if (value.equals(NUMBER)) {
      if (attribute.type() instanceof ValueType.WholeNumber
          || attribute.type() instanceof ValueType.Decimal) {
        return new Cue(attribute, null, weight, true);
      }
      problem(
          line,
          "value",
          "`#` takes the number of the phrase, and `"
              + attribute.path()
              + "` is "
              + attribute.type().expectation());
      return null;
    }
    ValueReader.Reading reading = ValueReader.read(attribute.type(), value);
    if (reading.value() == null) {
      String what = reading.problem();
      problem(
          line, "value", what == null ? "a cue speaks for a value, not for `" + value + "`" : what);
      return null;
    }
    return new Cue(attribute, reading.value(), weight, false);
  }

  private int weight(CsvTable.Line line) {
    String weight = line.cells().get(3);
    if (weight.length() == 1 && weight.charAt(0) >= '1' && weight.charAt(0) <= '0' + Cues.ENOUGH) {
      return weight.charAt(0) - '0';
    }
    problem(
        line,
        "weight",
        (weight.isEmpty() ? "the weight is missing" : "`" + weight + "` is not a weight")
            + ": 3 where the phrase alone says it, 2 or 1 where others have to say it too");
    return Cues.ENOUGH;
  }

  private void phrase(CsvTable.Line line, String phrase, @Nullable Meaning meaning) {
    Notation.Read read = Notation.read(phrase);
    if (read.problem() != null) {
      problem(line, "phrase", read.problem());
    } else if (meaning instanceof Cue cue && cue.number() != hasNumber(read)) {
      problem(line, "phrase", "`#` stands in both the value and the phrase, or in neither");
    } else if (meaning != null) {
      phrases.add(meanings.size(), read.sequences());
      meanings.add(meaning);
    }
  }

  private static boolean hasNumber(Notation.Read read) {
    return read.sequences().stream().allMatch(sequence -> sequence.contains(new Part.Number()));
  }

  private void pattern(CsvTable.Line line, String phrase, @Nullable Meaning meaning) {
    if (phrase.length() < 3 || !phrase.endsWith("/")) {
      problem(line, "phrase", "a pattern stands between two `/`");
    } else if (phrase.length() > LONGEST_PATTERN) {
      problem(line, "phrase", "the pattern is longer than " + LONGEST_PATTERN + " characters");
    } else if (patterns.size() == MOST_PATTERNS) {
      problem(line, "phrase", "there are more than " + MOST_PATTERNS + " patterns");
    } else {
      compile(line, phrase.substring(1, phrase.length() - 1), meaning);
    }
  }

  private void compile(CsvTable.Line line, String text, @Nullable Meaning meaning) {
    try {
      Pattern pattern =
          repeatsTooMuch(text) ? null : Pattern.compile(text, Pattern.CASE_INSENSITIVE);
      if (pattern == null || pattern.programSize() > MOST_STEPS) {
        problem(line, "phrase", "the pattern repeats too much");
      } else if (pattern.matches("")) {
        problem(line, "phrase", "the pattern matches where nothing stands");
      } else if (meaning instanceof Cue cue && cue.number() && pattern.groupCount() == 0) {
        problem(line, "phrase", "the number is the first group of the pattern: `([0-9]+) teams`");
      } else if (meaning != null) {
        patterns.add(new CueTable.Written(meanings.size(), pattern));
        meanings.add(meaning);
      }
    } catch (PatternSyntaxException e) {
      String at = e.getPattern() == null ? "" : " at `" + e.getPattern().replace("(?i)", "") + "`";
      problem(line, "phrase", "the pattern cannot be read: " + e.getDescription() + at);
    }
  }

  /** Repetitions within repetitions are written out when a pattern is compiled. */
  private static boolean repeatsTooMuch(String text) {
    java.util.regex.Matcher repetitions = REPETITION.matcher(text);
    long times = 1;
    while (repetitions.find() && times <= MOST_STEPS) {
      String most = repetitions.group(2).isEmpty() ? repetitions.group(1) : repetitions.group(2);
      times *= most.length() > 3 ? MOST_STEPS + 1 : Math.max(1, Integer.parseInt("0" + most));
    }
    return times > MOST_STEPS;
  }

  private void problem(CsvTable.Line line, String column, String message) {
    problems.add(new Problem(Place.ofCell(file, line.row(), column), message));
  }
}
