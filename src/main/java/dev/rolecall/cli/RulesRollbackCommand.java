package dev.rolecall.cli;

import dev.rolecall.problem.Result;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Ids;
import dev.rolecall.record.Publication;
import dev.rolecall.record.Publications;
import dev.rolecall.record.RulesAndScenarios;
import dev.rolecall.ruleset.FileChanges;
import dev.rolecall.ruleset.FileSet;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.scenario.RulesCheck;
import dev.rolecall.scenario.ScenarioFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "rollback",
    description = {
      "Goes back to a version.",
      "The working folder holds its rules and scenarios again, and they are published as the next",
      "version. Nothing is taken out of the record, and what the folder held is kept in it.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  rolecall rules rollback v2 --note \"too many requisitions flipped\"",
      "",
      "Exit codes: 0 done, 1 it is so already, 4 the version cannot be used any more,",
      "5 the record is out of reach, 74 the folder could not be written."
    })
final class RulesRollbackCommand implements Callable<Integer> {

  @Parameters(paramLabel = "V", description = "The version: v2, or its hash.")
  private String version = "";

  @Option(names = "--note", paramLabel = "WHY", required = true, description = "Why.")
  private String note = "";

  @Mixin private Publishing publishing = new Publishing();
  @Mixin private RuleVersions versions = new RuleVersions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Publishing.checkNote(note);
    Publications before = versions.publications();
    Publication target = Refused.unless(before.named(version), ExitCode.USAGE);
    Publication newest = before.newest().orElseThrow();
    NamedRules working = versions.working();
    Refused.unless(Result.of(working, working.files().unread()), ExitCode.RULES_REFUSED);
    try (AuditRecord record = versions.record()) {
      RulesAndScenarios kept = Publications.rules(record, target);
      boolean published = newest.holds(kept);
      boolean there = holds(working.rules(), kept);
      if (there && published) {
        throw Refused.failed(already(target, newest, working));
      }
      usable(kept);
      Optional<RulesCheck> check = published ? Optional.empty() : Optional.of(check(kept));
      if (!there) {
        keep(working.rules(), record);
        write(kept, working.rules());
      }
      check.ifPresentOrElse(
          checked -> publish(checked, kept, target, newest, record),
          () -> print(newest.name() + " is the newest version, so nothing is published."));
    }
    return ExitCode.DONE;
  }

  /** Scenarios that the version does not have stay as they are. */
  private static boolean holds(RulesAndScenarios working, RulesAndScenarios kept) {
    return working.files().hash().equals(kept.files().hash())
        && (kept.scenarios().isEmpty() || changes(working, kept).isEmpty());
  }

  private static FileChanges changes(RulesAndScenarios working, RulesAndScenarios kept) {
    FileSet now = working.scenarios().orElse(FileSet.NONE);
    return now.to(kept.scenarios().orElse(now));
  }

  private static String already(Publication target, Publication newest, NamedRules working) {
    String folder = working.files().shown();
    return target.equals(newest)
        ? folder + " holds " + newest.name() + " already, and it is the newest version"
        : "%s and %s are the same rules; %s holds them already"
            .formatted(target.name(), newest.name(), folder);
  }

  private void usable(RulesAndScenarios kept) {
    versions.folders().open(kept.files());
  }

  /** With its own scenarios, which the folder does not hold yet. */
  private RulesCheck check(RulesAndScenarios kept) {
    Path cache = versions.folders().cache();
    return kept.scenarios()
        .map(scenarios -> RulesCheck.of(kept.files(), cache, scenarios, List.of()))
        .orElseGet(() -> versions.folders().check(kept.files(), List.of()));
  }

  /** What the folders hold and nobody published is archived before it goes. */
  private void keep(RulesAndScenarios working, AuditRecord record) {
    String rules = working.files().hash();
    Optional<String> scenarios =
        working
            .scenarios()
            .filter(s -> !s.isEmpty())
            .map(FileSet::hash)
            .filter(hash -> !record.archives(hash));
    if (scenarios.isEmpty() && record.archives(rules)) {
      return;
    }
    record.append(
        List.of(
            Publication.archive(
                working, Ids.next(), versions.clock().instant(), publishing.author())));
    print(
        "The edits that were not published are kept: rolecall rules show %s --to FOLDER"
            .formatted(scenarios.orElse(rules).substring(0, 12)));
  }

  private void write(RulesAndScenarios kept, RulesAndScenarios working) {
    Folders folders = versions.folders();
    RuleFiles files = kept.files();
    Refused.unless(
        RulesFolder.write(folders.rules(), working.files(), files), ExitCode.NOT_WRITTEN);
    print(working.files().shown() + " holds the files of " + files.shown() + " again.");
    FileChanges changes = changes(working, kept);
    if (!changes.isEmpty()) {
      FileSet before = working.scenarios().orElse(FileSet.NONE);
      FileSet after = kept.scenarios().orElse(before);
      Refused.unless(
          ScenarioFolder.write(folders.scenarios(), files.decision(), before, after),
          ExitCode.NOT_WRITTEN);
      print("Its scenarios are back as well: " + changes.inShort() + ".");
    }
  }

  /** A case that fails keeps nobody from going back, and is said. */
  private void publish(
      RulesCheck check,
      RulesAndScenarios kept,
      Publication target,
      Publication newest,
      AuditRecord record) {
    Publication.Statement statement =
        publishing.statement(
            check, kept, note, versions.today(), Optional.of(Publications.rules(record, newest)));
    record.append(
        List.of(
            target.again(
                kept, Ids.next(), versions.clock().instant(), publishing.author(), statement)));
    Publications now = Publications.of(record, kept.files().decision());
    print(
        "Published %s of %s: the rules of %s"
            .formatted(now.newest().orElseThrow().name(), now.decision(), target.name()));
    print("Changed: " + statement.changed());
    Publishing.overtaken(now).forEach(this::print);
    int failed = statement.checks().failed();
    if (failed > 0) {
      print(
          "%d of %d scenario cases %s with these rules; `rolecall rules check` says which"
              .formatted(failed, statement.checks().cases(), failed == 1 ? "fails" : "fail"));
    }
  }

  private void print(String words) {
    spec.commandLine().getOut().println(words);
    spec.commandLine().getOut().flush();
  }
}
