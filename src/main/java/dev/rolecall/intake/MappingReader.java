package dev.rolecall.intake;

import dev.rolecall.document.Node;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.PersonalData;
import dev.rolecall.situation.ValueReader;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Mapping} out of its YAML. */
final class MappingReader {

  static final String COLUMNS = "columns";
  static final String OPEN = "open statuses";
  static final String MEANS = "means";
  static final String VALUES = "values";

  private static final String SHAPE =
      "a mapping is a group `columns:` with a line for each column, like `Team count: scope.teams`";

  /** Behind so many problems no more columns are looked at. */
  private static final int MOST = 100;

  private final String file;
  private final Vocabulary vocabulary;
  private final List<Problem> problems = new ArrayList<>();

  MappingReader(String file, Vocabulary vocabulary) {
    this.file = file;
    this.vocabulary = vocabulary;
  }

  Result<Mapping> mapping(List<Node> documents) {
    if (documents.size() != 1 || !(documents.get(0) instanceof Node.Fields fields)) {
      Place at = documents.isEmpty() ? Place.of(file) : documents.get(0).at();
      return Result.refused(at, SHAPE);
    }
    List<Mapping.Entry> entries = new ArrayList<>();
    List<String> open = new ArrayList<>();
    fields
        .fields()
        .forEach(
            (key, field) -> {
              if (key.equals(COLUMNS)) {
                columns(field.value(), entries);
              } else if (key.equals(OPEN)) {
                statuses(field.value(), open);
              } else {
                unknownKey(key, field.at(), List.of(COLUMNS, OPEN));
              }
            });
    if (entries.isEmpty() && open.isEmpty() && problems.isEmpty()) {
      problem(fields.at(), "it says nothing; " + SHAPE);
    }
    return Result.of(new Mapping(entries, open), problems);
  }

  private void statuses(Node node, List<String> open) {
    if (node instanceof Node.Items items) {
      items.items().forEach(item -> status(item, open));
    } else {
      status(node, open);
    }
  }

  private void status(Node node, List<String> open) {
    if (node instanceof Node.Scalar scalar && !Words.key(scalar.text()).isEmpty()) {
      open.add(scalar.text());
    } else if (!isNothing(node)) {
      problem(node.at(), "`" + OPEN + "` is a list of statuses; found " + node.kind());
    }
  }

  private void columns(Node node, List<Mapping.Entry> entries) {
    if (!(node instanceof Node.Fields columns)) {
      if (!isNothing(node)) {
        problem(node.at(), "found " + node.kind() + "; " + SHAPE);
      }
      return;
    }
    Map<String, String> seen = new HashMap<>();
    columns
        .fields()
        .forEach(
            (header, field) -> {
              String before = seen.putIfAbsent(header.strip(), header);
              if (before != null) {
                problem(field.at(), "`" + before + "` is given twice");
              }
              Mapping.Entry entry = problems.size() < MOST ? entry(header, field) : null;
              if (entry != null) {
                entries.add(entry);
              }
            });
  }

  private Mapping.@Nullable Entry entry(String header, Node.Field field) {
    Node node = field.value();
    if (isNothing(node)) {
      problem(field.at(), "`" + header + "`: nothing is said of it; " + allowed());
      return null;
    }
    if (node instanceof Node.Scalar scalar) {
      return entry(header, field.at(), scalar, null);
    }
    if (!(node instanceof Node.Fields said)) {
      problem(node.at(), "`" + header + "`: found " + node.kind() + "; " + allowed());
      return null;
    }
    said.fields().forEach((key, value) -> unknownKey(key, value.at(), List.of(MEANS, VALUES)));
    Node.Field means = said.fields().get(MEANS);
    if (means == null || !(means.value() instanceof Node.Scalar scalar) || isNothing(scalar)) {
      problem(
          means == null ? field.at() : means.value().at(),
          "`" + header + "` needs `means:` and what it means; " + allowed());
      return null;
    }
    Node.Field values = said.fields().get(VALUES);
    return entry(header, field.at(), scalar, values == null ? null : values.value());
  }

