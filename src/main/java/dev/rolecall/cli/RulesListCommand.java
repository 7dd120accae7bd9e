package dev.rolecall.cli;

import dev.rolecall.explain.Catalogue;
import dev.rolecall.problem.Nearest;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    description = {
      "Lists the rules: what each says and when, its source, and where it stands.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  rolecall rules list",
      "  rolecall rules list --source house         the house's own policy",
      "  rolecall rules list --decision NAME --dimension NAME",
      "  rolecall rules list --json > rules.json"
    })
final class RulesListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "As a JSON array, in the order of the files.")
  private boolean json;

  @Option(
      names = "--dimension",
      paramLabel = "NAME",
      description = "Only the rules that speak for this dimension.")
  private @Nullable String dimension;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "Only the rules of this source: published or house.")
  private @Nullable Source source;

  @Mixin private Folders folders = new Folders();

  /** In small letters as they stand in rules. */
  enum Source {
    published,
    house
  }

  @Override
  public Integer call() {
    Ruleset ruleset = folders.ruleset();
    Catalogue catalogue = Catalogue.of(ruleset);
    if (dimension != null) {
      catalogue = catalogue.ofDimension(dimension(ruleset.vocabulary(), dimension));
    }
    if (source != null) {
      catalogue = catalogue.ofSource(source.name());
    }
    spec.commandLine().getOut().print(json ? catalogue.json() : catalogue.text(Terminal.style()));
    return ExitCode.DONE;
  }

  static FactType dimension(Vocabulary vocabulary, String named) {
    List<FactType> dimensions = vocabulary.dimensions();
    List<String> names = dimensions.stream().map(FactType::name).toList();
    return dimensions.stream()
        .filter(d -> Words.key(d.name()).equals(Words.key(named)))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.usage(
                    "`" + named + "` is not a dimension; " + Nearest.thereAre(named, names)));
  }
}
