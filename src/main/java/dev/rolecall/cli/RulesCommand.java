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
      RulesWatchCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  rolecall rules list",
      "  rolecall rules check",
      "  rolecall rules fmt --check"
    })
final class RulesCommand {}
