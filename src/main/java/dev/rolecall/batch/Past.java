package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Earlier;
import dev.rolecall.record.EarlierDecision;
import dev.rolecall.record.EndedBatch;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Listing;
import dev.rolecall.record.Review;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.Gist;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the record holds of requisitions from before a batch: what was stated about them, what
 * people decided, and what the last batch said. Asked by any thread.
 */
public final class Past implements AutoCloseable {

  private final Ruleset ruleset;
  private final @Nullable AuditRecord record;
  private final @Nullable Earlier earlier;
  private final boolean remembers;
  private final long upTo;
  private final boolean compares;
  private final @Nullable EndedBatch last;
  private final Map<String, Reviewed> reviews = new HashMap<>();

  private record Reviewed(Review review, Listing entry) {}

  private Past(
      Ruleset ruleset,
      @Nullable AuditRecord record,
      @Nullable Earlier earlier,
      boolean remembers,
      long upTo,
      boolean compares) {
    this.ruleset = ruleset;
    this.record = record;
    this.earlier = earlier;
    this.remembers = remembers;
    this.upTo = upTo;
    this.compares = compares;
    String decision = ruleset.vocabulary().decision();
    this.last =
        record == null || !compares ? null : EndedBatch.lastOf(decision, upTo, record).orElse(null);
    if (record != null && remembers) {
      reviews(record, decision);
    }
  }

  /** Nothing is remembered and nothing compared. */
  public static Past none(Ruleset ruleset) {
    return new Past(ruleset, null, null, false, 0, false);
  }

  /**
   * To be closed.
   *
   * @param record left open
   * @param remembers whether answers and reviews are taken from it
   * @param upTo the place of the chain that the batch begins behind
   * @param compares whether each row is held against the last batch that ended
   */
  public static Past of(
      Ruleset ruleset, AuditRecord record, boolean remembers, long upTo, boolean compares) {
    Earlier earlier = record.earlier(ruleset.vocabulary().decision());
    return new Past(ruleset, record, earlier, remembers, upTo, compares);
  }

  /** The newest of each requisition. */
  private void reviews(AuditRecord from, String decision) {
    Filter filter = Filter.all().kind(Kind.REVIEW).decision(decision).oldestFirst();
    try (Stream<Entry> all = from.entries(filter)) {
      all.forEach(
          entry -> {
            String requisition = entry.listing().about().requisition();
            if (requisition != null) {
              reviews.put(requisition, new Reviewed(Review.read(entry), entry.listing()));
            }
          });
    }
  }

  /** Up to which place of the chain it remembers; empty where it does not. */
  Optional<Long> remembersUpTo() {
    return remembers ? Optional.of(upTo) : Optional.empty();
  }

  /** Whether rows are held against the last batch, if there is one. */
  boolean compares() {
    return compares;
  }

  /** The batch that rows are held against. */
  Optional<EndedBatch> last() {
    return Optional.ofNullable(last);
  }

  /** What is remembered of a single case. */
  public Situation under(Situation situation) {
    return look(List.of(situation)).under(situation).situation();
  }

  /** Looks up the requisitions of some cases. */
  Look look(Collection<Situation> situations) {
    List<String> ids =
        situations.stream().map(Situation::id).filter(id -> !id.isEmpty()).distinct().toList();
    return new Look(
        earlier == null || !remembers ? Map.of() : earlier.upTo(upTo, ids),
        earlier == null || last == null ? Map.of() : earlier.in(last, ids));
  }

  /** The requisitions of the last batch, one after another; to be closed. */
  Stream<Closed> ofLastBatch() {
    return record == null || last == null
        ? Stream.empty()
        : record
            .listings(last.decisions())
            .filter(entry -> entry.about().requisition() != null)
            .map(
                entry ->
                    new Closed(
                        String.valueOf(entry.about().requisition()),
                        String.valueOf(entry.about().outcome()),
                        entry.at(),
                        entry.id()));
  }

  @Override
  public void close() {
    if (earlier != null) {
      earlier.close();
    }
  }

  /** What was found of the requisitions of some cases. */
  final class Look {

    private final Map<String, EarlierDecision> newest;
    private final Map<String, EarlierDecision> inLast;

    private Look(Map<String, EarlierDecision> newest, Map<String, EarlierDecision> inLast) {
      this.newest = newest;
      this.inLast = inLast;
    }

    /** A case with what is remembered of it. */
    Remembered under(Situation situation) {
      EarlierDecision before = newest.get(situation.id());
      return before == null ? Remembered.nothing(situation) : Remembered.of(before, situation);
    }

    /**
     * What there is to say of a decision.
     *
     * @param remembered that it rests on
     */
    Before before(Decision decision, Map<String, UUID> remembered) {
      return new Before(remembered, word(decision), compares ? since(decision) : null);
    }

    private @Nullable PersonsWord word(Decision decision) {
      String id = decision.situation().id();
      Reviewed reviewed = id.isEmpty() ? null : reviews.get(id);
      if (reviewed == null) {
        return null;
      }
      UUID subject = Objects.requireNonNull(reviewed.entry.about().subject());
      Review review = reviewed.review;
      return new PersonsWord(
          review.accepted(),
          review.outcome(),
          reviewed.entry.at(),
          subject,
          reviewed(subject, id)
              .map(then -> change(then, decision))
              .orElse(PersonsWord.Change.FACTS));
    }

    private Optional<EarlierDecision> reviewed(UUID entry, String id) {
      EarlierDecision before = newest.get(id);
      return before != null && before.listing().id().equals(entry)
          ? Optional.of(before)
          : Objects.requireNonNull(record).byId(entry).map(EarlierDecision::new);
    }

    private PersonsWord.Change change(EarlierDecision then, Decision now) {
      if (!then.meaning().equals(now.meaning())) {
        return PersonsWord.Change.RULES;
      }
      return then.isRedacted() || !facts(then, now).isEmpty()
          ? PersonsWord.Change.FACTS
          : PersonsWord.Change.NOTHING;
    }

    private List<FactChange> facts(EarlierDecision then, Decision now) {
      Situation before = then.situation(ruleset.vocabulary());
      return FactChange.between(before, now.situation(), then.isRedacted());
    }

    private Since since(Decision decision) {
      String id = decision.situation().id();
      String is = decision.outcome().word();
      EarlierDecision then = inLast.get(id);
      if (then == null) {
        return Since.of(id.isEmpty() ? Since.Kind.WITHOUT_ID : Since.Kind.NEW, is);
      }
      List<FactChange> facts = facts(then, decision);
      Gist gist = Gist.of(decision);
      boolean same = then.gist().equals(gist);
      if (same && facts.isEmpty()) {
        return Since.of(Since.Kind.UNCHANGED, is);
      }
      String was = then.gist().outcome();
      return new Since(
          Since.Kind.CHANGED,
          facts,
          was.equals(is) ? null : was,
          is,
          !same,
          same ? Since.Cause.NONE : cause(then, decision, gist, facts));
    }

    /** Rules alone where the facts of then come to the same under the rules of now. */
    private Since.Cause cause(
        EarlierDecision then, Decision decision, Gist gist, List<FactChange> facts) {
      if (then.meaning().equals(decision.meaning())) {
        return Since.Cause.FACTS;
      }
      if (facts.isEmpty()) {
        return Since.Cause.RULES;
      }
      Gist without = Gist.of(ruleset.decideBriefly(then.situation(ruleset.vocabulary())));
      return without.equals(gist)
          ? Since.Cause.RULES
          : without.equals(then.gist()) ? Since.Cause.FACTS : Since.Cause.BOTH;
    }
  }
}
