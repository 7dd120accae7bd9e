package dev.rolecall.intake;

import dev.rolecall.document.CsvTable;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.PersonalData;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What columns are called: the paths and questions of the vocabulary, the bare names of what frames
 * a case, and the names listed in {@code columns.csv} of the ruleset ({@code means,called}), which
 * people add to. Case, spaces and signs are forgiven.
 */
final class ColumnNames {

  /** The file in the folder of the rules. */
  static final String FILE = "columns.csv";

  private static final Map<String, Column.Part> PARTS =
      Map.of(
          "id", Column.Part.ID,
          "status", Column.Part.STATUS,
          "description", Column.Part.DESCRIPTION,
          "employer", Column.Part.EMPLOYER,
          "routing", Column.Part.ROUTING);

  /** Of shorter names too many are near. */
  private static final int SHORTEST = 5;

  /** Says which statuses are those of open requisitions. */
  private static final String OPEN_STATUS = "open status";

  /** What exports put before the name of what frames a case: "Job Title". */
  private static final List<String> FRAMED = List.of("job", "posting", "position", "requisition");

  private static final List<String> IDS =
      List.of(
          "id",
          "requisition",
          "requisition id",
          "requisition no",
          "requisition number",
          "req id",
          "req");

  private static final Map<String, Column.Part> ONLY_IN_MAPPINGS =
      Map.of("ignore", Column.Part.IGNORED, "drop", Column.Part.DROPPED);

  private final Map<String, Named> names;
  private final Set<String> open;
  private final Mapping mapping;

  /**
   * @param rank where two columns mean the same, the one of the lower rank is read
   */
  record Named(Column.Meaning meaning, boolean certain, int rank, Column.By by) {}

  private ColumnNames(ColumnNames names, Mapping mapping) {
    this.names = names.names;
    this.open =
        mapping.open().isEmpty()
            ? names.open
            : mapping.open().stream().map(Words::key).collect(Collectors.toSet());
    this.mapping = mapping;
  }

  private ColumnNames(Vocabulary vocabulary) {
    this.names = new HashMap<>();
    this.open = new HashSet<>();
    this.mapping = Mapping.NONE;
    for (FactType fact : vocabulary.facts()) {
      if (isChoices(fact)) {
        add(fact.key(), new Column.Choices(fact), Column.By.NAME);
      }
      for (Attribute attribute : fact.attributes()) {
        Column.Value value = new Column.Value(attribute);
        add(attribute.path(), value, Column.By.PATH);
        if (!attribute.question().isEmpty()) {
          add(attribute.question(), value, Column.By.QUESTION);
        }
      }
    }
    for (Attribute attribute : vocabulary.attributes()) {
      if (vocabulary.factOf(attribute).role() == FactType.Role.CONTEXT) {
        Column.Value value = new Column.Value(attribute);
        add(attribute.name(), value, Column.By.NAME);
        FRAMED.forEach(of -> add(of + " " + attribute.name(), value, Column.By.NAME));
      }
    }
  }

  /** Without a table of the ruleset. */
  static ColumnNames of(Vocabulary vocabulary) {
    ColumnNames names = new ColumnNames(vocabulary);
    names.addAlways();
    return names;
  }

  /** What no table has to say. */
  private void addAlways() {
    IDS.forEach(id -> add(id, Column.Part.ID, Column.By.NAME));
    List.of("description", "employer")
        .forEach(name -> add(name, Objects.requireNonNull(PARTS.get(name)), Column.By.NAME));
  }

  /** With the table of a ruleset. */
  static Result<ColumnNames> read(Vocabulary vocabulary, String file, String csv) {
    return CsvTable.read(file, csv).then(table -> read(vocabulary, file, table));
  }

  private static Result<ColumnNames> read(Vocabulary vocabulary, String file, CsvTable table) {
    if (!table.header().equals(List.of("means", "called"))) {
      return Result.refused(
          Place.of(file, table.row(), 0), "the first line must be `means,called`");
    }
    ColumnNames names = new ColumnNames(vocabulary);
    List<Problem> problems = new ArrayList<>();
    Map<String, CsvTable.Line> seen = new HashMap<>();
    for (CsvTable.Line line : table.lines()) {
      names.line(file, line, vocabulary, problems);
      twice(file, line, seen, problems);
    }
    names.addAlways();
    return Result.of(names, problems);
  }

  /** One name cannot mean two things; a status is no name of a column. */
  private static void twice(
      String file, CsvTable.Line line, Map<String, CsvTable.Line> seen, List<Problem> problems) {
    String means = line.cells().get(0);
    String called = line.cells().get(1);
    boolean status = means.equals(OPEN_STATUS);
    CsvTable.Line before = seen.putIfAbsent((status ? "=" : "") + Words.key(called), line);
    if (before != null && !before.cells().get(0).equals(means)) {
      problems.add(
          new Problem(
              Place.ofCell(file, line.row(), "called"),
              "`"
                  + called
                  + "` means `"
                  + before.cells().get(0)
                  + "` in row "
                  + before.row()
                  + "; it cannot mean `"
                  + means
                  + "` too"));
    }
  }

