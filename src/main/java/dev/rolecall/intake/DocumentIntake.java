package dev.rolecall.intake;

import dev.rolecall.document.Json;
import dev.rolecall.document.Node;
import dev.rolecall.document.Yaml;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.SituationReader;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cases of a document: JSON values, lines of JSON, YAML documents. Its columns are the id and every
 * attribute.
 */
final class DocumentIntake extends Intake {

  /** Where the nodes come from; null at the end. */
  private interface Nodes {
    @Nullable Supplier<Result<Node>> next() throws IOException;
  }

  private final String file;
  private final Vocabulary vocabulary;
  private final Nodes nodes;
  private int number;
  private boolean ended;

  private DocumentIntake(String file, Vocabulary vocabulary, Nodes nodes, CountingStream bytes) {
    super(bytes);
    this.file = file;
    this.vocabulary = vocabulary;
    this.nodes = nodes;
  }

  static Intake ofJson(String file, Reader text, Vocabulary vocabulary, CountingStream bytes)
      throws IOException {
    Json.Values values = Json.values(file, text);
    return new DocumentIntake(file, vocabulary, () -> ready(values.next()), bytes);
  }

  /** Each line is a value of its own: a broken one leaves the others whole. */
  static Intake ofLines(String file, Reader text, Vocabulary vocabulary, CountingStream bytes) {
    BufferedReader lines = new BufferedReader(text);
    int[] line = {0};
    Nodes nodes =
        () -> {
          String next = lines.readLine();
          line[0]++;
          while (next != null && next.isBlank()) {
            next = lines.readLine();
            line[0]++;
          }
          String found = next;
          int at = line[0];
          return found == null ? null : () -> line(file, at, found);
        };
    return new DocumentIntake(file, vocabulary, nodes, bytes);
  }

  private static Result<Node> line(String file, int number, String text) {
    Place bad = NotUtf8.in(file, text);
    return bad == null
        ? Json.read(file, number, text)
        : Result.refused(Place.of(file, number, bad.column()), NotUtf8.MESSAGE);
  }

  static Result<Intake> ofYaml(
      String file, Reader text, Vocabulary vocabulary, CountingStream bytes) throws IOException {
    StringWriter whole = new StringWriter();
    text.transferTo(whole);
    Place bad = NotUtf8.in(file, whole.toString());
    if (bad != null) {
      return Result.refused(bad, NotUtf8.MESSAGE);
    }
    return Yaml.read(file, whole.toString())
        .then(
            documents -> {
              List<Node> cases = new ArrayList<>();
              documents.forEach(
                  d -> cases.addAll(d instanceof Node.Items items ? items.items() : List.of(d)));
              if (cases.isEmpty()) {
                return Result.refused(Place.of(file), "there is no case in it");
              }
              Iterator<Node> next = cases.iterator();
              return Result.ok(
                  new DocumentIntake(
                      file,
                      vocabulary,
                      () -> next.hasNext() ? ready(Result.ok(next.next())) : null,
                      bytes));
            });
  }

  private static @Nullable Supplier<Result<Node>> ready(@Nullable Result<Node> node) {
    return node == null ? null : () -> node;
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("id"));
    columns.addAll(vocabulary.paths());
    return columns;
  }

  @Override
  public List<String> understood() {
    return columns();
  }

  @Override
  public @Nullable Row next() {
    if (ended) {
      return null;
    }
    number++;
    try {
      Supplier<Result<Node>> node = nodes.next();
      return node == null
          ? null
          : new Row(file, number, List.of(), () -> node.get().then(this::of));
    } catch (IOException e) {
      ended = true;
      Place at = Place.ofCell(file, number, null);
      return new Row(
          file, number, List.of(), () -> Result.refused(at, "the file cannot be read further"));
    }
  }

  private Result<Situation> of(Node node) {
    Place bad = NotUtf8.in(node);
    return bad == null
        ? SituationReader.read(vocabulary, node)
        : Result.refused(bad, NotUtf8.MESSAGE);
  }
}
