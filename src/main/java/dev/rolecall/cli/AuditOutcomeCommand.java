package dev.rolecall.cli;

import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Ids;
import dev.rolecall.record.LastWord;
import dev.rolecall.record.Listing;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "outcome",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Records which role was hired for a requisition in the end.", ""},
    footer = {"", "Examples:", "  rolecall audit outcome REQ-1042 --hired PM"})
final class AuditOutcomeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "REQUISITION", description = "One that the record knows.")
  private String requisition = "";

  @Option(
      names = "--hired",
      paramLabel = "OUTCOME",
      required = true,
      description = "The role: an outcome of the rules.")
  private String hired = "";

  @Option(names = "--by", paramLabel = "NAME", description = "Who says so.")
  private String by = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "What else there is to say.")
  private String note = "";

  @Mixin private ActorOption actor = new ActorOption();
  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders))) {
      Listing decision =
          Refused.unless(
              new LastWord(record, actor.author())
                  .hired(
                      requisition,
                      hired,
                      by.strip(),
                      note.strip(),
                      Ids.next(),
                      Clock.systemUTC().instant()),
              ExitCode.INPUT_REFUSED);
      spec.commandLine()
          .getOut()
          .printf(
              "Entry %d: %s was hired for %s, for which entry %d says %s.%n",
              record.head().sequence(),
              hired,
              decision.about().requisition(),
              decision.sequence(),
              decision.about().outcome());
    }
    return ExitCode.DONE;
  }
}
