package dev.rolecall.cli;

import picocli.CommandLine.Command;

/** Groups what is done with the record; each of it is a class of its own. */
@Command(
    name = "audit",
    description = {
      "Shows and proves what was recommended, by which rules, and what people decided in the end.",
      ""
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AuditListCommand.class,
      AuditShowCommand.class,
      AuditVerifyCommand.class,
      AuditHeadCommand.class,
      AuditStatsCommand.class,
      AuditExportCommand.class,
      AuditReviewCommand.class,
      AuditOutcomeCommand.class,
      AuditOverridesCommand.class,
      AuditPromoteCommand.class,
      AuditReplayCommand.class,
      AuditRedactCommand.class,
      AuditRetainCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit list --since 2026-03-01",
      "  rolecall audit show REQ-1042",
      "  rolecall audit review REQ-1042 --override PM --reason \"a vendor leads\" --by \"J. Doe\"",
      "  rolecall audit verify"
    })
final class AuditCommand {}
