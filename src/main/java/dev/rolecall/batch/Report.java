package dev.rolecall.batch;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Envelope;
import dev.rolecall.decision.Outcome;
import dev.rolecall.explain.OnePages;
import dev.rolecall.explain.ReportPage;
import dev.rolecall.explain.Style;
import dev.rolecall.problem.Counted;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.record.Ids;
import dev.rolecall.ruleset.Versions;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.Vocabulary;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch on one page. Rows in scope are counted, and the {@value #LISTED} that are
 * most worth looking at are named and get a page each, so that memory and work do not grow with the
 * batch.
 */
final class Report {

  /** Rows that are named; hundreds of requisitions in scope are more than any week brings. */
  static final int LISTED = 300;

  private static final int QUESTIONS = 10;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The parts behind those of the warnings. */
  private static final List<String> BEHIND =
      List.of("Questions are open", "Nothing to check", "Decided otherwise by a person");

  private static final Comparator<NamedRow> FIRST =
      Comparator.comparingInt(NamedRow::part).thenComparingLong(NamedRow::number);

  private final Map<Integer, Long> parts = new TreeMap<>();
  private final PriorityQueue<NamedRow> kept = new PriorityQueue<>(FIRST.reversed());
  private @Nullable ReportGroups groups;
  private long rows;

  /**
   * @param part of the page that names it: the rank of its first warning, or one behind them
   * @param number among all rows, from 1
   */
  private record NamedRow(int part, long number, Decided decided, Decision decision) {

    String anchor() {
      return "row-" + number;
    }
  }

  void add(Decided decided) {
    rows++;
    if (decided.result() instanceof Result.Ok<Decision> ok
        && ok.value().outcome().kind() != Outcome.Kind.OUT_OF_SCOPE) {
      add(decided, ok.value());
    }
  }

  private void add(Decided decided, Decision decision) {
    Vocabulary vocabulary = decision.situation().vocabulary();
    groups = groups == null ? new ReportGroups(vocabulary) : groups;
    groups.add(decided, decision);
    int part = part(decided, decision, kinds(vocabulary));
    parts.merge(part, 1L, Long::sum);
    kept.add(new NamedRow(part, rows, decided, decision));
    if (kept.size() > LISTED) {
      kept.remove();
    }
  }

  private static List<Constant> kinds(Vocabulary vocabulary) {
    return vocabulary.withRole(EnumType.Role.WARNINGS).map(EnumType::constants).orElse(List.of());
  }

  /** Its first warning; behind them what is open, what is not, and what a person decided. */
  private static int part(Decided decided, Decision decision, List<Constant> kinds) {
    if (decided.before().silences()) {
      return kinds.size() + 2;
    }
    if (decision.warnings().isEmpty()) {
      return kinds.size() + (decision.outcome().answer() == null ? 0 : 1);
    }
    String first = decision.warnings().get(0).kind();
    return (int) kinds.stream().takeWhile(kind -> !kind.name().equals(first)).count();
  }

  /** The page of all rows that were added. */
  ReportPage page(Provenance provenance) {
    Summary summary = provenance.summary();
    Vocabulary vocabulary = summary.ruleset().vocabulary();
    List<NamedRow> named = kept.stream().sorted(FIRST).toList();
    long inScope = parts.values().stream().mapToLong(Long::longValue).sum();
    return new ReportPage(
        vocabulary.decision().substring(0, 1).toUpperCase(Locale.ROOT)
            + vocabulary.decision().substring(1)
            + ": "
            + Counted.of(summary.rows(), "row"),
        SummaryText.inShort(summary) + since(summary),
        inScope,
        outcomes(summary, vocabulary),
        parts(named, kinds(vocabulary)),
        groups == null ? List.of() : groups.tables(),
        questions(summary),
        new ReportPage.Refused(
            summary.rejected(),
            summary.problems().stream().map(Problem::toString).toList(),
            summary.furtherProblems()),
        pages(named, provenance),
        origin(provenance));
  }

  private static String since(Summary summary) {
    if (summary.since().isEmpty()) {
      return "";
    }
    List<String> counts = new ArrayList<>();
    for (Since.Kind kind : Since.Kind.values()) {
      long count = summary.since().getOrDefault(kind, 0L);
      if (count > 0) {
        counts.add(String.format(Locale.ROOT, "%,d %s", count, kind.word()));
      }
    }
    counts.add(String.format(Locale.ROOT, "%,d closed", summary.closed()));
    return ". Since the last batch: " + String.join(", ", counts);
  }

  private static List<ReportPage.Count> outcomes(Summary summary, Vocabulary vocabulary) {
    List<ReportPage.Count> counts = new ArrayList<>();
    for (Constant outcome : vocabulary.outcomes().constants()) {
      counts.add(
          new ReportPage.Count(
              outcome.label() + " (" + outcome.name() + ")", summary.count(outcome.name())));
    }
    counts.add(
        new ReportPage.Count(
            "Inconclusive: answers are missing or contradict each other",
            summary.count(Outcome.Kind.INCONCLUSIVE.word())));
    return counts;
  }

  private List<ReportPage.Part> parts(List<NamedRow> named, List<Constant> kinds) {
    List<ReportPage.Part> found = new ArrayList<>();
    parts.forEach(
        (part, count) ->
            found.add(
                new ReportPage.Part(
                    title(part, kinds),
                    count,
                    named.stream().filter(k -> k.part == part).map(Report::line).toList())));
    return found;
  }

  private static String title(int part, List<Constant> kinds) {
    if (part < kinds.size()) {
      return kinds.get(part).label();
    }
    return BEHIND.get(part - kinds.size());
  }

  private static ReportPage.Line line(NamedRow row) {
    Situation situation = row.decision.situation();
    Outcome outcome = row.decision.outcome();
    String id = Style.clean(situation.id());
    String name = id.isBlank() ? "row " + row.decided.row().number() : id;
    return new ReportPage.Line(
        row.anchor(),
        name,
        words(ReportGroups.titles(situation.vocabulary()), situation),
        words(ReportGroups.framing(situation.vocabulary()), situation),
        outcome.answer() == null
            ? outcome.label()
            : outcome.label() + " (" + outcome.answer() + ")",
        String.join(", ", marks(outcome, row.decided.before())),
        why(row));
  }

  private static String words(List<Attribute> attributes, Situation situation) {
    return attributes.stream()
        .map(situation::value)
        .flatMap(value -> Stream.ofNullable((String) value))
        .map(Style::clean)
        .filter(value -> !value.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private static List<String> marks(Outcome outcome, Before before) {
    List<String> marks = new ArrayList<>(outcome.marks());
    if (before.word() != null && !before.silences()) {
      marks.add("a person: " + before.word().words());
    }
    if (before.since() != null) {
      marks.add(before.since().words());
    }
    return marks;
  }

  /** Of a warning what it begins with; all of it is on the row's page. */
  private static String why(NamedRow row) {
    PersonsWord word = row.decided.before().word();
    if (row.decided.before().silences() && word != null) {
      return "Decided by a person: " + word.words() + ".";
    }
    List<Advice> warnings = row.decision.warnings();
    if (warnings.isEmpty()) {
      return row.decision.outcome().because();
    }
    String others =
        warnings.stream().skip(1).map(Advice::label).distinct().collect(Collectors.joining(", "));
    return warnings.get(0).text().replaceFirst("(?s)(?<=[.]) .*", "")
        + (others.isEmpty() ? "" : " Also: " + others + ".");
  }

  private static List<ReportPage.Count> questions(Summary summary) {
    return summary.missing(QUESTIONS).entrySet().stream()
        .map(asked -> new ReportPage.Count(asked.getKey().question(), asked.getValue()))
        .toList();
  }

  private static List<ReportPage.Opened> pages(List<NamedRow> named, Provenance provenance) {
    OnePages pages = new OnePages(provenance.summary().ruleset());
    return named.parallelStream()
        .map(k -> new ReportPage.Opened(k.anchor(), pages.of(envelope(k, provenance))))
        .toList();
  }

  private static Envelope envelope(NamedRow row, Provenance provenance) {
    return new Envelope(
        row.decided.id() == null ? Ids.next() : row.decided.id(),
        provenance.at(),
        Versions.all(),
        row.decision,
        row.decided.id() != null);
  }

  private static Map<String, String> origin(Provenance provenance) {
    Summary summary = provenance.summary();
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put(
        "Files", provenance.files().stream().map(Style::clean).collect(Collectors.joining(", ")));
    origin.put("Time", TIME.format(provenance.at()));
    origin.put("Ruleset", summary.ruleset().hash().substring(0, 12));
    origin.put("Meaning", summary.ruleset().meaning().substring(0, 12));
    origin.put("Record", provenance.kept());
    return origin;
  }
}
