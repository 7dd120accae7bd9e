package dev.rolecall.cli;

import dev.rolecall.batch.Batch;
import dev.rolecall.batch.Results;
import dev.rolecall.batch.Summary;
import dev.rolecall.batch.SummaryText;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    description = {
      "Evaluates every row of some files and writes them back with the answer beside them.",
      "Rows that cannot be read go to FILE.rejects.csv with row, column and reason.",
      ""
    },
    footer = {
      "",
      "The result takes its name only when it is whole; until then, and after Ctrl-C, it has .part behind it.",
      "",
      "Examples:",
      "  rolecall batch examples/open-requisitions.csv --out results.csv",
      "  rolecall batch monday.csv vendors.jsonl --out results.jsonl"
    })
final class BatchCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "CSV, JSON, JSON Lines or YAML; - is the standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the results go: a .csv or a .jsonl file.")
  private Path out = Path.of("");

  @Mixin private Folders folders = new Folders();
  @Mixin private Input input = new Input();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    checkOut();
    Ruleset ruleset = folders.ruleset();
    if (!ruleset.vocabulary().recorded()) {
      throw Refused.usage(
          "`"
              + ruleset.vocabulary().decision()
              + "` is for a person's own use (@record(none)); it is not made in batches");
    }
    List<Intake> inputs = input.open(files, ruleset.vocabulary());
    try {
      return run(ruleset, inputs);
    } finally {
      for (Intake opened : inputs) {
        opened.close();
      }
    }
  }

  private void checkOut() {
    if (!Results.canBeNamed(out)) {
      throw Refused.usage(
          "`--out " + out + "`: the name must end with " + String.join(" or ", Results.ENDINGS));
    }
    for (String file : files) {
      if (!file.equals(Intake.STDIN) && same(Path.of(file), out)) {
        throw Refused.usage("`--out " + out + "` is one of the inputs; choose another name");
      }
    }
  }

  private static boolean same(Path input, Path out) {
    try {
      return Files.exists(out) && Files.isSameFile(input, out);
    } catch (IOException e) {
      return false;
    }
  }

  private int run(Ruleset ruleset, List<Intake> inputs) {
    try (Interruption interruption = new Interruption();
        Results results = Results.open(out, inputs)) {
      Summary summary = evaluate(ruleset, inputs, results, interruption);
      if (interruption.isAsked()) {
        Path left = results.leave();
        print(
            "Stopped after "
                + summary.rows()
                + " rows; they are in "
                + left
                + ", each of them whole.");
        return ExitCode.DONE;
      }
      results.complete();
      print(SummaryText.render(summary, Terminal.style()));
      return written(summary);
    } catch (FileSystemException e) {
      String reason =
          e.getReason() == null
              ? "the folder is not there, or writing is not permitted"
              : e.getReason();
      throw notWritten(reason);
    } catch (IOException e) {
      throw notWritten(String.valueOf(e.getMessage()));
    }
  }

  private Summary evaluate(
      Ruleset ruleset, List<Intake> inputs, Results results, Interruption interruption)
      throws IOException {
    if (!Terminal.isWatched()) {
      return new Batch(ruleset, results, (rows, bytes) -> {}, interruption::isAsked).run(inputs);
    }
    try (ProgressLine progress = ProgressLine.over(files)) {
      return new Batch(ruleset, results, progress, interruption::isAsked).run(inputs);
    }
  }

  private int written(Summary summary) {
    PrintWriter err = spec.commandLine().getErr();
    print(
        "\nResults: "
            + out
            + " ("
            + (summary.rows() - summary.rejected())
            + " rows), ruleset "
            + summary.ruleset().hash().substring(0, 12));
    if (summary.rejected() == 0) {
      return ExitCode.DONE;
    }
    print("Rejects: " + Results.rejectsOf(out) + " (" + summary.rejected() + " rows)");
    summary.problems().forEach(err::println);
    return summary.rejected() == summary.rows() ? ExitCode.INPUT_REFUSED : ExitCode.DONE;
  }

  private Refused notWritten(String reason) {
    return new Refused(
        ExitCode.NOT_WRITTEN,
        List.of(new Problem(Place.of(out.toString()), "it cannot be written: " + reason)));
  }

  private void print(String words) {
    spec.commandLine().getOut().println(words);
    spec.commandLine().getOut().flush();
  }
}
