package dev.rolecall.cli;

import dev.rolecall.explain.Questionnaire;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "template",
    description = {
      "Prints a blank questionnaire of a decision: every question, none of them answered.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "What is left blank is not known, which is never read as no. Only YAML has room",
      "to say what each question allows. CSV is one row of headers, to be filled in",
      "below it, a row for each case.",
      "",
      "Examples:",
      "  rolecall template > work.yaml",
      "  rolecall decide work.yaml                  once it is filled in",
      "  rolecall template --csv > work.csv",
      "  rolecall template --csv --questions        headers that a person can read",
      "  rolecall template --decision NAME --json"
    })
final class TemplateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @ArgGroup private @Nullable Form form;

  @Option(
      names = "--questions",
      description = "With --csv: the questions as headers in place of the paths.")
  private boolean questions;

  @Mixin private Folders folders = new Folders();

  static final class Form {
    @Option(
        names = "--yaml",
        description = "With each question and what it allows as a comment (default).")
    @SuppressWarnings("UnusedVariable") // what is printed where nothing else is asked for
    private boolean yaml;

    @Option(names = "--csv", description = "One row of headers.")
    private boolean csv;

    @Option(names = "--json", description = "Every attribute null.")
    private boolean json;
  }

  @Override
  public Integer call() {
    boolean csv = form != null && form.csv;
    if (questions && !csv) {
      throw Refused.usage("`--questions` goes with `--csv`: it makes the questions its headers");
    }
    Questionnaire blank = new Questionnaire(folders.ruleset().vocabulary());
    boolean json = form != null && form.json;
    String text =
        csv
            ? (questions ? blank.csvOfQuestions() : blank.csv())
            : json ? blank.json() : blank.yaml();
    spec.commandLine().getOut().print(text);
    return ExitCode.DONE;
  }
}
