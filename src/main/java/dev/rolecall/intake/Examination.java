package dev.rolecall.intake;

import dev.rolecall.situation.ValueReader;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what the cells of columns come to, and keeps a few of them as examples. */
final class Examination {

  private static final int EXAMPLES = 3;
  private static final int OTHERS = 20;

  private static final String NOT_KNOWN = "not known";

  private final List<Counted> counted = new ArrayList<>();
  private final @Nullable Understanding understanding;
  private final @Nullable CellReader reader;

  /** Of a table. */
  Examination(List<Column> columns, Understanding understanding) {
    this.understanding = understanding;
    this.reader = new CellReader(understanding);
    columns.forEach(column -> counted.add(new Counted(column)));
    List<Attribute> choices =
        understanding.vocabulary().attributes().stream()
            .filter(a -> a.type() instanceof ValueType.OneOf && a.derived().isEmpty())
            .toList();
    for (Counted column : counted) {
      if (column.column.meaning() == Column.Part.CARRIED) {
        column.likely.addAll(choices);
      }
    }
  }

  /** Of a document: the columns are its attributes. */
  Examination(Vocabulary vocabulary) {
    this.understanding = null;
    this.reader = null;
    for (Attribute attribute : vocabulary.attributes()) {
      counted.add(
          new Counted(
              new Column(
                  attribute.path(), new Column.Value(attribute), true, Column.By.PATH, Map.of())));
    }
  }

  private static final class Counted {
    private final Column column;
    private final Map<String, String> examples = new LinkedHashMap<>();
    private final Map<String, Long> others = new LinkedHashMap<>();

    /** Attributes whose values all of its cells could be, where nobody knows what it is. */
    private final Set<Attribute> likely = new LinkedHashSet<>();

    private long filled;
    private long understood;
    private long left;

    Counted(Column column) {
      this.column = column;
    }

    void understood(String cell, String says) {
      understood++;
      if (examples.size() < EXAMPLES) {
        examples.putIfAbsent(Notes.shortened(cell), Notes.shortened(says));
      }
    }

    void left(String cell) {
      left++;
      other(cell);
    }

    void other(String cell) {
      String shown = Notes.shortened(cell.strip());
      if (others.size() < OTHERS || others.containsKey(shown)) {
        others.merge(shown, 1L, Long::sum);
      }
    }
  }

  /** Counts the cells of a row of a table. */
  void row(List<String> cells) {
    for (int i = 0; i < cells.size() && i < counted.size(); i++) {
      if (!cells.get(i).isBlank()) {
        Counted column = counted.get(i);
        column.filled++;
        cell(column, cells.get(i));
      }
    }
  }

  /** Counts a value that a case of a document states. */
  void value(Attribute attribute, Object value) {
    Counted column = counted.get(attribute.index());
    column.filled++;
    column.understood(value.toString(), attribute.type().print(value));
  }

  private void cell(Counted counted, String cell) {
    Column.Meaning meaning = counted.column.meaning();
    if (meaning instanceof Column.Value value) {
      value(value.attribute(), counted, cell);
    } else if (meaning instanceof Column.Choices choices) {
      choices(choices, counted, cell);
    } else if (meaning == Column.Part.CARRIED) {
      counted.likely.removeIf(a -> ValueReader.read(a.type(), cell).value() == null);
    } else if (meaning == Column.Part.ID || meaning == Column.Part.STATUS) {
      counted.understood(cell, cell.strip());
    } else if (meaning == Column.Part.DESCRIPTION || meaning == Column.Part.EMPLOYER) {
      counted.understood++; // long, or of no interest as an example
    }
  }

  private void value(Attribute attribute, Counted counted, String cell) {
    if (counted.column.maps(cell)) {
      counted.understood(cell, print(attribute, counted.column.mapped(cell)));
      return;
    }
    CellReader.Read read = read(attribute, cell);
    if (read.value() != null) {
      counted.understood(cell, attribute.type().print(read.value()));
    } else if (read.problem() == null && read.note() == null) {
      counted.understood(cell, NOT_KNOWN);
    } else {
      counted.left(cell);
    }
  }

  private CellReader.Read read(Attribute attribute, String cell) {
    return Objects.requireNonNull(reader).read(attribute, cell);
  }

  private static String print(Attribute attribute, Optional<Object> value) {
    return value.map(v -> attribute.type().print(v)).orElse(NOT_KNOWN);
  }

  private void choices(Column.Choices choices, Counted counted, String cell) {
    CellReader.Named named =
        Objects.requireNonNull(reader).list(choices.fact(), counted.column, cell);
    if (named.others().isEmpty()) {
      counted.understood(
          cell, String.join(", ", named.named().stream().map(Attribute::name).toList()));
    } else {
      counted.left++;
      named.others().forEach(counted::other);
    }
  }

  List<Inspection.Inspected> columns() {
    return counted.stream()
        .filter(c -> reader != null || c.filled > 0)
        .map(this::inspected)
        .toList();
  }

  private Inspection.Inspected inspected(Counted counted) {
    Column column = counted.column;
    Map<String, String> values = new LinkedHashMap<>();
    column
        .values()
        .forEach(
            (cell, value) ->
                values.put(
                    cell,
                    value
                        .map(v -> v instanceof Attribute a ? a.name() : v.toString())
                        .orElse("unknown")));
    return new Inspection.Inspected(
        column.header().strip(),
        column.means(),
        column.by().word(),
        counted.filled,
        counted.understood,
        counted.left,
        counted.examples,
        counted.others,
        values,
        nearest(counted));
  }

  /** By its cells, if they could all be answers of one question; else by its name. */
  private String nearest(Counted counted) {
    if (understanding == null || counted.column.meaning() != Column.Part.CARRIED) {
      return "";
    }
    if (counted.filled > 0 && counted.likely.size() == 1) {
      return counted.likely.iterator().next().path();
    }
    String header = counted.column.header();
    return Words.key(header).isEmpty() ? "" : understanding.names().nearest(header).orElse("");
  }
}
