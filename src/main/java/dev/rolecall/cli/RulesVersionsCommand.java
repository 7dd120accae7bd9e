package dev.rolecall.cli;

import dev.rolecall.explain.Difference;
import dev.rolecall.explain.PrettyJson;
import dev.rolecall.problem.Result;
import dev.rolecall.record.Publication;
import dev.rolecall.record.Publications;
import dev.rolecall.record.PublicationsJson;
import dev.rolecall.record.PublicationsText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "versions",
    description = {"Lists the published versions of the rules, the newest first.", ""},
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  rolecall rules versions",
      "  rolecall rules versions --decision NAME",
      "  rolecall rules versions --json > versions.json"
    })
final class RulesVersionsCommand implements Callable<Integer> {

  @Option(names = "--json", description = "As a JSON array, the oldest first.")
  private boolean json;

  @Mixin private RuleVersions versions = new RuleVersions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Publications publications = versions.publications();
    if (json) {
      out.print(PrettyJson.of(PublicationsJson.of(publications, versions.today())));
    } else if (publications.all().isEmpty()) {
      out.println("Nothing of " + publications.decision() + " is published yet.");
    } else {
      out.print(PublicationsText.render(publications, versions.today()));
      publications.newest().ifPresent(newest -> out.println(working(newest)));
    }
    return ExitCode.DONE;
  }

  /** How the working folder stands to the newest version. */
  private String working(Publication newest) {
    NamedRules working = versions.working();
    if (newest.holds(working.rules())) {
      return "The working folder is " + newest.name() + ".";
    }
    Result<Difference> difference =
        NamedRules.difference(versions.named(newest.name()).rules(), working.rules());
    String changed =
        difference instanceof Result.Ok<Difference> ok
            ? ok.value().inShort()
            : "it cannot be read, `rolecall rules check` says why";
    return "The working folder differs from " + newest.name() + ": " + changed;
  }
}
