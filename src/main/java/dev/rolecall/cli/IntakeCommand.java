package dev.rolecall.cli;

import picocli.CommandLine.Command;

/** Groups what is done around an export; each of it is a class of its own. */
@Command(
    name = "intake",
    description = {"Looks at exports before they are decided, and asks for what they lack.", ""},
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {IntakeInspectCommand.class, IntakeQuestionnaireCommand.class},
    footer = {
      "",
      "Examples:",
      "  rolecall intake inspect examples/open-requisitions.csv",
      "  rolecall intake questionnaire monday.csv --out questions.xlsx"
    })
final class IntakeCommand {}
