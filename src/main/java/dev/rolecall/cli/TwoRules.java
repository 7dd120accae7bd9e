package dev.rolecall.cli;

import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which two versions of the rules a command is about: the one before, and the one after. */
final class TwoRules {

  static final String PUBLISHED = "published";
  static final String WORKING = "working";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "A",
      defaultValue = PUBLISHED,
      description = {
        "The rules before: published, working, or a folder of rules",
        "(default: ${DEFAULT-VALUE})."
      })
  private String before = PUBLISHED;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      defaultValue = WORKING,
      description = "The rules after, named alike (default: ${DEFAULT-VALUE}).")
  private String after = WORKING;

  @Mixin private Folders folders = new Folders();

  Folders folders() {
    return folders;
  }

  /** Both, the one before first; of one decision, or the command ends. */
  List<NamedRules> both() {
    NamedRules one = named(before);
    NamedRules other = named(after);
    String decision = other.files().decision();
    if (!one.files().decision().equals(decision)) {
      throw Refused.usage(
          "`%s` holds rules of `%s`, and `%s` those of `%s`; only versions of one decision compare"
              .formatted(
                  one.files().shown(), one.files().decision(), other.files().shown(), decision));
    }
    return List.of(one, other);
  }

  private NamedRules named(String word) {
    if (word.equals(WORKING)) {
      return working();
    }
    if (word.equals(PUBLISHED)) {
      throw Refused.usage("nothing is published yet: publish first, or name two folders of rules");
    }
    return folder(word);
  }

  private NamedRules working() {
    RuleFiles files = read(RulesFolder.read(folders.rules(), folders.decision()));
    return new NamedRules("working folder " + files.shown(), files);
  }

  private NamedRules folder(String word) {
    Path folder = Path.of(word);
    if (!Files.isDirectory(folder)) {
      throw Refused.usage(
          "`" + word + "` is neither a version nor a folder; say published, working, or a folder");
    }
    RuleFiles files = RulesFolder.readAt(folder, folders.decisionOf(folder));
    return new NamedRules(files.shown(), files);
  }

  private static RuleFiles read(Result<RuleFiles> files) {
    return Refused.unless(files, ExitCode.RULES_REFUSED);
  }
}
