package dev.rolecall.cli;

import dev.rolecall.edit.NewRule;
import dev.rolecall.file.WholeFile;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a rule, and the scenario that holds it. */
@Command(
    name = "new",
    description = {
      "Adds a rule that leans to an outcome, and a scenario for it.",
      "Without --when, --leans and --because it is a draft: the check refuses it until you finished it.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  rolecall rules new DIMENSION \"Many teams have to move together\"",
      "  rolecall rules new scope \"Many teams have to move together\" --when \"teams >= 10\" \\",
      "      --leans TPM --because \"the work spans {teams} teams\"",
      "",
      "Exit codes: 0 written, 2 usage, 4 rules are refused with it or without, 74 not written."
    })
final class RulesNewCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "DIMENSION", description = "What it speaks for.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String dimension;

  @Parameters(
      index = "1",
      paramLabel = "SENTENCE",
      description = "Its name: a sentence that a hiring manager could say.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String sentence;

  @Option(
      names = "--when",
      paramLabel = "CONDITION",
      description = "On attributes of the dimension: \"teams >= 10, quarters > 2\".")
  private @Nullable String when;

  @Option(names = "--leans", paramLabel = "OUTCOME", description = "Which outcome it leans to.")
  private @Nullable String leans;

  @Option(
      names = "--because",
      paramLabel = "TEXT",
      description = "Completes \"leans to it because …\"; {teams} stands for the value.")
  private @Nullable String because;

  @Mixin private final Folders folders = new Folders();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    RuleFiles before = folders.files();
    Rulebook rules = Refused.unless(before.rulebook(), ExitCode.RULES_REFUSED);
    NewRule.Wish wish =
        new NewRule.Wish(
            RulesListCommand.dimension(rules.vocabulary(), dimension),
            sentence,
            Optional.ofNullable(when),
            Optional.ofNullable(leans),
            Optional.ofNullable(because));
    NewRule rule = Refused.unless(NewRule.of(before, wish), ExitCode.RULES_REFUSED);
    Path scenario = folders.scenarios().resolve(before.decision()).resolve(rule.id() + ".yaml");
    if (Files.exists(scenario)) {
      throw notWritten(scenario, "it is there already; nothing is written");
    }
    Refused.unless(RulesFolder.write(folders.rules(), before, rule.files()), ExitCode.NOT_WRITTEN);
    write(scenario, rule.scenario());
    print(before, rule, scenario);
    return ExitCode.DONE;
  }

  private static void write(Path scenario, String text) {
    try {
      Files.createDirectories(scenario.getParent());
      WholeFile.create(scenario, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw notWritten(scenario, "the rule is written, but its scenario cannot be");
    }
  }

  private static Refused notWritten(Path file, String why) {
    return new Refused(ExitCode.NOT_WRITTEN, List.of(new Problem(Place.of(file.toString()), why)));
  }

  private void print(RuleFiles before, NewRule rule, Path scenario) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Rule `" + rule.id() + "`, at the end of " + before.shown() + "/" + rule.file());
    out.println("Scenario " + scenario);
    out.println(
        rule.draft()
            ? "Next: edit the condition and the text of the rule, the values of the scenario,"
                + " and take `@draft` away. Then:"
            : "Next:");
    out.println("    rolecall rules check");
  }
}
