package dev.rolecall.cli;

import dev.rolecall.audit.Statistics;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Filter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Counts decisions by outcome, warning, review, month, rules and batch; never by person.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit stats",
      "  rolecall audit stats --since 2026-01-01 --until 2026-03-31 --json"
    })
final class AuditStatsCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders))) {
      Filter filter = filters.filter(folders);
      String hint = json ? "" : filters.hint(record, filter);
      if (!hint.isEmpty()) {
        spec.commandLine().getOut().println(hint);
        return ExitCode.DONE;
      }
      Statistics statistics = Statistics.of(record, filter);
      spec.commandLine()
          .getOut()
          .print(json ? statistics.json() : statistics.text(Terminal.style()));
    }
    return ExitCode.DONE;
  }
}
