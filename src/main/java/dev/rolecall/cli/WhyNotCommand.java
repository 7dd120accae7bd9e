package dev.rolecall.cli;

import dev.rolecall.explain.WhyNot;
import dev.rolecall.problem.Nearest;
import dev.rolecall.rule.Rule;
import dev.rolecall.ruleset.Ruleset;
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
        CaseSource.DESCRIPTION,
        "The id of the case, where the file holds several."
      })
  private List<String> words = List.of();

  @Option(names = "--rule", paramLabel = "ID", description = "Ask about this rule, of any phase.")
  private @Nullable String rule;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private CaseSource source = new CaseSource();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    WhyNot whyNot = rule == null ? ofOutcome() : ofRule(rule);
    spec.commandLine().getOut().print(json ? whyNot.json() : whyNot.text(Terminal.style()));
    return ExitCode.DONE;
  }

  private WhyNot ofOutcome() throws IOException {
    if (words.size() < 2) {
      throw Refused.usage("say which file: rolecall why-not " + words.get(0) + " FILE");
    }
    CaseSource.Asked asked = asked(1);
    String outcome = outcome(asked.ruleset(), words.get(0));
    return WhyNot.ofOutcome(asked.ruleset(), asked.situation(), outcome);
  }

  private WhyNot ofRule(String id) throws IOException {
    if (words.size() > 2) {
      throw Refused.usage("with --rule there is no outcome: rolecall why-not --rule ID FILE");
    }
    CaseSource.Asked asked = asked(0);
    Rule named = rule(asked.ruleset(), id);
    return WhyNot.ofRule(asked.ruleset(), asked.situation(), named);
  }

  private static Rule rule(Ruleset ruleset, String id) {
    return ruleset
        .rulebook()
        .rule(id)
        .orElseThrow(
            () -> {
              List<String> ids = ruleset.rulebook().ids();
              return Refused.usage("there is no rule `" + id + "`; " + Nearest.thereAre(id, ids));
            });
  }

  private CaseSource.Asked asked(int file) {
    String id = words.size() > file + 1 ? words.get(file + 1) : null;
    return source.find(words.get(file), id, folders, spec.commandLine().getErr());
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
                    "`" + named + "` is not an outcome; " + Nearest.thereAre(named, outcomes)));
  }

  private static String label(Ruleset ruleset, String outcome) {
    return ruleset.vocabulary().outcomes().constant(outcome).map(c -> c.label()).orElse(outcome);
  }
}
