package dev.rolecall.audit;

import dev.rolecall.decision.Decision;
import dev.rolecall.explain.Style;
import dev.rolecall.problem.Result;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Listing;
import dev.rolecall.record.Publication;
import dev.rolecall.record.Publications;
import dev.rolecall.record.RecordedDecisions;
import dev.rolecall.record.Verification;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the record says of one entry: what an auditor signs.
 *
 * @param decided the decision as it was given; null for other kinds of entries, and where its rules
 *     can no longer be read
 * @param published the versions with these rules, the oldest first
 * @param subject the entry that this one is about
 * @param afterwards what people said of it later, the oldest first
 * @param others further decisions of its requisition, the newest first
 * @param removal the entry that says that its words were removed
 * @param broken what does not hold of this entry and its links, and of others that are repeated
 *     here
 */
public record EntryPage(
    Entry entry,
    @Nullable Decided decided,
    List<Publication> published,
    Optional<Listing> subject,
    List<Entry> afterwards,
    List<Listing> others,
    Optional<Listing> removal,
    List<Verification.Broken> broken) {

  /**
   * @param rules as they stood then
   */
  public record Decided(Decision decision, Rulebook rulebook, RuleFiles rules) {}

  public static EntryPage of(AuditRecord record, Entry entry) {
    Listing listing = entry.listing();
    List<Publication> published = published(record, listing);
    List<Entry> afterwards = afterwards(record, listing);
    boolean whole = record.verifyEntry(listing.sequence()) instanceof Verification.Holds;
    Stream<Long> repeated =
        Stream.concat(
                published.stream().flatMap(p -> record.byId(p.entry()).stream()),
                afterwards.stream())
            .map(e -> e.listing().sequence());
    return new EntryPage(
        entry,
        whole && listing.kind() == Kind.DECISION ? decided(record, entry) : null,
        published,
        Optional.ofNullable(listing.about().subject()).flatMap(record::byId).map(Entry::listing),
        afterwards,
        others(record, listing),
        entry.redacted() ? record.removalOf(listing.sequence()) : Optional.empty(),
        broken(record, Stream.concat(Stream.of(listing.sequence()), repeated)));
  }

  private static List<Verification.Broken> broken(AuditRecord record, Stream<Long> entries) {
    return entries
        .map(record::verifyEntry)
        .filter(Verification.Broken.class::isInstance)
        .map(Verification.Broken.class::cast)
        .distinct()
        .toList();
  }

  /** Whether all of it can be relied on. */
  public boolean holds() {
    return broken.isEmpty();
  }

  public String text(Style style) {
    return new EntryPageText(this, style).render();
  }

  public String json() {
    return EntryPageJson.write(this);
  }

  /** The decision of an entry; null where this program does not read its rules any more. */
  public static @Nullable Decided decided(AuditRecord record, Entry entry) {
    RuleFiles rules =
        Optional.ofNullable(entry.listing().about().ruleset())
            .flatMap(record::ruleset)
            .orElse(null);
    return rules != null && rules.rulebook() instanceof Result.Ok<Rulebook> ok
        ? new Decided(new RecordedDecisions(ok.value()).decision(entry), ok.value(), rules)
        : null;
  }

  private static List<Publication> published(AuditRecord record, Listing listing) {
    String decision = listing.about().decision();
    return decision == null
        ? List.of()
        : Publications.of(record, decision).all().stream()
            .filter(p -> p.ruleset().equals(listing.about().ruleset()))
            .toList();
  }

  /** Reviews of the entry, and what came of its requisition. */
  private static List<Entry> afterwards(AuditRecord record, Listing listing) {
    Filter reviews = Filter.all().kind(Kind.REVIEW).subject(listing.id()).oldestFirst();
    try (Stream<Entry> reviewed = record.entries(reviews);
        Stream<Entry> hired = hired(record, listing)) {
      return Stream.concat(reviewed, hired).toList();
    }
  }

  private static Stream<Entry> hired(AuditRecord record, Listing listing) {
    String requisition = listing.about().requisition();
    return requisition == null || listing.kind() != Kind.DECISION
        ? Stream.empty()
        : record.entries(Filter.all().kind(Kind.OUTCOME).requisition(requisition).oldestFirst());
  }

  private static List<Listing> others(AuditRecord record, Listing listing) {
    String requisition = listing.about().requisition();
    if (requisition == null || listing.kind() != Kind.DECISION) {
      return List.of();
    }
    Filter same = Filter.all().kind(Kind.DECISION).requisition(requisition);
    try (Stream<Listing> found = record.listings(same)) {
      return found.filter(l -> l.sequence() != listing.sequence()).toList();
    }
  }
}
