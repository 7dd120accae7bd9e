package dev.rolecall.record;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RuleFiles;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Appends what people say of decisions. Whatever makes no sense is refused, and nothing appended.
 */
public final class LastWord {

  private final AuditRecord record;
  private final Author author;

  public LastWord(AuditRecord record, Author author) {
    this.record = record;
    this.author = author;
  }

  /** A person accepts a decision. */
  public Result<Listing> accept(String named, String by, String reason, UUID id, Instant at) {
    return new Named(record)
        .reliable(named)
        .then(
            decision -> {
              String outcome = String.valueOf(decision.listing().about().outcome());
              return append(decision, new Review(true, outcome, by, reason), id, at);
            });
  }

  /**
   * A person decides otherwise.
   *
   * @param outcome one that the rules of the decision know
   */
  public Result<Listing> override(
      String named, String outcome, String by, String reason, UUID id, Instant at) {
    return new Named(record)
        .reliable(named)
        .then(
            decision ->
                known(outcome, decision.listing())
                    .then(known -> differs(known, decision.listing()))
                    .then(other -> append(decision, new Review(false, other, by, reason), id, at)));
  }

  /** A requisition is closed: this is what was hired. */
  public Result<Listing> hired(
      String requisition, String outcome, String by, String note, UUID id, Instant at) {
    return new Named(record)
        .reliable(requisition)
        .then(
            decision ->
                known(outcome, decision.listing())
                    .then(known -> append(decision, new Hired(known, by, note), id, at)));
  }

  private Result<Listing> append(Entry decision, Review review, UUID id, Instant at) {
    record.append(List.of(review.draft(decision.listing(), id, at, author)));
    return Result.ok(decision.listing());
  }

  private Result<Listing> append(Entry decision, Hired hired, UUID id, Instant at) {
    About about = decision.listing().about();
    String requisition = about.requisition();
    if (requisition == null) {
      return refused("this decision names no requisition, so nobody can be hired for it");
    }
    String name = String.valueOf(about.decision());
    record.append(List.of(hired.draft(name, requisition, id, at, author)));
    return Result.ok(decision.listing());
  }

  private Result<String> known(String outcome, Listing decision) {
    String hash = String.valueOf(decision.about().ruleset());
    return record
        .ruleset(hash)
        .map(RuleFiles::rulebook)
        .orElseGet(() -> refused("the rules of this decision are not in the record"))
        .then(
            rulebook -> {
              List<String> names = rulebook.vocabulary().outcomes().names();
              return names.contains(outcome)
                  ? Result.ok(outcome)
                  : refused(
                      "`%s` is no outcome of `%s`; there are %s%s"
                          .formatted(
                              outcome,
                              rulebook.vocabulary().decision(),
                              Nearest.list(names),
                              Nearest.maybe(outcome, names)));
            });
  }

  private Result<String> differs(String outcome, Listing decision) {
    return outcome.equals(decision.about().outcome())
        ? refused("`" + outcome + "` is what was recommended; accept it instead")
        : Result.ok(outcome);
  }

  private <T> Result<T> refused(String message) {
    return Result.refused(Place.of(record.shown()), message);
  }
}