  private void line(
      String file, CsvTable.Line line, Vocabulary vocabulary, List<Problem> problems) {
    String means = line.cells().get(0);
    String called = line.cells().get(1);
    Place at = Place.ofCell(file, line.row(), "means");
    if (Words.key(called).isEmpty()) {
      problems.add(new Problem(at, "each line has two cells: what is meant, what it is called"));
    } else if (means.equals(OPEN_STATUS)) {
      open.add(Words.key(called));
    } else {
      Column.Meaning meaning = meaning(means, vocabulary);
      if (meaning == null) {
        List<String> allowed = new ArrayList<>(List.of("id", "status", OPEN_STATUS, "description"));
        allowed.addAll(List.of("employer", "routing"));
        allowed.addAll(vocabulary.paths());
        problems.add(
            new Problem(
                at,
                "`"
                    + means
                    + "` is nothing that a column can mean: an attribute, a fact whose attributes"
                    + " are all yes or no, `id`, `status`, `open status`, `description`, `employer`"
                    + " or `routing`"
                    + Nearest.maybe(means, allowed)));
      } else {
        add(called, meaning, Column.By.TABLE);
      }
    }
  }

  /** What a word of the table means, or null. */
  static Column.@Nullable Meaning meaning(String word, Vocabulary vocabulary) {
    Column.Part part = PARTS.get(word);
    if (part != null) {
      return part;
    }
    for (FactType fact : vocabulary.facts()) {
      if (fact.key().equals(word) && isChoices(fact)) {
        return new Column.Choices(fact);
      }
    }
    return vocabulary.attribute(word).map(Column.Value::new).orElse(null);
  }

  static boolean isChoices(FactType fact) {
    return fact.attributes().stream().allMatch(a -> a.type() instanceof ValueType.YesNo);
  }

  private void add(String name, Column.Meaning meaning, Column.By by) {
    boolean certain = by == Column.By.PATH || by == Column.By.QUESTION;
    names.putIfAbsent(Words.key(name), new Named(meaning, certain, names.size(), by));
  }

  /** The same where somebody said what some columns are for. */
  ColumnNames with(Mapping said) {
    return new ColumnNames(this, said);
  }

  Mapping mapping() {
    return mapping;
  }

  /** What a column of this name is for; nobody's names of people are read. */
  Named of(String header) {
    Named named = named(header);
    if (named != null) {
      return named;
    }
    boolean personal = PersonalData.whatItIs("", Words.plain(header).replace(' ', '_')).isPresent();
    Column.Part part = personal ? Column.Part.PERSONAL : Column.Part.CARRIED;
    return new Named(part, personal, Integer.MAX_VALUE, Column.By.NOTHING);
  }

  private @Nullable Named named(String header) {
    Named named = names.get(Words.key(header));
    Mapping.Entry said = mapping.of(header);
    if (said == null) {
      return named;
    }
    boolean certain = named != null && named.certain && named.meaning.equals(said.meaning());
    return new Named(
        said.meaning(),
        certain,
        mapping.entries().indexOf(said) - mapping.entries().size(),
        Column.By.MAPPING);
  }

  /** What only says something beside the situation, or nothing, in the words of a mapping. */
  static List<String> wordsOfMapping() {
    return List.of("id", "status", "description", "employer", "routing", "ignore", "drop");
  }

  /** What a word of a mapping means, or null. */
  static Column.@Nullable Meaning meaningInMapping(String word, Vocabulary vocabulary) {
    Column.Part part = ONLY_IN_MAPPINGS.get(word);
    return part == null ? meaning(word, vocabulary) : part;
  }

  /** Which answers a column of a name that nobody knows perhaps holds. */
  Optional<String> nearest(String header) {
    if (Words.key(header).length() < SHORTEST) {
      return Optional.empty();
    }
    List<String> ofAnswers =
        names.entrySet().stream()
            .filter(e -> !(e.getValue().meaning instanceof Column.Part))
            .map(Map.Entry::getKey)
            .toList();
    return Nearest.to(Words.key(header), ofAnswers)
        .map(names::get)
        .map(n -> new Column("", n.meaning, n.certain, n.by, Map.of()).means());
  }

  /** How many of these cells are names of columns. */
  int known(List<String> cells) {
    return (int) cells.stream().map(this::named).filter(Objects::nonNull).distinct().count();
  }

  /** Whether requisitions of this status are open. */
  boolean isOpen(String status) {
    return open.contains(Words.key(status));
  }
}
