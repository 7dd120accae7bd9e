package dev.rolecall.cli;

import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Author;
import dev.rolecall.record.Recorder;
import dev.rolecall.ruleset.Ruleset;
import java.time.Clock;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command that decides keeps what it decides. */
final class RecordOptions {

  @Mixin private StoreOption store = new StoreOption();

  @Option(names = "--no-record", description = "Keep nothing; the output says so.")
  private boolean off;

  @Mixin private ActorOption actor = new ActorOption();

  boolean off() {
    return off;
  }

  Author author(String channel) {
    return actor.author(channel);
  }

  /** To be called before the rules are opened, so that both are done at once. */
  void prepare(Folders folders) {
    if (!off) {
      AuditRecord.prepare(store.store(folders));
    }
  }

  /** For the decisions of a ruleset, one by one. */
  Recorder recorder(Ruleset ruleset, Folders folders) {
    Clock clock = Clock.systemUTC();
    if (!ruleset.vocabulary().recorded()) {
      return Recorder.none("never kept: @record(none)", clock);
    }
    return off
        ? Recorder.none("--no-record", clock)
        : Recorder.into(open(folders), ruleset, author("cli"), clock);
  }

  /** Opened, and made where there is none. */
  AuditRecord open(Folders folders) {
    return AuditRecord.open(store.store(folders));
  }
}
