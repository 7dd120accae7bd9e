package dev.rolecall.cli;

import dev.rolecall.audit.EntryPage;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Named;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows everything that the record says of one entry.",
      "The recommendation as it was given, what was stated and what inferred, the rules as they stood then",
      "and who approved them, what people said afterwards, and whether the entry holds.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit show REQ-1042",
      "  rolecall audit show 17",
      "  rolecall audit show 01a204d3-20d8 --json",
      "",
      "Exit codes: 0 it holds, 5 it does not, or something that the page repeats of other entries."
    })
final class AuditShowCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ENTRY",
      description =
          "A requisition (its newest decision), the number of an entry, or its id or how that begins, eight digits at least.")
  private String named = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders))) {
      EntryPage page =
          EntryPage.of(
              record, Refused.unless(new Named(record).entry(named), ExitCode.INPUT_REFUSED));
      spec.commandLine().getOut().print(json ? page.json() : page.text(Terminal.style()));
      return page.holds() ? ExitCode.DONE : ExitCode.RECORD;
    }
  }
}
