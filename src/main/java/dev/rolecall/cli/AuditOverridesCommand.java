package dev.rolecall.cli;

import dev.rolecall.audit.Overrides;
import dev.rolecall.problem.Nearest;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Filter;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "overrides",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows where people decided otherwise, by rule.",
      "With --by also by an answer of the case, its department say, as it was typed. Of several reviews of",
      "a decision the last counts. Never by person.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit overrides",
      "  rolecall audit overrides --by posting.department --since 2026-01-01"
    })
final class AuditOverridesCommand implements Callable<Integer> {

  @Option(names = "--by", paramLabel = "PATH", description = "Count by this attribute too.")
  private @Nullable String by;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private FilterOptions filters = new FilterOptions();
  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (by != null) {
      check(by, folders.ruleset().vocabulary());
    }
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders))) {
      Filter filter = filters.filter(folders);
      String hint = json ? "" : filters.hint(record, filter);
      if (!hint.isEmpty()) {
        spec.commandLine().getOut().println(hint);
        return ExitCode.DONE;
      }
      Overrides overrides = Overrides.of(record, filter, by);
      spec.commandLine().getOut().print(json ? overrides.json() : overrides.text(Terminal.style()));
    }
    return ExitCode.DONE;
  }

  private static void check(String path, Vocabulary vocabulary) {
    if (vocabulary.attribute(path).isEmpty()) {
      throw Refused.usage(
          "`--by " + path + "` is not an attribute" + Nearest.maybe(path, vocabulary.paths()));
    }
  }
}
