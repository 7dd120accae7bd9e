package dev.rolecall.cli;

import dev.rolecall.audit.Export;
import dev.rolecall.file.WholeFile;
import dev.rolecall.record.AuditRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes entries into one file that anybody can check without Rolecall.",
      "JSON Lines, with the words and the rules that entries rest on: docs/record.md says how to check it.",
      "It holds names and free text.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit export --out record.jsonl",
      "  rolecall audit export --requisition REQ-1042 --out req-1042.jsonl",
      "",
      "That nothing is missing between entries shows in an export of all of them only.",
      "",
      "Exit codes: 0 done, 5 it is written and not all of it holds, or the record is out of reach."
    })
final class AuditExportCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "FILE.jsonl",
      required = true,
      description = "Where they go; takes its name when all of it is there.")
  private Path out = Path.of("");

  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    OutFile.check(out);
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders));
        WholeFile file = new WholeFile(out)) {
      Export.Written written =
          Export.write(
              record,
              filters.filter(folders),
              Clock.systemUTC().instant(),
              line -> file.write(line + "\n"));
      file.complete();
      String hint = written.entries() == 0 ? filters.hint(record) : "";
      if (!hint.isEmpty()) {
        spec.commandLine().getErr().println(hint);
      }
      spec.commandLine()
          .getOut()
          .println(
              written.entries() == 1
                  ? "1 entry is in " + out + "."
                  : String.format(Locale.ROOT, "%,d entries are in %s.", written.entries(), out));
      if (!written.broken().isEmpty()) {
        spec.commandLine().getErr().println(broken(written.broken()));
        return ExitCode.RECORD;
      }
    } catch (IOException e) {
      throw OutFile.notWritten(out, e);
    }
    return ExitCode.DONE;
  }

  private static String broken(SortedSet<Long> entries) {
    return String.format(
        Locale.ROOT,
        "Not all of it holds: %,d of these entries, the first is entry %d; `rolecall audit verify` says more.",
        entries.size(),
        entries.first());
  }
}
