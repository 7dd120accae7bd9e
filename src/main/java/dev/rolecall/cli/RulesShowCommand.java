package dev.rolecall.cli;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.record.Publication;
import dev.rolecall.record.Publications;
import dev.rolecall.record.PublicationsText;
import dev.rolecall.record.RulesAndScenarios;
import dev.rolecall.ruleset.FileSet;
import dev.rolecall.ruleset.RuleFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "show",
    description = {
      "Shows a version of the rules: what was said of it, its files and scenarios as they were.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  rolecall rules show v3",
      "  rolecall rules show v3 --file scope.drl",
      "  rolecall rules show v3 --to old/hiring"
    })
final class RulesShowCommand implements Callable<Integer> {

  /** Where the scenarios stand beside the rules of a version. */
  static final String SCENARIOS = "scenarios";

  @Parameters(
      paramLabel = "V",
      description = "A version like v3, published, or the hash of archived rules.")
  private String version = "";

  @Option(names = "--file", paramLabel = "NAME", description = "Print this file as it was.")
  private @Nullable String file;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Write all files there: a new folder, or an empty one.")
  private @Nullable Path to;

  @Mixin private RuleVersions versions = new RuleVersions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (file != null && to != null) {
      throw Refused.usage(
          "`--file` prints one file, `--to` writes all of them; name one of the two");
    }
    RulesAndScenarios rules = versions.named(version).rules();
    SortedMap<String, byte[]> files = new TreeMap<>(rules.files().files());
    rules
        .scenarios()
        .ifPresent(s -> s.files().forEach((n, bytes) -> files.put(SCENARIOS + "/" + n, bytes)));
    PrintWriter out = spec.commandLine().getOut();
    if (to != null) {
      write(new FileSet(files), to);
      out.println("Written to " + to + ": " + files.size() + " files");
    } else if (file != null) {
      out.print(new String(named(files, file), StandardCharsets.UTF_8));
    } else {
      publication(rules.files(), out);
      files.forEach((name, bytes) -> out.printf("     %-44s %,7d bytes%n", name, bytes.length));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private void publication(RuleFiles files, PrintWriter out) {
    Publications publications = versions.publications();
    Result<Publication> named =
        version.equals(RuleVersions.PUBLISHED)
            ? publications.named(files.hash())
            : publications.named(version);
    if (named instanceof Result.Ok<Publication> ok) {
      out.print(PublicationsText.render(publications, ok.value(), versions.today()));
    } else {
      out.println("Never published; ruleset " + files.hash());
    }
  }

  private static byte[] named(SortedMap<String, byte[]> files, String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw Refused.usage(
          "`--file "
              + name
              + "`: there is no such file in it; "
              + Nearest.thereAre(name, files.keySet()));
    }
    return bytes;
  }

  private static void write(FileSet files, Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw Refused.usage("`--to " + folder + "` is not empty; name a new folder");
        }
      }
      files.replace(FileSet.NONE, folder);
    } catch (IOException e) {
      throw new Refused(
          ExitCode.NOT_WRITTEN,
          List.of(new Problem(Place.of(folder.toString()), "the files cannot be written there")));
    }
  }
}
