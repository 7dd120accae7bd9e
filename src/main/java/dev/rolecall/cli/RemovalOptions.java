package dev.rolecall.cli;

import dev.rolecall.audit.RemovalText;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Author;
import dev.rolecall.record.Head;
import dev.rolecall.record.Ids;
import dev.rolecall.record.Removal;
import dev.rolecall.record.Store;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command takes something out of the record. */
final class RemovalOptions {

  @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
  private boolean dry;

  @Mixin private ActorOption actor = new ActorOption();
  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  Author author() {
    return actor.author();
  }

  /**
   * @param search finds what is to be removed
   * @param nothing said where there is nothing
   * @param by who decided it
   */
  int remove(
      Function<AuditRecord, Removal> search,
      String nothing,
      Instant now,
      String reason,
      String by) {
    PrintWriter out = spec.commandLine().getOut();
    Author author = author();
    Store kept = store.store(folders);
    try (AuditRecord record = AuditRecord.openExisting(kept)) {
      Removal removal = search.apply(record);
      RemovalText text = new RemovalText(removal, Terminal.style());
      if (removal.isEmpty()) {
        out.println(nothing);
      } else if (dry) {
        out.print(text.planned());
      } else {
        Head head = removal.append(record, Ids.next(), now, author, reason, by);
        out.print(text.done(head, kept.traces()));
      }
    }
    return ExitCode.DONE;
  }
}