  private Mapping.@Nullable Entry entry(
      String header, Place at, Node.Scalar means, @Nullable Node values) {
    Column.Meaning meaning = meaning(means.text().strip());
    if (meaning == null) {
      List<String> words = new ArrayList<>(ColumnNames.wordsOfMapping());
      words.addAll(vocabulary.paths());
      problem(
          means.at(),
          "`"
              + means.text()
              + "` is nothing that a column can mean; "
              + allowed()
              + Nearest.maybe(means.text(), words));
      return null;
    }
    String person = person(header);
    if (person != null && meaning != Column.Part.DROPPED) {
      problem(
          at,
          "`"
              + header
              + "` is about people ("
              + person
              + ") and always left out; take this line away");
      return null;
    }
    return new Mapping.Entry(
        header, at, meaning, values == null ? Map.of() : values(header, meaning, values));
  }

  private Column.@Nullable Meaning meaning(String word) {
    Column.Meaning meaning = ColumnNames.meaningInMapping(word, vocabulary);
    if (meaning != null) {
      return meaning;
    }
    return vocabulary.attributes().stream()
        .filter(a -> Words.key(a.path()).equals(Words.key(word)))
        .findFirst()
        .map(Column.Value::new)
        .orElse(null);
  }

  /** A word alone, like "Age" or "Name", may be said of a job as well, and somebody says so. */
  private static @Nullable String person(String header) {
    return PersonalData.whatItIs("", "column_" + Words.plain(header).replace(' ', '_'))
        .orElse(null);
  }

  private Map<String, Optional<Object>> values(String header, Column.Meaning meaning, Node node) {
    Map<String, Optional<Object>> values = new LinkedHashMap<>();
    if (isNothing(node)) {
      return values;
    }
    if (meaning instanceof Column.Part) {
      problem(node.at(), "`" + header + "`: only an attribute has values that can be listed");
    } else if (node instanceof Node.Fields listed) {
      listed
          .fields()
          .forEach(
              (cell, value) -> {
                Optional<Object> read = value(cell, meaning, value.value());
                if (values.put(Mapping.cellKey(cell), read) != null) {
                  problem(value.at(), "`" + cell + "` is given twice");
                }
              });
    } else {
      problem(
          node.at(),
          "`values` has a line for each text of a cell, like `1-2 teams: 2`; found " + node.kind());
    }
    return values;
  }

  private Optional<Object> value(String cell, Column.Meaning meaning, Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      problem(node.at(), "`" + cell + "` means one value; found " + node.kind());
      return Optional.empty();
    }
    if (meaning instanceof Column.Choices choices) {
      return choice(choices.fact(), scalar);
    }
    Attribute attribute = ((Column.Value) meaning).attribute();
    ValueReader.Reading read = ValueReader.read(attribute.type(), scalar.value(), scalar.text());
    if (read.problem() != null) {
      problem(node.at(), "`" + attribute.path() + "`: " + read.problem());
    }
    return Optional.ofNullable(read.value());
  }

  private Optional<Object> choice(FactType fact, Node.Scalar scalar) {
    if (isNothing(scalar) || ValueReader.saysUnknown(scalar.text())) {
      return Optional.empty();
    }
    String word = scalar.text().strip();
    String name =
        word.startsWith(fact.key() + ".") ? word.substring(fact.key().length() + 1) : word;
    Optional<Attribute> attribute = fact.attribute(name);
    if (attribute.isEmpty()) {
      problem(
          scalar.at(),
          "`"
              + word
              + "` is not one of "
              + Nearest.list(fact.attributeNames())
              + Nearest.maybe(word, fact.attributeNames()));
    }
    return attribute.map(a -> a);
  }

  private void unknownKey(String key, Place at, List<String> known) {
    if (!known.contains(key)) {
      problem(at, "`" + key + "` is not known here; " + Nearest.thereAre(key, known));
    }
  }

  private static boolean isNothing(Node node) {
    return node instanceof Node.Scalar scalar && scalar.text().isBlank()
        || node instanceof Node.Scalar empty && empty.value() == null;
  }

  private String allowed() {
    return "it is an attribute like `"
        + vocabulary.paths().get(0)
        + "`, a fact whose attributes are all yes or no, or one of "
        + Nearest.list(ColumnNames.wordsOfMapping());
  }

  private void problem(Place at, String message) {
    problems.add(new Problem(at, message));
  }
}
