package dev.rolecall.intake;

import dev.rolecall.document.Json;
import dev.rolecall.document.Node;
import dev.rolecall.document.Yaml;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.SituationReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cases of a document: JSON values, lines of JSON, YAML documents. Its columns are the id and every
 * attribute.
 */
final class DocumentIntake extends Intake {

  /** A case, or all of a YAML file, has no more characters. */
  private static final int LONGEST = 8 * 1024 * 1024;

  private static final String MOST = LONGEST / 1024 / 1024 + " million characters";

  private final String file;
  private final Understanding understanding;
  private final Notes notes;
  private final boolean described;
  private final Nodes nodes;
  private int number;
  private boolean ended;

  /**
   * @param described whether its first case has a description: all have one then, or some
   */
  private DocumentIntake(
      Content content, Understanding understanding, boolean described, Nodes nodes) {
    super(content);
    this.file = content.name();
    this.understanding = understanding;
    this.notes = content.notes();
    this.described = described && understanding.descriptions().areRead();
    this.nodes = nodes;
  }

  static Result<Intake> ofJson(Content content, Reader text, Understanding understanding)
      throws IOException {
    Json.Values values = Json.values(content.name(), text, JobRows::areIn);
    return of(content.with(values::close), new JsonNodes(values), understanding);
  }

  /** Each line is a value of its own: a broken one leaves the others whole. */
  static Result<Intake> ofLines(Content content, Reader text, Understanding understanding)
      throws IOException {
    Lines lines = new Lines(text, LONGEST);
    int[] line = {0};
    Nodes nodes =
        () -> {
          String next;
          do {
            next = lines.next();
            line[0]++;
          } while (next != null && next.isBlank());
          String found = next;
          int at = line[0];
          return found == null ? null : () -> node(content.name(), at, found);
        };
    return of(content, nodes, understanding);
  }

  /** Cases as we write them, or jobs as a tracking system does: the first value tells. */
  private static Result<Intake> of(Content content, Nodes nodes, Understanding understanding)
      throws IOException {
    Supplier<Result<Node>> first = nodes.next();
    if (first == null) {
      return Result.ok(new DocumentIntake(content, understanding, false, nodes));
    }
    Result<Node> value = first.get();
    boolean described = false;
    if (value instanceof Result.Ok<Node> ok) {
      JobRows jobs = JobRows.of(ok.value(), nodes, content.notes());
      if (jobs != null) {
        return TableIntake.ofJobs(content, jobs, understanding);
      }
      described = isDescribed(ok.value());
    }
    if (described && !understanding.descriptions().problems().isEmpty()) {
      return Result.refused(understanding.descriptions().problems());
    }
    return Result.ok(new DocumentIntake(content, understanding, described, nodes.behind(value)));
  }

  private static boolean isDescribed(Node one) {
    return !SituationReader.description(one).isBlank();
  }

  private static Result<Node> node(String file, int number, String line) {
    return line.length() > LONGEST
        ? Result.refused(Place.of(file, number, 0), "this line has more than " + MOST)
        : Json.read(file, number, line);
  }

  static Result<Intake> ofYaml(Content content, Reader text, Understanding understanding)
      throws IOException {
    String file = content.name();
    char[] buffer = new char[16_384];
    StringBuilder whole = new StringBuilder();
    for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
      whole.append(buffer, 0, read);
      if (whole.length() > LONGEST) {
        return Result.refused(Place.of(file), "it has more than " + MOST);
      }
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
                      content,
                      understanding,
                      cases.stream().anyMatch(DocumentIntake::isDescribed),
                      () -> next.hasNext() ? ready(Result.ok(next.next())) : null));
            });
  }

  private record JsonNodes(Json.Values values) implements Nodes {

    @Override
    public @Nullable Supplier<Result<Node>> next() throws IOException {
      return ready(values.next());
    }

    @Override
    public boolean arePieces() {
      return values.cameInPieces();
    }
  }

  private static @Nullable Supplier<Result<Node>> ready(@Nullable Result<Node> node) {
    return node == null ? null : () -> node;
  }

  @Override
  public List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("id"));
    columns.addAll(understanding.vocabulary().paths());
    return columns;
  }

  @Override
  public Optional<String> idColumn() {
    return Optional.of(columns().get(0));
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
      return node == null ? null : row(number, node);
    } catch (IOException e) {
      ended = true;
      Place at = Place.ofCell(file, number, null);
      return new Row(file, number, List.of(), () -> Result.refused(at, Unreadable.words(e)));
    }
  }

  private Row row(int at, Supplier<Result<Node>> node) {
    StringBuilder written = new StringBuilder();
    return new Row(file, at, List.of(), () -> node.get().then(found -> of(found, written)))
        .described(stated -> over(stated, at, written.toString()));
  }

  private Result<Situation> of(Node node, StringBuilder written) {
    written.replace(0, written.length(), SituationReader.description(node));
    Result<Situation> read = SituationReader.read(understanding.vocabulary(), node);
    return written.toString().isBlank()
        ? read
        : read.then(stated -> Result.of(stated, understanding.descriptions().problems()));
  }

  private Situation over(Situation stated, int at, String written) {
    return written.isBlank()
        ? stated
        : understanding
            .descriptions()
            .over(
                stated,
                () -> new Description("", DescriptionText.of(written)),
                conflict -> notes.add(0, "description", at, conflict));
  }

  @Override
  boolean isSeveral() {
    return number > 3; // its end was counted, too
  }

  @Override
  boolean hasDescriptions() {
    return described;
  }

  @Override
  @Nullable Description nextDescription() throws IOException {
    Supplier<Result<Node>> node = nodes.next();
    return node == null
        ? null
        : node.get() instanceof Result.Ok<Node> ok
            ? new Description("", DescriptionText.of(SituationReader.description(ok.value())))
            : Description.NONE;
  }
}
