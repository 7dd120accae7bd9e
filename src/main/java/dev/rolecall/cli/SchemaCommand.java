package dev.rolecall.cli;

import dev.rolecall.explain.SituationSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "schema",
    description = {
      "Prints the JSON Schema (2020-12) of a situation, for editors, forms and other programs.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "It describes one situation, in JSON or YAML, and follows the vocabulary of the rules.",
      "",
      "Examples:",
      "  rolecall schema > situation.schema.json",
      "  rolecall schema --decision NAME"
    })
final class SchemaCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private Folders folders = new Folders();

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(SituationSchema.of(folders.ruleset().vocabulary()));
    return ExitCode.DONE;
  }
}
