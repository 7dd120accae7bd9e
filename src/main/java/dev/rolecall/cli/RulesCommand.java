package dev.rolecall.cli;

import picocli.CommandLine.Command;

/** Groups what is done with rules; each of it is a class of its own. */
@Command(
    name = "rules",
    description = {"Shows, checks and changes the rules that decide.", ""},
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RulesListCommand.class,
      RulesCheckCommand.class,
      RulesNewCommand.class,
      RulesFmtCommand.class,
      RulesSheetCommand.class,
      RulesDiffCommand.class,
      RulesImpactCommand.class,
      RulesWatchCommand.class,
      RulesPublishCommand.class,
      RulesVersionsCommand.class,
      RulesShowCommand.class,
      RulesRollbackCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  rolecall rules check",
      "  rolecall rules impact --on examples/open-requisitions.csv",
      "  rolecall rules publish --note \"three teams are several\""
    })
final class RulesCommand {}
