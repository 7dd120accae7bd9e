package dev.rolecall.cli;

import dev.rolecall.decision.Decision;
import dev.rolecall.explain.DecisionText;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.ValueReader;
import dev.rolecall.space.OpenQuestions;
import dev.rolecall.space.Space;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.ValueType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = {
      "Asks in the terminal what is not known yet, the most decisive question first.",
      "Stops as soon as no answer could change the recommendation, its marks or its warnings.",
      "An empty line means: not known.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall ask",
      "  rolecall ask requisition.yaml",
      "  rolecall ask --decision growth"
    })
final class AskCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A case to begin with: CSV, JSON or YAML; or a requisition of the record.")
  private @Nullable String file;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REQUISITION",
      description = "Its id, where the file holds several cases.")
  private @Nullable String id;

  @Mixin private CaseSource source = new CaseSource();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  private final BufferedReader answers =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final Set<Attribute> notKnown = new HashSet<>();
  private boolean ended;

  @Override
  public Integer call() throws IOException {
    CaseSource.Asked asked = asked();
    Ruleset ruleset = asked.ruleset();
    Space space = Space.of(ruleset.rulebook());
    Situation situation = untilNothingCanChange(ruleset, space, asked.situation());
    Decision decision = ruleset.decide(situation);
    out().println();
    out().print(DecisionText.render(decision, Terminal.style()));
    return ExitCode.DONE;
  }

  private CaseSource.Asked asked() {
    if (file != null) {
      return source.find(file, id, folders, spec.commandLine().getErr());
    }
    Ruleset ruleset = folders.ruleset();
    Situation nothing = Situation.of(ruleset.vocabulary(), "").build();
    return new CaseSource.Asked(ruleset, () -> nothing);
  }

  private Situation untilNothingCanChange(Ruleset ruleset, Space space, Situation begun)
      throws IOException {
    Situation situation = begun;
    OpenQuestions.Found open = OpenQuestions.of(ruleset, space, situation);
    Optional<Attribute> next = next(open);
    while (next.isPresent() && !ended) {
      situation = ask(next.get(), situation);
      open = OpenQuestions.of(ruleset, space, situation);
      next = next(open);
    }
    return ended ? situation : forTheRecord(open.cannotChange(), situation);
  }

  private Optional<Attribute> next(OpenQuestions.Found open) {
    return open.couldChange().stream()
        .map(OpenQuestions.Open::attribute)
        .filter(a -> !notKnown.contains(a))
        .findFirst();
  }

  private Situation forTheRecord(List<Attribute> left, Situation decided) throws IOException {
    if (left.isEmpty()) {
      return decided;
    }
    out().println();
    out()
        .println(
            "Whatever the answers to the "
                + left.size()
                + " questions still open, the recommendation, its marks and warnings stay.");
    out().print("Answer them for the record all the same? [y/N] ");
    out().flush();
    String line = answers.readLine();
    Situation situation = decided;
    if (line != null && line.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
      for (Attribute attribute : left) {
        situation = ended ? situation : ask(attribute, situation);
      }
    }
    return situation;
  }

  /** Asks until the answer can be read; the end of the input ends all asking. */
  private Situation ask(Attribute attribute, Situation situation) throws IOException {
    out().println();
    out().println(Terminal.style().bold(attribute.question()));
    choices(attribute.type());
    while (true) {
      out().print("> ");
      out().flush();
      String line = answers.readLine();
      if (line == null) {
        ended = true;
        return situation;
      }
      ValueReader.Reading reading = read(attribute.type(), line.strip());
      if (reading.problem() != null) {
        out().println(reading.problem());
      } else if (reading.value() == null) {
        notKnown.add(attribute);
        return situation;
      } else {
        return situation.change().set(attribute, Answer.stated(reading.value())).build();
      }
    }
  }

  private void choices(ValueType type) {
    if (type instanceof ValueType.OneOf choice) {
      int number = 0;
      for (Constant constant : choice.type().constants()) {
        number++;
        out().println("  " + number + "  " + constant.label());
      }
    } else {
      out().println("  " + type.expectation().replace("`", ""));
    }
  }

  /** A choice can be given by its number. */
  private static ValueReader.Reading read(ValueType type, String line) {
    if (type instanceof ValueType.OneOf choice && line.matches("\\d{1,3}")) {
      int number = Integer.parseInt(line);
      List<String> names = choice.type().names();
      return ValueReader.read(
          type, number >= 1 && number <= names.size() ? names.get(number - 1) : line);
    }
    return ValueReader.read(type, line);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
