package dev.rolecall.cli;

import dev.rolecall.decision.Decision;
import dev.rolecall.explain.WhatIfText;
import dev.rolecall.problem.Nearest;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.ValueReader;
import dev.rolecall.space.Space;
import dev.rolecall.space.WhatIf;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "what-if",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the smallest changes of the answers that change the recommendation, or tries one by hand.",
      "What frames the case (its title) and the facts that are no dimension (a test that decides alone) stay as they are.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall what-if examples/requisition.yaml",
      "  rolecall what-if examples/open-requisitions.csv REQ-1015 --keep scope.teams",
      "  rolecall what-if examples/requisition.yaml --set scope.teams=2 --set scope.quarters=1"
    })
final class WhatIfCommand implements Callable<Integer> {

  @Mixin private OneCase oneCase = new OneCase();

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Try this change and show what differs; several together.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--keep",
      paramLabel = "PATH",
      description = "An answer that stays as it is; may be repeated.")
  private List<String> keep = List.of();

  @Option(names = "--free", description = "Let the facts that are no dimension change too.")
  private boolean free;

  @Option(
      names = "--up-to",
      paramLabel = "N",
      description = "How many answers may change together (default: ${DEFAULT-VALUE}).")
  private int upTo = 3;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description = "The bound on work: situations tried (default: ${DEFAULT-VALUE}).")
  private long tries = 1_000_000;

  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CaseSource.Asked asked = oneCase.asked(folders, spec.commandLine().getErr());
    Ruleset ruleset = asked.ruleset();
    Vocabulary vocabulary = ruleset.vocabulary();
    List<Attribute> kept = keep.stream().map(path -> attribute(vocabulary, path)).toList();
    Situation situation = asked.situation();
    Decision decision = ruleset.decide(situation);
    spec.commandLine()
        .getOut()
        .print(
            set.isEmpty()
                ? smallest(ruleset, decision, kept)
                : tried(ruleset, situation, decision));
    return ExitCode.DONE;
  }

  private String smallest(Ruleset ruleset, Decision decision, List<Attribute> kept) {
    Space space = Space.of(ruleset.rulebook());
    WhatIf.Found found =
        WhatIf.search(ruleset, space, decision.situation(), kept, free, upTo, tries);
    return WhatIfText.smallest(decision, found, free, Terminal.style());
  }

  private String tried(Ruleset ruleset, Situation situation, Decision before) {
    Situation.Builder changed = situation.change();
    set.forEach((path, value) -> set(attribute(ruleset.vocabulary(), path), value, changed));
    return WhatIfText.difference(before, ruleset.decide(changed.build()), Terminal.style());
  }

  private static void set(Attribute attribute, String value, Situation.Builder changed) {
    ValueReader.Reading reading = ValueReader.read(attribute.type(), value);
    if (reading.problem() != null) {
      throw Refused.usage("`--set " + attribute.path() + "`: " + reading.problem());
    }
    changed.set(attribute, reading.value() == null ? null : Answer.stated(reading.value()));
  }

  private static Attribute attribute(Vocabulary vocabulary, String path) {
    return vocabulary
        .attribute(path)
        .orElseThrow(
            () ->
                Refused.usage(
                    "`"
                        + path
                        + "` is not an attribute"
                        + Nearest.maybe(path, vocabulary.paths())));
  }
}
