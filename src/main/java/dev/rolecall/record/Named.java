package dev.rolecall.record;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the entry that a person means: by requisition, whose newest decision it is; by the number
 * of the entry; by its id, or how that begins. {@code requisition:17} and {@code entry:17} say
 * which of the first two is meant.
 */
public final class Named {

  private static final String REQUISITION = "requisition:";
  private static final String ENTRY = "entry:";
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern NO_NUMBER = Pattern.compile("-?[0-9]{1,40}");

  /** Eight digits at least, so that it cannot be taken for a word. */
  private static final Pattern ID =
      Pattern.compile(
          "[0-9a-f]{8}(-([0-9a-f]{0,4}|[0-9a-f]{4}-[0-9a-f]{0,4}|[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{0,4}"
              + "|([0-9a-f]{4}-){3}[0-9a-f]{0,12}))?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TOO_SHORT = Pattern.compile("[0-9a-fA-F]{2,7}");

  private final AuditRecord record;

  public Named(AuditRecord record) {
    this.record = record;
  }

  /** The entry that is meant, of any kind; or why none is. */
  public Result<Entry> entry(String word) {
    Optional<Entry> latest = record.latestOf(word);
    Optional<Entry> numbered = number(word);
    if (latest.isPresent() && numbered.isPresent() && !latest.equals(numbered)) {
      return refused(twofold(word, latest.get(), numbered.get()));
    }
    return latest
        .or(() -> numbered)
        .or(() -> said(REQUISITION, word).flatMap(record::latestOf))
        .or(() -> said(ENTRY, word).flatMap(this::number))
        .map(Result::ok)
        .orElseGet(() -> ID.matcher(word).matches() ? byId(word) : refused(unknown(word)));
  }

  private static Optional<String> said(String what, String word) {
    return word.startsWith(what) ? Optional.of(word.substring(what.length())) : Optional.empty();
  }

  private static String twofold(String word, Entry latest, Entry numbered) {
    return "`%1$s` is a requisition, whose newest decision is entry %2$d, and the number of an entry, a %3$s%4$s; say `%5$s%1$s` or `%6$s%1$s`"
        .formatted(
            word,
            latest.listing().sequence(),
            kind(numbered),
            numbered.listing().about().requisition() == null
                ? ""
                : " of " + numbered.listing().about().requisition(),
            REQUISITION,
            ENTRY);
  }

  /** The decision that is meant; or why none is. */
  public Result<Entry> decision(String word) {
    return entry(word)
        .then(
            entry ->
                entry.listing().kind() == Kind.DECISION
                    ? Result.ok(entry)
                    : refused("`%s` is no decision, it is a %s".formatted(word, what(entry))));
  }

  /**
   * The decision that is meant, for whoever acts on it; or why none is.
   *
   * @throws RecordTrouble if it does not hold
   */
  public Result<Entry> reliable(String word) {
    return decision(word).then(entry -> Result.ok(record.reliable(entry)));
  }

  /** Of a review, which entry it is of. */
  private String what(Entry entry) {
    return Optional.ofNullable(entry.listing().about().subject())
        .flatMap(record::byId)
        .map(subject -> kind(entry) + " of entry " + subject.listing().sequence())
        .orElse(kind(entry));
  }

  private static String kind(Entry entry) {
    return entry.listing().kind().word();
  }

  private Optional<Entry> number(String word) {
    return NUMBER.matcher(word).matches()
        ? record.bySequence(Long.parseLong(word))
        : Optional.empty();
  }

  private Result<Entry> byId(String beginning) {
    Filter filter = Filter.all().idBegins(beginning.toLowerCase(Locale.ROOT)).most(2);
    try (Stream<Entry> found = record.entries(filter)) {
      List<Entry> few = found.toList();
      if (few.size() == 1) {
        return Result.ok(few.get(0));
      }
      return refused(
          few.isEmpty()
              ? unknown(beginning)
              : "%d ids begin with `%s`; give more of it, or the number of the entry: `rolecall audit list` shows it"
                  .formatted(record.count(filter), beginning));
    }
  }

  private String unknown(String word) {
    if (NUMBER.matcher(word).matches()) {
      Optional<Listing> removal = record.removalOf(Long.parseLong(word));
      if (removal.isPresent()) {
        return "entry %s was removed; entry %d says why".formatted(word, removal.get().sequence());
      }
    }
    return "the record knows no requisition, number of an entry, or id `"
        + word
        + "`"
        + Nearest.maybe(word, record.requisitions())
        + allowed(word);
  }

  private String allowed(String word) {
    if (NO_NUMBER.matcher(word).matches()) {
      return "; entries have the numbers 1 to " + record.head().sequence();
    }
    return TOO_SHORT.matcher(word).matches() ? "; of an id, eight digits at least are needed" : "";
  }

  private Result<Entry> refused(String message) {
    return Result.refused(Place.of(record.shown()), message);
  }
}
