package dev.rolecall.record;

import dev.rolecall.decision.Decision;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Decides recorded situations again by their archived rules and compares what is answered now with
 * what was given, words included. Entries are read by the calling thread and decided in chunks by
 * one thread for each processor; memory holds a few chunks. Which versions made an entry does not
 * matter.
 */
public final class Replay {

  private static final int CHUNK = 128;
  private static final int AHEAD = 4;

  private final ArchivedRules rules;
  private final int processors = Runtime.getRuntime().availableProcessors();

  /**
   * @param cache for compiled rules, as everywhere
   */
  public Replay(AuditRecord record, Path cache) {
    this.rules = new ArchivedRules(record, cache);
  }

  /**
   * @param told of each, in the order of the decisions, by the calling thread
   */
  public void run(Stream<Entry> decisions, Consumer<Replayed> told) {
    ExecutorService threads = Executors.newFixedThreadPool(processors);
    Deque<Future<List<Replayed>>> underWay = new ArrayDeque<>();
    try {
      Iterator<Entry> entries = decisions.iterator();
      while (entries.hasNext()) {
        List<Entry> chunk = chunk(entries);
        underWay.add(threads.submit(() -> chunk.stream().map(this::replay).toList()));
        if (underWay.size() >= processors * AHEAD) {
          done(underWay.remove()).forEach(told);
        }
      }
      while (!underWay.isEmpty()) {
        done(underWay.remove()).forEach(told);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Entry> chunk(Iterator<Entry> entries) {
    List<Entry> chunk = new ArrayList<>(CHUNK);
    while (chunk.size() < CHUNK && entries.hasNext()) {
      chunk.add(entries.next());
    }
    return chunk;
  }

  private static List<Replayed> done(Future<List<Replayed>> chunk) {
    try {
      return chunk.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while decisions were replayed", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTrouble trouble) {
        throw trouble;
      }
      throw new IllegalStateException("decisions could not be replayed", e.getCause());
    }
  }

  private Replayed replay(Entry entry) {
    Listing listing = entry.listing();
    if (!entry.holds()) {
      return new Replayed.Cannot(
          listing,
          Replayed.Reason.DAMAGED,
          "the entry was changed; `rolecall audit verify` says more");
    }
    if (entry.redacted()) {
      return new Replayed.Cannot(listing, Replayed.Reason.REDACTED, "its words were removed");
    }
    ArchivedRules.Opened opened = rules.of(listing);
    return opened instanceof ArchivedRules.Ready ready
        ? compared(ready, entry)
        : ((ArchivedRules.Closed) opened).cannot(listing);
  }

  private static Replayed compared(ArchivedRules.Ready rules, Entry entry) {
    Decision given = rules.decisions().decision(entry);
    Decision now = rules.ruleset().decide(withoutDerived(given.situation()));
    if (given.equals(now)) {
      return new Replayed.Identical(entry.listing());
    }
    List<String> differences = DecisionDifference.between(given, now);
    return differences.isEmpty()
        ? new Replayed.Identical(entry.listing())
        : new Replayed.Diverged(entry.listing(), differences);
  }

  /** What followed from a text has to follow again. */
  private static Situation withoutDerived(Situation situation) {
    Situation.Builder bare = situation.change();
    for (Attribute attribute : situation.vocabulary().attributes()) {
      situation
          .answer(attribute)
          .filter(answer -> answer.origin() == Origin.DERIVED)
          .ifPresent(answer -> bare.set(attribute, null));
    }
    return bare.build();
  }
}
