package dev.rolecall.cli;

import dev.rolecall.problem.Result;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Ids;
import dev.rolecall.record.LastWord;
import dev.rolecall.record.Listing;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Records a person's last word on a recommendation.",
      "It is added; what was recommended stays as it was.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit review REQ-1042 --accept --by \"J. Doe\"",
      "  rolecall audit review 17 --override PM --reason \"a vendor leads the teams\" --by \"J. Doe\""
    })
final class AuditReviewCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ENTRY",
      description =
          "A requisition (its newest decision), the number of an entry, or its id or how that begins.")
  private String named = "";

  @Option(names = "--accept", description = "It is right.")
  private boolean accept;

  @Option(names = "--override", paramLabel = "OUTCOME", description = "This is right instead.")
  private @Nullable String override;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; needed with --override.")
  private String reason = "";

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who says so.")
  private String by = "";

  @Mixin private ActorOption actor = new ActorOption();
  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (accept == (override != null)) {
      throw Refused.usage("say either `--accept` or `--override OUTCOME`");
    }
    if (override != null && reason.isBlank()) {
      throw Refused.usage("`--override` needs a `--reason`: others learn from it");
    }
    if (by.isBlank()) {
      throw Refused.usage("`--by` needs a name");
    }
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders))) {
      Listing decision =
          Refused.unless(review(new LastWord(record, actor.author())), ExitCode.INPUT_REFUSED);
      spec.commandLine().getOut().println(said(decision, record.head().sequence()));
    }
    return ExitCode.DONE;
  }

  private Result<Listing> review(LastWord lastWord) {
    UUID id = Ids.next();
    Instant now = Clock.systemUTC().instant();
    return override == null
        ? lastWord.accept(named, by.strip(), reason.strip(), id, now)
        : lastWord.override(named, override, by.strip(), reason.strip(), id, now);
  }

  private String said(Listing decision, long entry) {
    String was = decision.about().outcome();
    return "Entry "
        + entry
        + ": "
        + (override == null ? was + " is accepted" : was + " is overridden to " + override)
        + " for entry "
        + decision.sequence()
        + (decision.about().requisition() == null
            ? ""
            : " (" + decision.about().requisition() + ")")
        + ".";
  }
}
