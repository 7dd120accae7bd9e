package dev.rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.cli.Run;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever appends at once, to a store that is not even made: one chain, no gap. */
@Timeout(120)
@ParameterizedClass
@EnumSource(Database.class)
class AppendingAtOnceTest {

  private static final int THREADS = 4;
  private static final int EACH = 25;
  private static final int ROUNDS = 5;
  private static final int REQUISITIONS = 42;

  @Parameter private Database database;
  @TempDir private Path folder;

  private static void oneChain(Store store, int entries) {
    try (AuditRecord record = AuditRecord.openExisting(store);
        Stream<Listing> listings = record.listings(Filter.all().oldestFirst())) {
      assertThat(record.verify(null)).isEqualTo(new Verification.Holds(record.head()));
      assertThat(listings.map(Listing::sequence))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, entries).boxed().toList());
    }
  }

  @Test
  void threadsEachWithAConnectionOfTheirOwn() throws Exception {
    Store store = database.fresh(folder);
    atOnce(thread -> append(store, 1 + thread * EACH));
    oneChain(store, THREADS * EACH);
  }

  @Test
  void theTablesAreMadeOnceWhoeverComesFirst() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Store store = database.fresh(folder.resolve("round" + round));
      atOnce(
          thread -> {
            try (AuditRecord record = AuditRecord.open(store)) {
              return record.head();
            }
          });
      oneChain(store, 0);
    }
  }

  @Test
  void onlyOneAtATimeIsLetInToMakeThem() throws Exception {
    Store store = database.fresh(folder);
    AuditRecord.open(store).close();
    AtomicInteger inside = new AtomicInteger();
    atOnce(
        thread -> {
          for (int i = 0; i < EACH; i++) {
            try (Connection alone = store.keepOthersOut()) {
              assertThat(alone.isClosed()).isFalse();
              assertThat(inside.incrementAndGet()).isOne();
              Thread.yield();
              inside.decrementAndGet();
            } catch (SQLException e) {
              throw store.trouble(e);
            }
          }
          return new Head(0, "");
        });
  }

  private static void atOnce(IntFunction<Head> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Head>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        all.add(() -> work.apply(thread));
      }
      for (Future<Head> done : threads.invokeAll(all)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Head append(Store store, int first) {
    try (AuditRecord record = AuditRecord.open(store)) {
      for (int number = first; number < first + EACH; number++) {
        record.append(List.of(Rules.draft(number)));
      }
      return record.head();
    }
  }

  @Test
  void processes() throws Exception {
    Rules.HIRING.hash(); // its classes are in the cache, so that both come to append at once
    List<String> options = database.options(folder);
    List<Process> running = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ProcessBuilder process = Run.process("decide", "examples/open-requisitions.csv");
      process.command().addAll(options);
      running.add(
          process
              .redirectOutput(folder.resolve("out" + i).toFile())
              .redirectError(folder.resolve("err" + i).toFile())
              .start());
    }
    for (int i = 0; i < running.size(); i++) {
      assertThat(running.get(i).waitFor()).isZero();
      assertThat(folder.resolve("err" + i)).isEmptyFile();
    }
    oneChain(Database.named(options), 2 * REQUISITIONS);
  }
}
