package dev.rolecall.cli;

import dev.rolecall.problem.Nearest;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Listing;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries of the record are meant. */
final class FilterOptions {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{6,64}");

  /** Digits of a hash in a message. */
  private static final int SHOWN = 12;

  @Option(
      names = "--requisition",
      paramLabel = "ID",
      description = "Only entries of this requisition.")
  private @Nullable String requisition;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "Only this outcome; inconclusive and out-of-scope are outcomes too.")
  private @Nullable String outcome;

  @Option(
      names = "--warning",
      paramLabel = "KIND",
      description = "Only decisions that carry this kind of warning.")
  private @Nullable String warning;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only this day (UTC) or later; or a time, 2026-03-01T12:00:00Z.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Only this day (UTC) or earlier; or before a time.")
  private @Nullable String until;

  @Option(names = "--batch", paramLabel = "ID", description = "Only entries of this batch.")
  private @Nullable String batch;

  @Option(
      names = "--ruleset",
      paramLabel = "HASH",
      description = "Only under these rules; six digits of the hash are enough.")
  private @Nullable String ruleset;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only entries of this kind: decision, review, outcome, publish, redaction, …")
  private @Nullable String kind;

  /** Of the decision that the command line names, where it names one. */
  Filter filter(Folders folders) {
    Filter filter = Filter.all();
    String named = folders.named().orElse(null);
    if (named != null) {
      filter = filter.decision(named);
    }
    if (kind != null) {
      filter = filter.kind(kind(kind));
    }
    if (requisition != null) {
      filter = filter.requisition(requisition);
    }
    if (outcome != null) {
      filter = filter.outcome(outcome);
    }
    if (warning != null) {
      filter = filter.warning(warning);
    }
    Instant from = since == null ? Instant.MIN : time("--since", since, 0);
    Instant to = until == null ? Instant.MAX : time("--until", until, 1);
    if (!from.isBefore(to)) {
      throw Refused.usage(
          "`--since " + since + "` is not before `--until " + until + "`: nothing is between");
    }
    if (since != null) {
      filter = filter.since(from);
    }
    if (until != null) {
      filter = filter.until(to);
    }
    if (batch != null) {
      filter = filter.batch(id(batch));
    }
    if (ruleset != null) {
      filter = filter.ruleset(hash(ruleset));
    }
    return filter;
  }

  /** Where nothing was found: the first word of the filter that no entry says; else empty. */
  String hint(AuditRecord record) {
    return Stream.of(
            hint("requisition", requisition, record::requisitions),
            hint("outcome", outcome, record::outcomes),
            hint("warning", warning, record::warnings),
            hintOfBatch(record),
            hintOfRuleset(record),
            hintOfTime(record))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  /** The same where these entries are none; else empty. */
  String hint(AuditRecord record, Filter filter) {
    return record.count(filter) == 0 ? hint(record) : "";
  }

  private Optional<String> hintOfBatch(AuditRecord record) {
    return batch == null || record.count(Filter.all().batch(id(batch))) > 0
        ? Optional.empty()
        : Optional.of(
            "There is no such entry: none is of the batch `%s`; `rolecall audit stats` names those there are"
                .formatted(batch));
  }

  private Optional<String> hintOfRuleset(AuditRecord record) {
    List<String> known = ruleset == null ? List.of() : record.rulesets();
    return known.isEmpty() || known.stream().anyMatch(hash -> hash.startsWith("" + ruleset))
        ? Optional.empty()
        : Optional.of(
            "There is no such entry: none is under the rules `%s`; there are %s"
                .formatted(
                    ruleset,
                    Nearest.list(known.stream().map(hash -> hash.substring(0, SHOWN)).toList())));
  }

  private Optional<String> hintOfTime(AuditRecord record) {
    if (since == null && until == null) {
      return Optional.empty();
    }
    return day(record, Filter.all().oldestFirst())
        .flatMap(
            first ->
                day(record, Filter.all())
                    .map(
                        last ->
                            "There is no such entry; those of the record are from %s to %s"
                                .formatted(first, last)));
  }

  private static Optional<LocalDate> day(AuditRecord record, Filter order) {
    try (Stream<Listing> end = record.listings(order.most(1))) {
      return end.findFirst().map(entry -> LocalDate.ofInstant(entry.at(), ZoneOffset.UTC));
    }
  }

  private static Optional<String> hint(
      String what, @Nullable String word, Supplier<List<String>> words) {
    List<String> known = word == null ? List.of() : words.get();
    return word == null || known.isEmpty() || known.contains(word)
        ? Optional.empty()
        : Optional.of(
            "There is no such entry: none names the %s `%s`; %s"
                .formatted(what, word, Nearest.thereAre(word, known)));
  }

  private static Kind kind(String word) {
    return Kind.of(word)
        .orElseThrow(
            () -> Refused.usage("`--kind " + word + "`: " + Nearest.thereAre(word, Kind.words())));
  }

  private static UUID id(String word) {
    try {
      return UUID.fromString(word);
    } catch (IllegalArgumentException e) {
      throw Refused.usage(
          "`--batch " + word + "`: the id of a batch is what `batch` printed, whole");
    }
  }

  private static String hash(String word) {
    if (!HASH.matcher(word).matches()) {
      throw Refused.usage(
          "`--ruleset "
              + word
              + "`: a hash is 64 of 0-9 and a-f, of which the first six are enough");
    }
    return word;
  }

  /** The beginning of a day, so many days later, or the time itself. */
  static Instant time(String option, String word, int daysLater) {
    try {
      Instant time =
          word.length() == 10
              ? LocalDate.parse(word).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(word);
      return Instant.ofEpochMilli(time.toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      throw Refused.usage(
          "`" + option + " " + word + "`: a day is `2026-03-01`, a time is `2026-03-01T12:00:00Z`");
    }
  }
}
