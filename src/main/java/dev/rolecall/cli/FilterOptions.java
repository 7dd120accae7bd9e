package dev.rolecall.cli;

import dev.rolecall.problem.Nearest;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries of the record are meant. */
final class FilterOptions {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{6,64}");

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
    folders.named().ifPresent(filter::decision);
    if (kind != null) {
      filter.kind(kind(kind));
    }
    if (requisition != null) {
      filter.requisition(requisition);
    }
    if (outcome != null) {
      filter.outcome(outcome);
    }
    if (warning != null) {
      filter.warning(warning);
    }
    if (since != null) {
      filter.since(time("--since", since, 0));
    }
    if (until != null) {
      filter.until(time("--until", until, 1));
    }
    if (batch != null) {
      filter.batch(id(batch));
    }
    if (ruleset != null) {
      filter.ruleset(hash(ruleset));
    }
    return filter;
  }

  /**
   * Where nothing was found: the words of the filter that no entry says, and those that some do.
   */
  void hints(AuditRecord record, PrintWriter err) {
    hint("--requisition", requisition, record.requisitions(), err);
    hint("--outcome", outcome, record.outcomes(), err);
    hint("--warning", warning, record.warnings(), err);
  }

  private static void hint(
      String option, @Nullable String word, List<String> known, PrintWriter err) {
    if (word != null && !known.isEmpty() && !known.contains(word)) {
      String maybe = Nearest.maybe(word, known);
      err.println(
          "`%s %s`: no entry says so; there are %s%s"
              .formatted(option, word, Nearest.list(known), maybe));
    }
  }

  private static Kind kind(String word) {
    return Kind.of(word)
        .orElseThrow(
            () ->
                Refused.usage(
                    "`--kind "
                        + word
                        + "`: there are "
                        + Nearest.list(Kind.words())
                        + Nearest.maybe(word, Kind.words())));
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
      return word.length() == 10
          ? LocalDate.parse(word).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(word);
    } catch (DateTimeException e) {
      throw Refused.usage(
          "`" + option + " " + word + "`: a day is `2026-03-01`, a time is `2026-03-01T12:00:00Z`");
    }
  }
}
