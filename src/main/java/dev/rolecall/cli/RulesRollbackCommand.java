package dev.rolecall.cli;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Author;
import dev.rolecall.record.Draft;
import dev.rolecall.record.Publication;
import dev.rolecall.record.Publications;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.scenario.RulesCheck;
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
      "The working folder holds its files again, and they are published as the next version. Nothing is",
      "taken out of the record, and what the folder held is kept in it.",
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
    Publications before = versions.publications();
    Publication target = Refused.unless(before.named(version), ExitCode.USAGE);
    NamedRules working = versions.working();
    Refused.unless(Result.of(working, working.files().unread()), ExitCode.RULES_REFUSED);
    try (AuditRecord record = versions.record()) {
      RuleFiles files = Publications.files(record, target);
      boolean there = working.files().hash().equals(files.hash());
      Publication newest = before.newest().orElseThrow();
      boolean published = newest.ruleset().equals(files.hash());
      if (there && published) {
        throw new Refused(
            ExitCode.CHECK_FAILED,
            List.of(
                new Problem(
                    Place.of(working.files().shown()),
                    "it holds the files of " + newest.name() + " already")));
      }
      RulesCheck check = usable(files);
      if (!there) {
        keep(working.files(), record);
        write(files, working.files());
      }
      if (published) {
        print(newest.name() + " is the newest version, so nothing is published.");
      } else {
        publish(files, target, newest, check, record);
      }
    }
    return ExitCode.DONE;
  }

  /** Scenarios may be of later rules, so that a case that fails keeps nobody from going back. */
  private RulesCheck usable(RuleFiles files) {
    RulesCheck check = versions.folders().check(files, List.of());
    if (check.ruleset() == null) {
      throw new Refused(ExitCode.RULES_REFUSED, check.errors());
    }
    return check;
  }

  /** What the folder holds and nobody published is archived before it goes. */
  private void keep(RuleFiles working, AuditRecord record) {
    if (record.ruleset(working.hash()).isPresent()) {
      return;
    }
    record.append(
        List.of(
            Publication.archive(
                working,
                UuidCreator.getTimeOrderedEpoch(),
                versions.clock().instant(),
                publishing.author())));
    print(
        "The edits that were not published are kept: rolecall rules show %s --to FOLDER"
            .formatted(working.hash().substring(0, 12)));
  }

  private void write(RuleFiles files, RuleFiles working) {
    Refused.unless(
        RulesFolder.write(versions.folders().rules(), working, files), ExitCode.NOT_WRITTEN);
    print(working.shown() + " holds the files of " + files.shown() + " again.");
  }

  private void publish(
      RuleFiles files,
      Publication target,
      Publication newest,
      RulesCheck check,
      AuditRecord record) {
    Author author = publishing.author();
    Publication.Statement statement =
        publishing.statement(
            check, note, versions.today(), Optional.of(Publications.files(record, newest)));
    Draft draft =
        Publication.draft(
            target,
            files,
            UuidCreator.getTimeOrderedEpoch(),
            versions.clock().instant(),
            author,
            statement);
    record.append(List.of(draft));
    Publications now = Publications.of(record, files.decision());
    print(
        "Published %s of %s: the rules of %s"
            .formatted(now.newest().orElseThrow().name(), now.decision(), target.name()));
    print("Changed: " + statement.changed());
    Publishing.overtaken(now).forEach(this::print);
    int failed = statement.checks().failed();
    if (failed > 0) {
      print(
          "%d of %d scenario cases fail with these rules; `rolecall rules check` says which"
              .formatted(failed, statement.checks().cases()));
    }
  }

  private void print(String words) {
    spec.commandLine().getOut().println(words);
    spec.commandLine().getOut().flush();
  }
}
