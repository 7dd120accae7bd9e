package dev.rolecall.cli;

import dev.rolecall.batch.Impact;
import dev.rolecall.problem.Counted;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Draft;
import dev.rolecall.record.Ids;
import dev.rolecall.record.Publication;
import dev.rolecall.record.Publications;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.CheckText;
import dev.rolecall.scenario.RulesCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "publish",
    description = {
      "Archives rules and scenarios as the next version, in the record, for good.",
      "With who, when, why, and what checking them came to. Rules that fail `rules check` are refused.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    sortOptions = false,
    footer = {
      "",
      "decide and batch go by the working folder, published or not.",
      "",
      "Examples:",
      "  rolecall rules publish --note \"four teams are many, three are not\"",
      "  rolecall rules publish --note \"pilot over\" --effective 2027-01-01 \\",
      "      --approved-by \"works council\" --reference \"agreement 12/2026\"",
      "  rolecall rules publish --note \"wording\" --max-flips 0 --on monday.csv",
      "",
      "Exit codes: 0 published, 1 a case fails, more cases flip than allowed, or nothing changed,",
      "3 a file is refused, 4 rules are refused, 5 the record is out of reach."
    })
final class RulesPublishCommand implements Callable<Integer> {

  @Option(
      names = "--note",
      paramLabel = "WHY",
      required = true,
      description = "Why these rules are as they are now.")
  private String note = "";

  @Option(
      names = "--effective",
      paramLabel = "DATE",
      description =
          "The day from which on they are in force, like 2027-01-01 (default: today, UTC).")
  private @Nullable String from;

  @Mixin private Publishing publishing = new Publishing();

  @Option(
      names = "--max-flips",
      paramLabel = "N",
      description = "Refuse where more cases of --on come to another outcome than now.")
  private @Nullable Integer mostFlips;

  @Option(
      names = "--on",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Cases to try them on first: CSV, JSON, JSON Lines or YAML.")
  private List<String> on = List.of();

  @Mixin private Input input = new Input();
  @Mixin private StatusOption status = new StatusOption();
  @Mixin private RuleVersions versions = new RuleVersions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    LocalDate effective = effective();
    checkOptions();
    NamedRules working = versions.working();
    Publications before = versions.publications();
    before.newest().ifPresent(newest -> checkChanged(working, newest));
    RulesCheck check = versions.folders().check(working.files(), versions.former(before));
    Ruleset ruleset = passed(check);
    if (!on.isEmpty()) {
      tryOn(before, ruleset);
    }
    UUID entry = publish(working, before, check, effective);
    say(versions.publications(), entry, check);
    return ExitCode.DONE;
  }

  private void checkOptions() {
    Publishing.checkNote(note);
    if (mostFlips != null && mostFlips < 0) {
      throw Refused.usage("`--max-flips " + mostFlips + "`: 0 or more");
    }
    if ((mostFlips == null) != on.isEmpty()) {
      throw Refused.usage("--max-flips and --on go together: how many cases may flip, of which");
    }
  }

  private LocalDate effective() {
    if (from == null) {
      return versions.today();
    }
    try {
      LocalDate effective = LocalDate.parse(from);
      if (!effective.isBefore(versions.today())) {
        return effective;
      }
    } catch (DateTimeParseException e) {
      throw Refused.usage("`--effective " + from + "` is no date; write it like 2027-01-01");
    }
    throw Refused.usage(
        "`--effective " + from + "` is over; rules are in force from today on at the earliest");
  }

  private static void checkChanged(NamedRules working, Publication newest) {
    if (newest.holds(working.rules())) {
      throw failed(
          working, "nothing changed: " + newest.name() + " holds the same files, to the byte");
    }
  }

  private static Ruleset passed(RulesCheck check) {
    switch (check.state()) {
      case RULES_REFUSED -> throw new Refused(ExitCode.RULES_REFUSED, check.errors());
      case SCENARIOS_REFUSED -> throw new Refused(ExitCode.INPUT_REFUSED, check.errors());
      case CASES_FAIL ->
          throw new Refused(
              ExitCode.CHECK_FAILED,
              List.of(
                  new Problem(
                      Place.of(""),
                      CheckText.summary(check) + "; `rolecall rules check` says which")));
      case PASSED -> {}
    }
    return Objects.requireNonNull(check.ruleset());
  }

  /** Ends the command where more cases flip than may. */
  private void tryOn(Publications before, Ruleset ruleset) throws IOException {
    Optional<Publication> inForce = before.inForce(versions.today());
    if (inForce.isEmpty()) {
      print("Nothing is in force yet, so no case can flip.");
      return;
    }
    NamedRules published = versions.named(RuleVersions.PUBLISHED);
    Portfolio portfolio = new Portfolio(on, input, status.statuses());
    PrintWriter err = spec.commandLine().getErr();
    Impact impact = portfolio.impact(published.open(versions.folders()), ruleset, null, err);
    portfolio.told(impact, err);
    int most = mostFlips == null ? 0 : mostFlips;
    long flips = impact.flipped() + impact.readByOne();
    String may = flips == 1 ? " flips, " : " flip, ";
    may += most == 0 ? "none may" : "%,d may".formatted(most);
    if (flips > most) {
      print(impact.text(published.shown(), "working folder", Terminal.style()));
      throw Refused.failed("Not published: " + Counted.of(flips, "case") + may);
    }
    print("%,d of %,d cases%s.".formatted(flips, impact.rows(), may));
  }

  private UUID publish(
      NamedRules working, Publications before, RulesCheck check, LocalDate effective) {
    try (AuditRecord record = versions.record()) {
      Publication.Statement statement =
          publishing.statement(
              check,
              working.rules(),
              note,
              effective,
              before.newest().map(newest -> Publications.rules(record, newest)));
      Draft draft =
          Publication.draft(
              working.rules(),
              Ids.next(),
              versions.clock().instant(),
              publishing.author(),
              statement);
      record.append(List.of(draft));
      return draft.listing().id();
    }
  }

  private void say(Publications now, UUID entry, RulesCheck check) {
    Publication published =
        now.all().stream().filter(p -> p.entry().equals(entry)).findFirst().orElseThrow();
    print(
        "Published %s of %s, in force from %s; ruleset %s"
            .formatted(
                published.name(),
                now.decision(),
                published.statement().effective(),
                published.ruleset().substring(0, 12)));
    print("Changed: " + published.statement().changed());
    print("Checked: " + CheckText.summary(check));
    Publishing.overtaken(now).forEach(this::print);
  }

  private void print(String words) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(words.stripTrailing());
    out.flush();
  }

  private static Refused failed(NamedRules rules, String message) {
    return new Refused(
        ExitCode.CHECK_FAILED, List.of(new Problem(Place.of(rules.files().shown()), message)));
  }
}
