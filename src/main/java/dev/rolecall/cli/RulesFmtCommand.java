package dev.rolecall.cli;

import dev.rolecall.edit.Formatted;
import dev.rolecall.problem.Nearest;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
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

/** Lays rule files out in one way. */
@Command(
    name = "fmt",
    description = {
      "Lays rule files out in one way. Comments stay where they are, and the rules mean the same.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  rolecall rules fmt",
      "  rolecall rules fmt --check",
      "  rolecall rules fmt --decision NAME scope.drl",
      "",
      "Exit codes: 0 done, 1 with --check a file would change, 4 rules are refused."
    })
final class RulesFmtCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Rule files of the decision, by name (default: all of every decision).")
  private @Nullable List<Path> named;

  @Option(names = "--check", description = "Lists the files that would change; writes nothing.")
  private boolean check;

  @Mixin private final Folders folders = new Folders();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    List<RuleFiles> before = before();
    List<Formatted> after = new ArrayList<>();
    for (RuleFiles files : before) {
      after.add(Refused.unless(Formatted.of(files, names(files)), ExitCode.RULES_REFUSED));
    }
    int changed = 0;
    for (int i = 0; i < after.size(); i++) {
      changed += after.get(i).changed().size();
      finish(before.get(i), after.get(i));
    }
    if (changed == 0) {
      spec.commandLine().getOut().println("Nothing to do: the files are laid out already.");
    }
    return check && changed > 0 ? ExitCode.CHECK_FAILED : ExitCode.DONE;
  }

  private List<RuleFiles> before() {
    List<String> decisions = named == null ? folders.decisions() : List.of(folders.decision());
    return decisions.stream().map(folders::files).toList();
  }

  private void finish(RuleFiles before, Formatted after) {
    if (!check) {
      Refused.unless(
          RulesFolder.write(folders.rules(), before, after.files()), ExitCode.NOT_WRITTEN);
    }
    after
        .changed()
        .forEach(
            name ->
                spec.commandLine()
                    .getOut()
                    .println(
                        (check ? "would change: " : "laid out: ") + before.shown() + "/" + name));
  }

  private List<String> names(RuleFiles files) {
    List<String> all = files.files().keySet().stream().filter(n -> n.endsWith(".drl")).toList();
    if (named == null) {
      return all;
    }
    return named.stream().map(file -> name(file, files, all)).toList();
  }

  /** A path with a folder is one of the decision's own folder. */
  private static String name(Path file, RuleFiles files, List<String> all) {
    Path name = file.getFileName();
    Path folder = Path.of(files.shown()).toAbsolutePath().normalize();
    Path parent = file.toAbsolutePath().normalize().getParent();
    boolean there = file.getParent() == null || folder.equals(parent);
    if (name == null || !there || !all.contains(name.toString())) {
      throw Refused.usage(
          "`"
              + file
              + "` is no rule file of "
              + files.shown()
              + "; "
              + Nearest.thereAre(file.toString(), all));
    }
    return name.toString();
  }
}
