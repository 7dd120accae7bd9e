package dev.rolecall.intake;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.ValueReader;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table mean: a header is the path of an attribute, its question, or the bare
 * name of an attribute that frames the case (a title, a location); case, spaces and signs are
 * forgiven. Any other column is carried through.
 */
final class Columns {

  private static final Set<String> ID =
      Set.of(
          "id",
          "requisition",
          "requisitionid",
          "requisitionno",
          "requisitionnumber",
          "reqid",
          "req");

  /** What exports put before the name of what frames a case: "Job Title". */
  private static final List<String> FRAMED = List.of("job", "posting", "position", "requisition");

  private final Vocabulary vocabulary;
  private final List<String> headers;
  private final @Nullable Attribute[] attributes;
  private int id = -1;

  private Columns(Vocabulary vocabulary, List<String> headers) {
    this.vocabulary = vocabulary;
    this.headers = headers;
    this.attributes = new Attribute[headers.size()];
  }

  /** Reads a header row; what is wrong with it is added to the problems. */
  static Columns read(
      String file, int row, List<String> headers, Vocabulary vocabulary, List<Problem> problems) {
    Columns columns = new Columns(vocabulary, List.copyOf(headers));
    Map<String, Attribute> names = names(vocabulary);
    Map<Attribute, String> taken = new HashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      String header = headers.get(i).strip();
      Attribute attribute = names.get(Words.key(header));
      Place at = Place.ofCell(file, row, header);
      if (attribute != null) {
        columns.attributes[i] = attribute;
        String before = taken.putIfAbsent(attribute, header);
        if (before != null) {
          problems.add(
              new Problem(
                  at,
                  "this column and `"
                      + before
                      + "` both mean `"
                      + attribute.path()
                      + "`; keep one of them"));
        }
      } else if (ID.contains(Words.key(header)) && columns.id < 0) {
        columns.id = i;
      } else {
        misspelt(header, at, vocabulary, problems);
      }
    }
    return columns;
  }

  private static Map<String, Attribute> names(Vocabulary vocabulary) {
    Map<String, Attribute> names = new HashMap<>();
    for (FactType fact : vocabulary.facts()) {
      for (Attribute attribute : fact.attributes()) {
        if (fact.role() == FactType.Role.CONTEXT) {
          names.put(Words.key(attribute.name()), attribute);
          FRAMED.forEach(of -> names.put(of + Words.key(attribute.name()), attribute));
        }
        if (!attribute.question().isEmpty()) {
          names.put(Words.key(attribute.question()), attribute);
        }
      }
    }
    vocabulary.attributes().forEach(a -> names.put(Words.key(a.path()), a));
    return names;
  }

  /** A header like {@code scope.team} is meant for us, and must not pass through unread. */
  private static void misspelt(
      String header, Place at, Vocabulary vocabulary, List<Problem> problems) {
    int point = header.indexOf('.');
    String fact = point < 0 ? "" : Words.key(header.substring(0, point));
    boolean ours = vocabulary.facts().stream().anyMatch(f -> Words.key(f.name()).equals(fact));
    boolean nearly =
        point > 0
            && header.matches("[A-Za-z]+\\.[A-Za-z]+")
            && Nearest.to(header, vocabulary.paths()).isPresent();
    if (ours || nearly) {
      problems.add(
          new Problem(
              at,
              "`" + header + "` is not an attribute" + Nearest.maybe(header, vocabulary.paths())));
    }
  }

  List<String> headers() {
    return headers;
  }

  /** The headers that are read: attributes and the id. */
  List<String> understood() {
    List<String> understood = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      if (attributes[i] != null || i == id) {
        understood.add(headers.get(i));
      }
    }
    return understood;
  }

  /** What a row says; what is wrong with its cells is added to the problems. */
  Situation situation(String file, int row, List<String> cells, List<Problem> problems) {
    Situation.Builder situation =
        Situation.of(vocabulary, id < 0 || id >= cells.size() ? "" : cells.get(id).strip());
    for (int i = 0; i < cells.size() && i < attributes.length; i++) {
      Attribute attribute = attributes[i];
      if (attribute != null) {
        ValueReader.Reading reading = ValueReader.read(attribute.type(), cells.get(i));
        if (reading.problem() != null) {
          Place at = new Place(file, row, i + 1, headers.get(i).strip());
          problems.add(new Problem(at, reading.problem()));
        } else if (reading.value() != null) {
          situation.set(attribute, Answer.stated(reading.value()));
        }
      }
    }
    return situation.build();
  }
}
