package dev.rolecall.record;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Envelope;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.ruleset.Versions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What decisions of a ruleset pass on their way out: each gets an id and a time, and is in the
 * record, or says that it is not.
 */
public sealed interface Recorder extends AutoCloseable {

  /**
   * The decision as it may be given; where it is to be recorded, it is on the disk by now.
   *
   * @throws RecordTrouble if it could not be recorded, and may not be given
   */
  Envelope pass(Decision decision);

  /** What became of it, as a sentence. */
  String words(Envelope passed);

  /** What is to be said of the rules, seen from the record: {@link Publications#departure}. */
  Optional<String> departure();

  @Override
  void close();

  /** Closes the record in the end. */
  static Recorder into(AuditRecord record, Ruleset ruleset, Author author, Clock clock) {
    return new Into(record, ruleset, DecisionDrafts.of(ruleset), author, clock);
  }

  /**
   * @param why nothing is recorded: {@code --no-record}
   */
  static Recorder none(String why, Clock clock) {
    return new None(why, clock);
  }

  /** One after another to a record. */
  record Into(
      AuditRecord record, Ruleset ruleset, DecisionDrafts drafts, Author author, Clock clock)
      implements Recorder {
    @Override
    public Envelope pass(Decision decision) {
      Envelope envelope = new Envelope(Ids.next(), clock.instant(), Versions.all(), decision);
      record.append(List.of(drafts.draft(envelope, author, null)));
      return envelope;
    }

    @Override
    public String words(Envelope passed) {
      return "Recorded as " + passed.id() + ".";
    }

    @Override
    public Optional<String> departure() {
      return Publications.of(record, ruleset.vocabulary().decision())
          .departure(ruleset.hash(), LocalDate.now(clock));
    }

    @Override
    public void close() {
      record.close();
    }
  }

  /** To nowhere. */
  record None(String why, Clock clock) implements Recorder {
    @Override
    public Envelope pass(Decision decision) {
      return new Envelope(Ids.next(), clock.instant(), Versions.all(), decision, false);
    }

    @Override
    public String words(Envelope passed) {
      return "Not recorded (" + why + ").";
    }

    @Override
    public Optional<String> departure() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
