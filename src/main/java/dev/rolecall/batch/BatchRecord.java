package dev.rolecall.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Envelope;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.record.About;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Author;
import dev.rolecall.record.BatchRow;
import dev.rolecall.record.DecisionDrafts;
import dev.rolecall.record.Draft;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Head;
import dev.rolecall.record.Ids;
import dev.rolecall.record.Kind;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.ruleset.Versions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch that is recorded: an entry opens it with the first rows, each decided row gets one, and
 * one closes it. Of a batch that is taken up again, rows that have an entry keep it, and must be
 * decided as they were.
 */
public final class BatchRecord implements Keeping {

  private final AuditRecord record;
  private final Ruleset ruleset;
  private final DecisionDrafts drafts;
  private final Author author;
  private final Clock clock;
  private final BatchFiles files;
  private final Past past;
  private final UUID id;
  private final RecordedRows before;
  private boolean begun;
  private long read;
  private long appended;
  private long found;
  private Head head;

  private BatchRecord(
      BatchFiles files,
      Optional<Unfinished> begun,
      Ruleset ruleset,
      AuditRecord record,
      Past past,
      Author author,
      Clock clock) {
    this.files = files;
    this.past = past;
    this.ruleset = ruleset;
    this.drafts = DecisionDrafts.of(ruleset);
    this.record = record;
    this.author = author;
    this.clock = clock;
    this.begun = begun.isPresent();
    this.id = begun.map(Unfinished::id).orElseGet(Ids::next);
    this.before = new RecordedRows(begun.map(b -> b.rows(record)).orElseGet(Stream::empty));
    this.head = record.head();
  }

  /**
   * @param begun the batch that is taken up again; empty for a new one
   * @param ruleset that it began with
   * @param record left open
   * @param past closed with this
   */
  public static BatchRecord of(
      BatchFiles files,
      Optional<Unfinished> begun,
      Ruleset ruleset,
      AuditRecord record,
      Past past,
      Author author,
      Clock clock) {
    return new BatchRecord(files, begun, ruleset, record, past, author, clock);
  }

  @Override
  public Past past() {
    return past;
  }

  @Override
  public Keeper next(int file, Row row) {
    read++;
    Place at = Place.ofCell(row.file(), row.number(), null);
    BatchRow kept = before.next();
    if (kept == null) {
      BatchRow fresh = new BatchRow(id, read, file, row.number());
      return (decided, remembered) ->
          decided instanceof Result.Ok<Decision> ok
              ? fresh(fresh.remembering(remembered), ok.value())
              : RowEntry.NONE;
    }
    if (read < kept.place()) { // it was refused
      return (decided, remembered) ->
          decided instanceof Result.Ok<Decision> ? changed(at) : RowEntry.NONE;
    }
    found++;
    Entry entry = before.take();
    return (decided, remembered) ->
        decided instanceof Result.Ok<Decision> ok
                && kept.remembered().equals(remembered)
                && drafts.isKeptIn(entry, kept, ok.value())
            ? new RowEntry(entry.listing().id(), null, null)
            : changed(at);
  }

  private RowEntry fresh(BatchRow row, Decision decision) {
    Envelope envelope = new Envelope(Ids.next(), clock.instant(), Versions.all(), decision);
    return new RowEntry(envelope.id(), drafts.draft(envelope, author, row), null);
  }

  private RowEntry changed(Place row) {
    return new RowEntry(null, null, problem(row));
  }

  private Problem problem(Place row) {
    return new Problem(
        row,
        "it is not what it was when batch "
            + id
            + " recorded it, so the batch cannot go on; without --resume a new one begins");
  }

  @Override
  public void append(List<Draft> rows) {
    List<Draft> group = rows;
    if (!begun) {
      group = new ArrayList<>(rows.size() + 1);
      group.add(opening());
      group.addAll(rows);
    }
    if (!group.isEmpty()) {
      head = record.append(group);
      begun = true;
      appended += rows.size();
    }
  }

  /** Names of files are words of people, so they stand beside the body. */
  private Draft opening() {
    ObjectNode content = JsonNodeFactory.instance.objectNode().put("inputs", files.inputs().size());
    past.remembersUpTo().ifPresent(place -> content.put(Unfinished.REMEMBERS, place));
    return Draft.of(Kind.BATCH, id, clock.instant(), author, about(null), content, files.json())
        .archiving(ruleset.files());
  }

  @Override
  public Optional<Problem> missing() {
    return Optional.ofNullable(before.next())
        .map(row -> Place.ofCell(files.inputs().get(row.file() - 1), row.number(), null))
        .map(this::problem);
  }

  @Override
  public void end(Summary summary) {
    ObjectNode counts = JsonNodeFactory.instance.objectNode();
    counts.put("rows", summary.rows());
    counts.put("decided", summary.rows() - summary.rejected());
    counts.put("rejected", summary.rejected());
    head =
        record.append(
            List.of(
                Draft.of(
                    Kind.BATCH_END,
                    Ids.next(),
                    clock.instant(),
                    author,
                    about(id),
                    counts,
                    JsonNodeFactory.instance.objectNode())));
  }

  private About about(@Nullable UUID subject) {
    return new About(
        ruleset.vocabulary().decision(), null, null, List.of(), ruleset.hash(), subject);
  }

  @Override
  public String words() {
    return String.format(
        Locale.ROOT,
        "Recorded: %,d %s%s, batch %s; head %d:%.12s",
        found + appended,
        found + appended == 1 ? "decision" : "decisions",
        found == 0 ? "" : String.format(Locale.ROOT, " (%,d of them before)", found),
        id,
        head.sequence(),
        head.hash());
  }

  @Override
  public void close() {
    before.close();
    past.close();
  }
}
