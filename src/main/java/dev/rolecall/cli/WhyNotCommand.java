package dev.rolecall.cli;

import dev.rolecall.explain.WhyNot;
import dev.rolecall.problem.Nearest;
import dev.rolecall.rule.Rule;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.Words;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "why-not",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "rolecall why-not [OPTIONS] OUTCOME FILE [REQUISITION]",
      "       rolecall why-not [OPTIONS] --rule ID FILE [REQUISITION]"
    },
    description = {
      "Says why a case did not come to an outcome.",
      "Of every rule that leads there: each condition, whether it is met, the actual value, and the",
      "nearest value that would meet it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall why-not PM examples/requisition.yaml",
      "  rolecall why-not inconclusive examples/requisitions.jsonl REQ-2002",
      "  rolecall why-not --rule scope-one-team examples/requisition.yaml",
      "  rolecall why-not --json PM examples/requisition.yaml > why-not.json"
    })
final class WhyNotCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..3",
      paramLabel = "[OUTCOME] FILE [REQUISITION]",
      description = {
        "An outcome, inconclusive or out-of-scope; none with --rule.",
        "CSV, JSON, JSON Lines or YAML; - is the standard input.",
        "The id of the case, where the file holds several."
      })
  private List<String> words = List.of();

  @Option(names = "--rule", paramLabel = "ID", description = "Ask about this rule, of any phase.")
  private @Nullable String rule;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private Input input = new Input();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Ruleset ruleset = folders.ruleset();
    WhyNot whyNot = rule == null ? ofOutcome(ruleset) : ofRule(ruleset, rule);
    spec.commandLine().getOut().print(json ? whyNot.json() : whyNot.text(Terminal.style()));
    return ExitCode.DONE;
  }

  private WhyNot ofOutcome(Ruleset ruleset) throws IOException {
    String outcome = outcome(ruleset, words.get(0));
    if (words.size() < 2) {
      throw Refused.usage("say which file: rolecall why-not " + outcome + " FILE");
    }
    return WhyNot.ofOutcome(ruleset, situation(ruleset, 1), outcome);
  }

  private WhyNot ofRule(Ruleset ruleset, String id) throws IOException {
    Rule named =
        ruleset
            .rulebook()
            .rule(id)
            .orElseThrow(
                () -> {
                  List<String> ids = ruleset.rulebook().ids();
                  return Refused.usage(
                      "there is no rule `"
                          + id
                          + "`; there are "
                          + Nearest.list(ids)
                          + Nearest.maybe(id, ids));
                });
    if (words.size() > 2) {
      throw Refused.usage("with --rule there is no outcome: rolecall why-not --rule ID FILE");
    }
    return WhyNot.ofRule(ruleset, situation(ruleset, 0), named);
  }

  private Situation situation(Ruleset ruleset, int file) throws IOException {
    String id = words.size() > file + 1 ? words.get(file + 1) : null;
    return OneCase.read(words.get(file), id, input, ruleset);
  }

  /** Whatever its case; by its label too. */
  private static String outcome(Ruleset ruleset, String named) {
    List<String> outcomes = WhyNot.outcomes(ruleset);
    return outcomes.stream()
        .filter(
            o ->
                Words.key(o).equals(Words.key(named))
                    || Words.key(label(ruleset, o)).equals(Words.key(named)))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.usage(
                    "`"
                        + named
                        + "` is not an outcome; there are "
                        + Nearest.list(outcomes)
                        + Nearest.maybe(named, outcomes)));
  }

  private static String label(Ruleset ruleset, String outcome) {
    return ruleset.vocabulary().outcomes().constant(outcome).map(c -> c.label()).orElse(outcome);
  }
}
