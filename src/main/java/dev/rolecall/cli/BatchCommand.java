package dev.rolecall.cli;

import dev.rolecall.batch.Batch;
import dev.rolecall.batch.Results;
import dev.rolecall.batch.Summary;
import dev.rolecall.batch.SummaryText;
import dev.rolecall.explain.Style;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw notWritten("there is no folder `" + folder + "`; make it first");
    }
    for (Path name : Results.names(out)) {
      if (Files.isDirectory(name)) {
        throw notWritten("`" + name + "` is a folder");
      }
      if (Files.exists(name) && !Files.isWritable(name)) {
        throw notWritten("`" + name + "` is there already and may not be changed");
      }
      for (String file : files) {
        if (!file.equals(Intake.STDIN) && same(file, name)) {
          throw Refused.usage(
              "`--out " + out + "` would write over the input `" + file + "`; choose another name");
        }
      }
    }
  }

  private static boolean same(String input, Path out) {
    try {
      return Files.exists(out) && Files.isSameFile(Path.of(input), out);
    } catch (IOException | InvalidPathException e) {
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
                + ", each of them whole. Nothing else was changed.");
        return ExitCode.DONE;
      }
      if (summary.rows() == 0) {
        throw new Refused(
            ExitCode.INPUT_REFUSED,
            files.stream().map(f -> new Problem(Place.of(f), "there is no case in it")).toList());
      }
      results.complete();
      print(SummaryText.render(summary, Terminal.style()));
      return written(ruleset, summary, inputs);
    } catch (AccessDeniedException e) {
      throw notWritten("writing there is not permitted");
    } catch (FileSystemException e) {
      throw notWritten(e.getReason() == null ? "the folder is not there" : e.getReason());
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

  private int written(Ruleset ruleset, Summary summary, List<Intake> inputs) {
    long rejected = summary.rejected();
    print(
        "\nResults: "
            + out
            + " ("
            + rows(summary.rows() - rejected)
            + "), ruleset "
            + ruleset.hash().substring(0, 12));
    carried(ruleset, inputs);
    if (rejected == 0) {
      return ExitCode.DONE;
    }
    print(
        "Rejects: "
            + Results.rejectsOf(out)
            + " ("
            + rows(rejected)
            + "), to be mended and read again");
    PrintWriter err = spec.commandLine().getErr();
    summary.problems().forEach(err::println);
    if (summary.furtherProblems() > 0) {
      err.println(
          "… and " + summary.furtherProblems() + " more; all are in " + Results.rejectsOf(out));
    }
    return rejected == summary.rows() ? ExitCode.INPUT_REFUSED : ExitCode.DONE;
  }

  /** A column that was meant for us and misspelt shows here. */
  private void carried(Ruleset ruleset, List<Intake> inputs) {
    Set<String> carried = new LinkedHashSet<>();
    for (Intake input : inputs) {
      List<String> unread = new ArrayList<>(input.columns());
      unread.removeAll(input.understood());
      unread.stream().filter(c -> !c.isBlank()).forEach(carried::add);
    }
    if (!carried.isEmpty()) {
      print("Carried along unread: " + Style.clean(Nearest.list(carried)));
    }
    List<String> questions =
        ruleset.vocabulary().attributes().stream()
            .map(Attribute::question)
            .filter(q -> !q.isEmpty())
            .toList();
    for (String column : carried) {
      Nearest.to(column, questions)
          .ifPresent(
              q ->
                  print(
                      "  `" + Style.clean(column) + "` was not read; maybe it means `" + q + "`"));
    }
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", count);
  }

  private Refused notWritten(String reason) {
    String message = "it cannot be written: " + reason;
    return new Refused(
        ExitCode.NOT_WRITTEN, List.of(new Problem(Place.of(out.toString()), message)));
  }

  private void print(String words) {
    spec.commandLine().getOut().println(words);
    spec.commandLine().getOut().flush();
  }
}
