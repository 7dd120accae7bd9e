package dev.rolecall.cli;

import picocli.CommandLine.Command;

/** Groups what is done with rules; each of it is a class of its own. */
@Command(
    name = "rules",
    description = {"Shows the rules that decide.", ""},
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RulesListCommand.class, RulesCheckCommand.class},
    footer = {"", "Examples:", "  rolecall rules list", "  rolecall rules list --help"})
final class RulesCommand {}
