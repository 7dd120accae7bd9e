package dev.rolecall.cli;

import dev.rolecall.audit.Entries;
import dev.rolecall.audit.EntryFiles;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Listed;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lists what is in the record, the newest first, with what people said of it later.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit list",
      "  rolecall audit list --outcome TPM --since 2026-03-01",
      "  rolecall audit list --requisition REQ-1042",
      "  rolecall audit list --kind decision --csv > decisions.csv",
      "",
      "What stands under \"entry\" or \"requisition\" is what `rolecall audit show` takes.",
      "",
      "Exit codes: 0 done, 5 an entry does not say what the list says of it, or the record is out of reach."
    })
final class AuditListCommand implements Callable<Integer> {

  private static final long SHOWN = 50;

  @Option(names = "--json", description = "As a JSON array, an object a line.")
  private boolean json;

  @Option(names = "--csv", description = "As CSV, safe to open in a spreadsheet.")
  private boolean csv;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many (default: 50 in the table, all in JSON and CSV).")
  private @Nullable Long limit;

  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (limit != null && limit < 1) {
      throw Refused.usage("`--limit " + limit + "`: at least 1");
    }
    if (json && csv) {
      throw Refused.usage("`--json` and `--csv`: one of them");
    }
    Filter filter = filters.filter(folders);
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders))) {
      return json || csv
          ? write(record, limit == null ? filter : filter.most(limit))
          : table(record, filter);
    }
  }

  private int table(AuditRecord record, Filter filter) {
    long most = limit == null ? SHOWN : limit;
    PrintWriter out = spec.commandLine().getOut();
    try (Stream<Listed> found = record.listed(filter.most(most))) {
      List<Listed> shown = found.toList();
      String hint = shown.isEmpty() ? filters.hint(record) : "";
      if (!hint.isEmpty()) {
        out.println(hint);
        return ExitCode.DONE;
      }
      Entries entries =
          new Entries(shown, shown.size() < most ? shown.size() : record.count(filter));
      out.print(entries.text(Terminal.style()));
      return entries.holds() ? ExitCode.DONE : ExitCode.RECORD;
    }
  }

  private int write(AuditRecord record, Filter filter) {
    PrintWriter out = spec.commandLine().getOut();
    try (Stream<Listed> found = record.listed(filter)) {
      long broken = json ? EntryFiles.json(found, out) : EntryFiles.csv(found, out);
      if (broken == 0) {
        return ExitCode.DONE;
      }
      spec.commandLine()
          .getErr()
          .printf(
              Locale.ROOT,
              "Not all of this holds: %,d of these entries (`holds` is false); `rolecall audit verify` says more%n",
              broken);
      return ExitCode.RECORD;
    }
  }
}
