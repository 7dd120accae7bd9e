package dev.rolecall.cli;

import dev.rolecall.decision.Outcome;
import dev.rolecall.intake.Inspection;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.MappingText;
import dev.rolecall.intake.Understanding;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    description = {
      "Shows what is understood of an export before anything is decided: what each column became,",
      "how many of its cells say something, where the requisitions stand, what to do about the rest.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall intake inspect examples/open-requisitions.csv",
      "  rolecall intake inspect monday.csv --save-mapping monday.yaml",
      "  rolecall intake inspect monday.csv --mapping monday.yaml --json",
      "",
      "Exit codes: 0 done, 3 input refused, 4 rules refused, 74 the mapping could not be written."
    })
final class IntakeInspectCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "An export, as `rolecall batch` reads it; - is the standard input.")
  private List<String> files = List.of();

  @Option(names = "--json", description = "As a JSON array, an object for each input.")
  private boolean json;

  @Option(
      names = "--save-mapping",
      paramLabel = "FILE.yaml",
      description = "Write down what each column became, to be edited and given to --mapping.")
  private @Nullable Path save;

  @Mixin private Folders folders = new Folders();
  @Mixin private Input input = new Input();
  @Mixin private StatusOption status = new StatusOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (save != null && Files.exists(save)) {
      throw Refused.usage(
          "`--save-mapping " + save + "`: there is such a file already, which may hold edits");
    }
    if (save != null) {
      OutFile.check(save);
    }
    Ruleset ruleset = folders.ruleset();
    Understanding understanding = input.understanding(ruleset).reading(status.statuses());
    List<Inspection> inspections = inspect(ruleset, understanding);
    if (json) {
      spec.commandLine().getOut().print(InspectionJson.write(inspections));
    } else {
      spec.commandLine()
          .getOut()
          .print(InspectionText.render(inspections, ruleset.vocabulary(), Terminal.style()));
    }
    if (save != null) {
      save(save, MappingText.of(inspections, ruleset.vocabulary(), save.toString()));
    } else if (!json && inspections.stream().anyMatch(InspectionText::leavesSomething)) {
      leftOver();
    }
    return inspections.stream().allMatch(i -> i.rows() == 0)
        ? ExitCode.INPUT_REFUSED
        : ExitCode.DONE;
  }

  private void leftOver() {
    if (input.mapping() == null) {
      print("What is not understood can be told in a mapping. Begin with");
      print(
          "  rolecall intake inspect " + String.join(" ", files) + " --save-mapping mapping.yaml");
    } else {
      print("What is not understood can be told in " + input.mapping());
    }
  }

  private List<Inspection> inspect(Ruleset ruleset, Understanding understanding)
      throws IOException {
    List<Inspection> inspections = new ArrayList<>();
    for (String file : files) {
      try (Intake opened = input.look(file, understanding);
          ProgressLine progress = new ProgressLine("Looking", List.of(file))) {
        inspections.addAll(
            Inspection.of(
                opened,
                ruleset.vocabulary(),
                s -> ruleset.decide(s).outcome().kind() != Outcome.Kind.OUT_OF_SCOPE,
                rows -> progress.at(rows, opened.bytesRead())));
      }
    }
    return inspections;
  }

  private void save(Path to, String mapping) {
    OutFile.write(to, mapping.getBytes(StandardCharsets.UTF_8));
    if (!json) {
      print("Mapping: " + to + ", to be edited and used with `--mapping " + to + "`");
    }
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
