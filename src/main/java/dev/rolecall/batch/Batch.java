package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Evaluates every row of some inputs. Rows are read by the calling thread, decided in chunks by one
 * thread for each processor, and written by the calling thread in the order in which they were
 * read.
 */
public final class Batch {

  private static final int CHUNK = 128;

  /**
   * Chunks on their way at once, for each processor: enough to keep all busy, few enough to hold in
   * memory.
   */
  private static final int AHEAD = 4;

  private final Ruleset ruleset;
  private final Results results;
  private final Progress progress;
  private final BooleanSupplier stop;
  private final Summary summary;
  private final int processors = Runtime.getRuntime().availableProcessors();
  private final Deque<Future<Chunk>> underWay = new ArrayDeque<>();

  /** Told after each chunk how far the batch has come. */
  public interface Progress {
    void at(long rows, long bytes);
  }

  private record Chunk(Intake input, List<Decided> rows, String lines, long bytes) {}

  /**
   * @param stop asked between rows and chunks; once it says so, {@link #run} returns
   */
  public Batch(Ruleset ruleset, Results results, Progress progress, BooleanSupplier stop) {
    this.ruleset = ruleset;
    this.results = results;
    this.progress = progress;
    this.stop = stop;
    this.summary = new Summary(ruleset);
  }

  /** Evaluates the inputs one after another; they are left open. */
  public Summary run(List<Intake> inputs) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(processors);
    try {
      long bytesBefore = 0;
      for (Intake input : inputs) {
        run(input, bytesBefore, threads);
        bytesBefore += input.bytesRead();
      }
      while (!underWay.isEmpty() && !stop.getAsBoolean()) {
        write(underWay.remove());
      }
    } finally {
      threads.shutdownNow();
    }
    return summary;
  }

  private void run(Intake input, long bytesBefore, ExecutorService threads) throws IOException {
    List<Row> rows = new ArrayList<>(CHUNK);
    for (Row row = input.next(); row != null && !stop.getAsBoolean(); row = input.next()) {
      rows.add(row);
      if (rows.size() == CHUNK) {
        submit(input, rows, bytesBefore + input.bytesRead(), threads);
        rows = new ArrayList<>(CHUNK);
        if (underWay.size() >= processors * AHEAD) {
          write(underWay.remove());
        }
      }
    }
    submit(input, rows, bytesBefore + input.bytesRead(), threads);
  }

  private void submit(Intake input, List<Row> rows, long bytes, ExecutorService threads) {
    underWay.add(threads.submit(() -> decide(input, rows, bytes)));
  }

  private Chunk decide(Intake input, List<Row> rows, long bytes) {
    List<Decided> decided = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Result<Decision> result = row.situation().then(s -> Result.ok(ruleset.decide(s)));
      decided.add(new Decided(row, result));
    }
    return new Chunk(input, decided, results.rendering().lines(input, decided), bytes);
  }

  private void write(Future<Chunk> future) throws IOException {
    Chunk chunk;
    try {
      chunk = future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a chunk was decided", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a chunk could not be decided", e.getCause());
    }
    results.write(chunk.input(), chunk.rows(), chunk.lines());
    chunk.rows().forEach(summary::add);
    progress.at(summary.rows(), chunk.bytes());
  }
}
