package dev.rolecall.cli;

import dev.rolecall.audit.ReplayReport;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Named;
import dev.rolecall.record.Replay;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Decides recorded situations again and compares with what was given.",
      "By the archived rules that they were decided by: the outcome, every finding, every word.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit replay REQ-1042",
      "  rolecall audit replay --since 2026-03-01",
      "  rolecall audit replay --all --json",
      "",
      "Exit codes: 0 all identical, or their words were removed; 1 one diverged, or its rules are",
      "refused; 5 an entry or its rules were changed, or the record is out of reach."
    })
final class AuditReplayCommand implements Callable<Integer> {

  /** One of the ways to name them. */
  static final class Which {
    @Parameters(
        arity = "1..*",
        paramLabel = "ENTRY",
        description =
            "Requisitions (their newest decision), numbers of entries, ids or how they begin.")
    private @Nullable List<String> entries;

    @Option(
        names = "--since",
        paramLabel = "DATE",
        description = "All decisions from this day (UTC) on; or from a time, 2026-03-01T12:00:00Z.")
    private @Nullable String since;

    @Option(names = "--all", description = "All decisions.")
    private boolean all;
  }

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(names = "--json", description = "As a JSON object that names up to 1,000 entries.")
  private boolean json;

  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ReplayReport report = new ReplayReport();
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders))) {
      Replay replay = new Replay(record, folders.cache());
      if (which.entries != null) {
        replay.run(named(which.entries, record).stream(), report::add);
      } else {
        replay(decisions(), record, replay, report);
      }
    }
    spec.commandLine().getOut().print(json ? report.json() : report.text(Terminal.style()));
    return report.holds()
        ? ExitCode.DONE
        : report.damaged() ? ExitCode.RECORD : ExitCode.CHECK_FAILED;
  }

  private static List<Entry> named(List<String> words, AuditRecord record) {
    Named named = new Named(record);
    return Refused.unless(words.stream().map(named::decision).toList(), ExitCode.INPUT_REFUSED);
  }

  private Filter decisions() {
    Filter every = Filter.all().kind(Kind.DECISION).oldestFirst();
    Filter filter = folders.named().map(every::decision).orElse(every);
    return which.all
        ? filter
        : filter.since(FilterOptions.time("--since", Objects.requireNonNull(which.since), 0));
  }

  private static void replay(
      Filter filter, AuditRecord record, Replay replay, ReplayReport report) {
    try (Stream<Entry> entries = record.entries(filter)) {
      if (!Terminal.isWatched()) {
        replay.run(entries, report::add);
        return;
      }
      try (EntriesLine line = new EntriesLine("Replaying", record.count(filter))) {
        replay.run(
            entries,
            replayed -> {
              report.add(replayed);
              line.at(report.decisions());
            });
      }
    }
  }
}
