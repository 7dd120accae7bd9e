package dev.rolecall.cli;

import dev.rolecall.audit.EntryPage;
import dev.rolecall.file.WholeFile;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Named;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.Promotion;
import dev.rolecall.scenario.ScenarioText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    name = "promote",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a scenario from a recorded decision, and runs it.",
      "What was known, and the outcome that a reviewer decided for, or else the one that was recommended.",
      "Titles, places and departments stay out, unless an answer needs them; then it says so.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit promote REQ-1042",
      "  rolecall audit promote 17 --as scenarios/hiring/vendor-leads.yaml",
      "",
      "With a reviewer's outcome the scenario fails until the rules agree with the reviewer."
    })
final class AuditPromoteCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ENTRY",
      description =
          "A requisition (its newest decision), the number of an entry, or its id or how that begins.")
  private String named = "";

  @Option(
      names = "--as",
      paramLabel = "FILE.yaml",
      description = "The scenario (default: by requisition or id, in the folder of scenarios).")
  private @Nullable Path as;

  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders))) {
      Entry entry = Refused.unless(new Named(record).reliable(named), ExitCode.INPUT_REFUSED);
      EntryPage.Decided decided = EntryPage.decided(record, entry);
      if (decided == null) {
        throw refused("this version of Rolecall does not read its rules any more");
      }
      Ruleset today = folders.ruleset(decided.decision().name());
      Path file = file(entry);
      Promotion promotion =
          Refused.unless(
              Promotion.of(
                  today,
                  decided.decision(),
                  outcome(record, entry),
                  source(entry),
                  file.toString()),
              ExitCode.INPUT_REFUSED);
      write(file, promotion.text());
      tell(file, promotion);
    }
    return ExitCode.DONE;
  }

  private Refused refused(String message) {
    return new Refused(ExitCode.INPUT_REFUSED, List.of(new Problem(Place.of(named), message)));
  }

  /** By the newest review; where there is none, what was recommended. */
  private static String outcome(AuditRecord record, Entry decision) {
    Filter reviews = Filter.all().kind(Kind.REVIEW).subject(decision.listing().id()).most(1);
    try (Stream<Entry> newest = record.entries(reviews)) {
      Entry last = newest.findFirst().map(record::reliable).orElse(decision);
      return String.valueOf(last.listing().about().outcome());
    }
  }

  private static String source(Entry entry) {
    return "Entry "
        + entry.listing().sequence()
        + " of the record, "
        + entry.listing().id()
        + ", of "
        + entry.listing().at().toString().substring(0, 10)
        + ".";
  }

  private Path file(Entry entry) {
    if (as != null) {
      return as;
    }
    String requisition = entry.listing().about().requisition();
    String name = requisition == null ? entry.listing().id().toString() : requisition;
    String safe = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
    return folders
        .scenarios()
        .resolve(String.valueOf(entry.listing().about().decision()))
        .resolve(safe + ".yaml");
  }

  private static void write(Path file, String text) {
    try {
      WholeFile.create(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException e) {
      throw OutFile.notWritten(
          file, "it is there already, and stays as it is; name another file with --as");
    } catch (IOException e) {
      throw OutFile.notWritten(file, "is there such a folder, and may you write in it?");
    }
  }

  private void tell(Path file, Promotion promotion) {
    PrintWriter out = spec.commandLine().getOut();
    boolean passes = promotion.run().failed().isEmpty();
    out.println("Scenario: " + file);
    out.println(
        passes
            ? "It passes under the rules of today."
            : "It fails under the rules of today, until they agree:");
    if (!promotion.texts().isEmpty()) {
      out.println(
          "It holds free text of the record, since an answer needs it: "
              + String.join(", ", promotion.texts()));
    }
    ScenarioText.failures(promotion.run()).forEach(out::println);
  }
}
