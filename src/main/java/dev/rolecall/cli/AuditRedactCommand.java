package dev.rolecall.cli;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Filter;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Named;
import dev.rolecall.record.Removal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "redact",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Removes the words of entries for good: titles, places, quotes, reasons, names.",
      "What was answered and by which rules stays, and so does the id of the requisition. An entry of its",
      "own says what was removed, when, why and by whom.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit redact REQ-1042 --reason \"names a person\" --by \"Data protection\" --dry-run",
      "  rolecall audit redact --requisition REQ-1042 --reason \"asked for, ticket 77\" --by \"Works council\"",
      "",
      "The reason and the name stay in the record: they cannot be removed later."
    })
final class AuditRedactCommand implements Callable<Integer> {

  /** One of the ways to name them. */
  static final class Which {
    @Parameters(
        arity = "1..*",
        paramLabel = "ENTRY",
        description =
            "Entries, each with its reviews and what was said of who was hired: requisitions (their newest decision), numbers, ids or how they begin.")
    private @Nullable List<String> entries;

    @Option(
        names = "--requisition",
        paramLabel = "ID",
        description = "Every entry about this requisition.")
    private @Nullable String requisition;
  }

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decided it.")
  private String by = "";

  @Mixin private RemovalOptions removal = new RemovalOptions();

  @Override
  public Integer call() {
    if (reason.isBlank() || by.isBlank()) {
      throw Refused.usage("say why with --reason, and who decided it with --by");
    }
    return removal.remove(
        record -> Removal.ofWords(record, filters(record)),
        "There are no words to remove: these entries never had any, or they were removed before.",
        Clock.systemUTC().instant(),
        reason.strip(),
        by.strip());
  }

  private List<Filter> filters(AuditRecord record) {
    if (which.entries == null) {
      return List.of(Filter.all().requisition(known(String.valueOf(which.requisition), record)));
    }
    Named named = new Named(record);
    List<Filter> filters = new ArrayList<>();
    for (Entry entry :
        Refused.unless(which.entries.stream().map(named::entry).toList(), ExitCode.INPUT_REFUSED)) {
      UUID id = entry.listing().id();
      filters.add(Filter.all().id(id));
      if (entry.listing().kind() == Kind.DECISION) {
        filters.add(Filter.all().subject(id));
        String requisition = entry.listing().about().requisition();
        if (requisition != null) {
          filters.add(Filter.all().kind(Kind.OUTCOME).requisition(requisition));
        }
      }
    }
    return filters;
  }

  private static String known(String requisition, AuditRecord record) {
    if (record.count(Filter.all().requisition(requisition)) > 0) {
      return requisition;
    }
    throw new Refused(
        ExitCode.INPUT_REFUSED,
        List.of(
            new Problem(
                Place.of(record.shown()),
                "there is no entry about requisition `"
                    + requisition
                    + "`"
                    + Nearest.maybe(requisition, record.requisitions()))));
  }
}
