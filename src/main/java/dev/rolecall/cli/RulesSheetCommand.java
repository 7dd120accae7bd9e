package dev.rolecall.cli;

import dev.rolecall.edit.Sheet;
import dev.rolecall.edit.SheetEdit;
import dev.rolecall.edit.SheetText;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.scenario.RulesCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The rules as a spreadsheet, and back. */
@Command(
    name = "sheet",
    description = {
      "Writes the rules as a spreadsheet, a row each, and what was changed there back to the rules.",
      "Comments and layout of the rule files stay as they are. Nothing is written unless every",
      "change is valid and every scenario passes.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  rolecall rules sheet --out rules.xlsx",
      "  rolecall rules sheet --apply rules.xlsx --dry-run    shows what would change",
      "  rolecall rules sheet --apply rules.xlsx",
      "",
      "Exit codes: 0 done, 1 a scenario fails, 3 the sheet is refused, 4 rules refused,",
      "74 the file could not be written."
    })
final class RulesSheetCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Way way;

  @Option(
      names = "--dry-run",
      description = "With --apply: shows what would change, writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--force",
      description = "With --apply: writes valid changes although scenarios fail.")
  private boolean force;

  @Mixin private Folders folders = new Folders();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** There or back. */
  static final class Way {

    @Option(names = "--out", paramLabel = "FILE", description = "Writes the rules to this .xlsx.")
    private @Nullable Path out;

    @Option(
        names = "--apply",
        paramLabel = "FILE",
        description = "Changes the rules as this .xlsx says.")
    private @Nullable Path apply;
  }

  @Override
  public Integer call() {
    if (way.apply != null) {
      return apply(way.apply);
    }
    if (way.out == null || dryRun || force) {
      throw Refused.usage("`--dry-run` and `--force` go with `--apply`");
    }
    return out(way.out);
  }

  private int out(Path file) {
    OutFile.check(file);
    RuleFiles files = folders.files();
    byte[] workbook = Refused.unless(Sheet.of(files), ExitCode.RULES_REFUSED);
    OutFile.write(file, workbook);
    print("Written: " + file + ". Change the yellow cells, then");
    print("    rolecall rules sheet" + decision() + " --apply " + file);
    return ExitCode.DONE;
  }

  private String decision() {
    return folders.named().map(name -> " --decision " + name).orElse("");
  }

  private int apply(Path file) {
    RuleFiles files = folders.files();
    Refused.unless(files.rulebook(), ExitCode.RULES_REFUSED);
    SheetEdit edit = Refused.unless(Sheet.apply(files, shown(file), file), ExitCode.INPUT_REFUSED);
    SheetText.lines(edit, Terminal.style()).forEach(this::print);
    if (edit.changes().isEmpty()) {
      return ExitCode.DONE;
    }
    RulesCheck check = folders.check(edit.after(), List.of());
    RulesCheckCommand.print(check, spec.commandLine().getOut());
    boolean allowed = check.passes() || (force && check.state() == RulesCheck.State.CASES_FAIL);
    if (dryRun || !allowed) {
      print(dryRun ? "A dry run: nothing is written." : notWritten(check));
      return RulesCheckCommand.exitCode(check, false);
    }
    Refused.unless(
            RulesFolder.write(folders.rules(), edit.before(), edit.after()), ExitCode.NOT_WRITTEN)
        .forEach(name -> print("Written: " + files.shown() + "/" + name));
    print(
        "For further changes make a new sheet: rolecall rules sheet"
            + decision()
            + " --out "
            + file);
    return ExitCode.DONE;
  }

  private static String notWritten(RulesCheck check) {
    return check.state() == RulesCheck.State.CASES_FAIL
        ? "Nothing is written, since a scenario fails; --force writes it all the same."
        : "Nothing is written.";
  }

  private static String shown(Path file) {
    return file.toString().replace('\\', '/');
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
