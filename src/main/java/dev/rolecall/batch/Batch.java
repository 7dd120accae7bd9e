package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Progress;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.record.Draft;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Evaluates every row of some inputs. Rows are read by the calling thread, decided in chunks by one
 * thread for each processor, and recorded and then written by the calling thread in the order in
 * which they were read, as many at once as are ready.
 */
public final class Batch {

  private static final int CHUNK = 128;

  /**
   * Chunks on their way at once, for each processor: enough to keep all busy while a group is
   * recorded, few enough to hold in memory.
   */
  private static final int AHEAD = 16;

  /** Of rows that are long, fewer make a chunk and fewer are on their way: bytes of the file. */
  private static final long LONG_CHUNK = 512 * 1024;

  private static final long MOST_AHEAD = 32 * LONG_CHUNK;

  /** Chunks that are recorded at once, at most. */
  private static final int GROUP = 16;

  private final Ruleset ruleset;
  private final Results results;
  private final Keeping keeping;
  private final Progress progress;
  private final BooleanSupplier stop;
  private final Past past;
  private final Summary summary;
  private final Ids today = new Ids();
  private final List<Problem> changed = new ArrayList<>();
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final Deque<Future<Chunk>> underWay = new ArrayDeque<>();
  private long submitted;
  private long written;

  private record Read(Row row, Keeping.Keeper keeper) {}

  private record Chunk(
      Intake input,
      List<Decided> rows,
      List<Draft> drafts,
      List<Problem> changed,
      ResultsFile.Prepared prepared,
      long bytes) {}

  /**
   * @param progress told after each group of rows
   * @param stop asked between rows and groups; once it says so, {@link #run} returns
   */
  public Batch(
      Ruleset ruleset, Results results, Keeping keeping, Progress progress, BooleanSupplier stop) {
    this.ruleset = ruleset;
    this.results = results;
    this.keeping = keeping;
    this.progress = progress;
    this.stop = stop;
    this.past = keeping.past();
    this.summary = new Summary(ruleset);
  }

  /**
   * Evaluates the inputs one after another; they are left open.
   *
   * @return refused where a batch that is taken up again does not find its rows as they were
   */
  public Result<Summary> run(List<Intake> inputs) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(processors);
    try {
      long bytesBefore = 0;
      for (int i = 0; i < inputs.size(); i++) {
        run(i + 1, inputs.get(i), bytesBefore, threads);
        bytesBefore += inputs.get(i).bytesRead();
      }
      while (!underWay.isEmpty() && goesOn()) {
        writeGroup();
      }
      if (goesOn()) {
        keeping.missing().ifPresent(changed::add);
      }
      if (goesOn()) {
        writeClosed();
      }
    } finally {
      threads.shutdownNow();
    }
    return Result.of(summary, changed);
  }

  private boolean goesOn() {
    return changed.isEmpty() && !stop.getAsBoolean();
  }

  private void run(int file, Intake input, long bytesBefore, ExecutorService threads)
      throws IOException {
    List<Read> rows = new ArrayList<>(CHUNK);
    for (Row row = input.next(); row != null && goesOn(); row = input.next()) {
      rows.add(new Read(row, keeping.next(file, row)));
      long bytes = bytesBefore + input.bytesRead();
      if (rows.size() == CHUNK || bytes - submitted >= LONG_CHUNK) {
        submit(input, rows, bytes, threads);
        rows = new ArrayList<>(CHUNK);
        while (isFarAhead()) {
          writeGroup();
        }
      }
    }
    submit(input, rows, bytesBefore + input.bytesRead(), threads);
  }

  private boolean isFarAhead() {
    return underWay.size() >= processors * AHEAD
        || !underWay.isEmpty() && submitted - written > MOST_AHEAD;
  }

  private void submit(Intake input, List<Read> rows, long bytes, ExecutorService threads) {
    submitted = bytes;
    if (!rows.isEmpty()) {
      underWay.add(threads.submit(() -> decide(input, rows, bytes)));
    }
  }

  private Chunk decide(Intake input, List<Read> rows, long bytes) {
    List<Decided> decided = new ArrayList<>(rows.size());
    List<Draft> drafts = new ArrayList<>(rows.size());
    List<Problem> unlike = new ArrayList<>();
    List<Result<Situation>> cases = rows.stream().map(read -> read.row().situation()).toList();
    Past.Look look = past.look(cases.stream().flatMap(Batch::readable).toList());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i).row();
      Result<Remembered> known = cases.get(i).then(s -> Result.ok(look.under(s)));
      Result<Decision> result = known.then(k -> Result.ok(ruleset.decide(k.situation())));
      Map<String, UUID> from =
          known instanceof Result.Ok<Remembered> ok ? ok.value().from() : Map.of();
      Before before =
          result instanceof Result.Ok<Decision> ok ? look.before(ok.value(), from) : Before.NOTHING;
      Keeping.RowEntry entry = rows.get(i).keeper().keep(result, from);
      Map<Attribute, Place> answered =
          result instanceof Result.Ok<Decision> ok
              ? input.answeredElsewhere(ok.value().situation())
              : Map.of();
      decided.add(new Decided(row, result, entry.id(), before, answered));
      if (entry.draft() != null) {
        drafts.add(entry.draft());
      }
      if (entry.changed() != null) {
        unlike.add(entry.changed());
      }
    }
    ResultsFile.Prepared prepared = results.file().prepare(input, decided);
    return new Chunk(input, decided, drafts, unlike, prepared, bytes);
  }

  private static Stream<Situation> readable(Result<Situation> read) {
    return read instanceof Result.Ok<Situation> ok ? Stream.of(ok.value()) : Stream.empty();
  }

  /** Waits for the first chunk and takes those behind it that are ready too. */
  private void writeGroup() throws IOException {
    List<Chunk> group = new ArrayList<>(GROUP);
    do {
      group.add(result(underWay.remove()));
    } while (group.size() < GROUP && !underWay.isEmpty() && underWay.element().isDone());
    group.forEach(chunk -> changed.addAll(chunk.changed()));
    if (changed.isEmpty()) {
      keeping.append(group.stream().flatMap(chunk -> chunk.drafts().stream()).toList());
      for (Chunk chunk : group) {
        write(chunk);
      }
    }
  }

  private static Chunk result(Future<Chunk> chunk) {
    try {
      return chunk.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a chunk was decided", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a chunk could not be decided", e.getCause());
    }
  }

  private void write(Chunk chunk) throws IOException {
    results.write(chunk.input(), chunk.rows(), chunk.prepared());
    chunk.rows().forEach(summary::add);
    written = chunk.bytes();
    if (past.compares()) {
      chunk.rows().forEach(row -> id(chunk.input(), row).ifPresent(today::add));
    }
    progress.at(summary.rows(), chunk.bytes());
  }

  /** Also of a row that could not be read, as far as its id can be. */
  private static Optional<String> id(Intake input, Decided row) {
    if (row.result() instanceof Result.Ok<Decision> ok) {
      return Optional.of(ok.value().situation().id());
    }
    List<String> cells = row.row().cells();
    return input
        .idColumn()
        .map(input.columns()::indexOf)
        .filter(at -> at >= 0 && at < cells.size())
        .map(at -> cells.get(at).strip());
  }

  /** What the last batch held and this one does not, behind all rows. */
  private void writeClosed() throws IOException {
    try (Stream<Closed> last = past.ofLastBatch()) {
      Iterator<Closed> each = last.filter(c -> today.add(c.requisition())).iterator();
      while (each.hasNext() && goesOn()) {
        Closed closed = each.next();
        results.write(closed);
        summary.add(closed);
      }
    }
  }
}
