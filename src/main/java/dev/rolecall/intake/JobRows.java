package dev.rolecall.intake;

import dev.rolecall.document.Node;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a tracking system's export as the rows of a table, wherever in the document they
 * stand. A list of jobs is read one after another; a document that wraps them is read as a whole,
 * as long as it fits into memory, and then in pieces.
 */
final class JobRows implements TableRows {

  private static final String TWICE =
      "jobs that stand in it twice, in a list and in full, were read once";

  private static final String IN_PIECES =
      "it is so long that it was read in pieces: a job that stands in it both in a list and in full"
          + " may have come as two";

  private final Nodes values;
  private final Notes notes;
  private final Deque<List<String>> waiting = new ArrayDeque<>();
  private int number;

  private JobRows(Nodes values, Notes notes) {
    this.values = values;
    this.notes = notes;
  }

  /** Its rows, if the first value of a document is a job or holds some; else null. */
  static @Nullable JobRows of(Node first, Nodes values, Notes notes) {
    JobRows rows = new JobRows(values, notes);
    rows.wait(first);
    return rows.waiting.isEmpty() ? null : rows;
  }

  /** Whether an object holds some and is none itself. */
  static boolean areIn(Node.Fields document) {
    return TrackingSystem.of(document).isEmpty() && isJobOrHoldsOne(document);
  }

  private static boolean isJobOrHoldsOne(Node node) {
    if (node instanceof Node.Items items) {
      return items.items().stream().anyMatch(JobRows::isJobOrHoldsOne);
    }
    return TrackingSystem.of(node).isPresent()
        || node instanceof Node.Fields group
            && group.fields().values().stream().anyMatch(f -> isJobOrHoldsOne(f.value()));
  }

  private void wait(Node document) {
    List<Job> jobs = new ArrayList<>();
    collect(document, document, jobs);
    Map<String, Job> byId = new HashMap<>();
    for (Job job : jobs) {
      Job before = job.id().isEmpty() ? null : byId.putIfAbsent(job.id(), job);
      if (before == null || before.place == job.place) {
        waiting.add(job.cells);
      } else {
        before.fill(job);
        notes.add(TWICE);
      }
    }
  }

  /**
   * @param place the list or group that holds it: two of one id in one place are two jobs
   */
  private record Job(Node place, List<String> cells) {

    String id() {
      return cells.get(0);
    }

    /** Takes from the same job elsewhere what is missing here. */
    void fill(Job same) {
      for (int i = 0; i < cells.size(); i++) {
        if (cells.get(i).isEmpty()) {
          cells.set(i, same.cells.get(i));
        }
      }
    }
  }

  private void collect(Node node, Node place, List<Job> jobs) {
    TrackingSystem system = TrackingSystem.of(node).orElse(null);
    if (system != null) {
      notes.add(Trait.SYSTEM, system.word());
      jobs.add(new Job(place, new ArrayList<>(system.cells(node))));
    } else if (node instanceof Node.Items items) {
      items.items().forEach(item -> collect(item, items, jobs));
    } else if (node instanceof Node.Fields group) {
      group.fields().values().forEach(field -> collect(field.value(), group, jobs));
    }
  }

  @Override
  public @Nullable TableRow next() throws IOException {
    number++;
    while (waiting.isEmpty()) {
      Supplier<Result<Node>> next = values.next();
      if (next == null) {
        return null;
      }
      Result<Node> value = next.get();
      if (value instanceof Result.Refused<Node> refused) {
        Problem problem = refused.problems().get(0);
        return TableRow.broken(number, List.of(), -1, problem.message());
      }
      wait(((Result.Ok<Node>) value).value());
      if (values.arePieces()) {
        notes.add(IN_PIECES);
      } else if (waiting.isEmpty()) {
        return TableRow.broken(number, List.of(), -1, "this is no job like the others before it");
      }
    }
    return new TableRow(number, waiting.remove(), null);
  }

  @Override
  public void close() {
    // The text it comes from is the input's to close.
  }
}
