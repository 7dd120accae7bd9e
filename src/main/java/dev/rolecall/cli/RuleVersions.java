package dev.rolecall.cli;

import dev.rolecall.problem.Result;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Publication;
import dev.rolecall.record.Publications;
import dev.rolecall.record.RulesAndScenarios;
import dev.rolecall.record.Store;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.FileSet;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.scenario.ScenarioFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** Finds the rules that a command line names: in folders, and in the record. */
final class RuleVersions {

  static final String PUBLISHED = "published";
  static final String WORKING = "working";

  private static final String NUMBER = "v?[0-9]+";

  @Mixin private Folders folders = new Folders();
  @Mixin private StoreOption store = new StoreOption();

  private final Clock clock = Clock.systemUTC();

  Folders folders() {
    return folders;
  }

  Clock clock() {
    return clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** To append to: made where there is none. */
  AuditRecord record() {
    return AuditRecord.open(store.store(folders));
  }

  /** To read, where there is one. */
  private Optional<AuditRecord> existing() {
    Store kept = store.store(folders);
    return kept.exists() ? Optional.of(AuditRecord.open(kept)) : Optional.empty();
  }

  /** The published versions of the decision that is meant. */
  Publications publications() {
    return publications(folders.decision());
  }

  Publications publications(String decision) {
    Optional<AuditRecord> existing = existing();
    if (existing.isEmpty()) {
      return Publications.none(decision);
    }
    try (AuditRecord record = existing.get()) {
      return Publications.of(record, decision);
    }
  }

  /**
   * The rules that a word names: {@code working}, {@code published}, a version, a folder, or a
   * hash.
   */
  NamedRules named(String word) {
    if (word.equals(WORKING)) {
      return working();
    }
    boolean folder = !word.equals(PUBLISHED) && !word.matches(NUMBER);
    if (folder && Files.isDirectory(Path.of(word))) {
      RuleFiles files = RulesFolder.readAt(Path.of(word), folders.decisionOf(Path.of(word)));
      return new NamedRules(files.shown(), new RulesAndScenarios(files, beside(Path.of(word))));
    }
    Publications publications = publications();
    return word.equals(PUBLISHED) ? inForce(publications) : published(publications, word);
  }

  NamedRules working() {
    RuleFiles files = folders.files();
    return new NamedRules(
        "working folder " + files.shown(), new RulesAndScenarios(files, Optional.of(scenarios())));
  }

  private FileSet scenarios() {
    return Refused.unless(
        ScenarioFolder.read(folders.scenarios(), folders.decision()), ExitCode.INPUT_REFUSED);
  }

  /** A version that `rules show --to` wrote has its scenarios in a folder of their own. */
  private static Optional<FileSet> beside(Path rules) {
    Path scenarios = rules.resolve(RulesShowCommand.SCENARIOS);
    return Files.isDirectory(scenarios)
        ? Optional.of(Refused.unless(ScenarioFolder.readAt(scenarios), ExitCode.INPUT_REFUSED))
        : Optional.empty();
  }

  private NamedRules inForce(Publications publications) {
    return publications
        .inForce(today())
        .map(version -> archived(version.name() + ", published", version))
        .orElseThrow(
            () ->
                Refused.usage(
                    publications.all().isEmpty()
                        ? "nothing is published yet: publish first, or name two folders of rules"
                        : "no published version is in force yet; name one, as `rules versions`"
                            + " shows them"));
  }

  private NamedRules published(Publications publications, String word) {
    Result<Publication> version = publications.named(word);
    if (version instanceof Result.Ok<Publication> ok) {
      return archived(ok.value().name(), ok.value());
    }
    return existing()
        .flatMap(record -> archived(record, publications.decision(), word))
        .map(rules -> new NamedRules(rules.files().shown(), rules))
        .orElseThrow(() -> unknown(word, publications));
  }

  private static Optional<RulesAndScenarios> archived(
      AuditRecord record, String decision, String word) {
    try (record) {
      return Publications.archived(record, decision, word);
    }
  }

  private static Refused unknown(String word, Publications publications) {
    return Refused.usage(
        "`"
            + word
            + "` is neither a version nor a folder of rules; "
            + publications.inShort()
            + ", and there are `published` and `working`");
  }

  private NamedRules archived(String name, Publication version) {
    try (AuditRecord record = record()) {
      return new NamedRules(name, Publications.rules(record, version));
    }
  }

  /** The rules of all versions, each once, the newest last. */
  List<Rulebook> former(Publications publications) {
    List<Rulebook> former = new ArrayList<>();
    if (publications.all().isEmpty()) {
      return former;
    }
    try (AuditRecord record = record()) {
      publications.all().stream()
          .map(Publication::ruleset)
          .distinct()
          .flatMap(hash -> record.ruleset(hash).stream())
          .forEach(
              files -> {
                if (files.rulebook() instanceof Result.Ok<Rulebook> ok) {
                  former.add(ok.value());
                }
              });
    }
    return former;
  }
}
