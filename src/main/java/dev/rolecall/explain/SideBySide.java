package dev.rolecall.explain;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.State;
import dev.rolecall.decision.Voice;
import dev.rolecall.situation.Origin;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The reasons of a decision, a row for each dimension in which something was found. Where there is
 * an answer, the columns are for it and against it, whatever other outcome they lean to; where
 * there is none, each outcome that something leans to has a column.
 *
 * @param columns their headings
 * @param rows in the order of the vocabulary
 * @param silent dimensions in which nothing was found
 * @param dissent the dimensions that lean elsewhere than the answer, in a sentence; empty where
 *     there is no answer to dissent from
 */
public record SideBySide(
    List<String> columns, List<Row> rows, List<String> silent, String dissent) {

  /** The heaviest reasons of a cell; more are counted, not shown. */
  private static final int SHOWN = 3;

  /**
   * One dimension.
   *
   * @param voice what its one voice says
   * @param cells for each column the heaviest reasons, empty where there are none
   */
  public record Row(String dimension, String voice, List<List<String>> cells) {}

  static SideBySide of(Decision decision) {
    String answer = decision.outcome().voicesOf();
    List<String> leant =
        decision.situation().vocabulary().outcomes().names().stream()
            .filter(o -> decision.findings().stream().anyMatch(f -> f.leans().equals(o)))
            .toList();
    return new SideBySide(
        answer == null ? columns(decision, leant) : columns(decision, answer),
        rows(decision, answer, leant),
        decision.voices().stream()
            .filter(v -> v.state() == State.SILENT)
            .map(v -> title(decision, v.dimension()))
            .toList(),
        answer == null || decision.voices().isEmpty() ? "" : dissent(decision, answer));
  }

  private static List<String> columns(Decision decision, List<String> outcomes) {
    EnumType labels = decision.situation().vocabulary().outcomes();
    return outcomes.stream().map(o -> "For " + labels.label(o) + " (" + o + ")").toList();
  }

  private static List<String> columns(Decision decision, String answer) {
    boolean own = answer.equals(decision.outcome().answer());
    return List.of(
        "For " + decision.outcome().answer() + (own ? "" : " (leans " + answer + ")"), "Against");
  }

  private static List<Row> rows(Decision decision, @Nullable String answer, List<String> leant) {
    List<Row> rows = new ArrayList<>();
    for (Voice voice : decision.voices()) {
      List<Finding> findings =
          decision.findings().stream()
              .filter(f -> f.dimension().equals(voice.dimension()))
              .sorted(Comparator.comparingInt(Finding::weight).reversed())
              .toList();
      if (!findings.isEmpty()) {
        List<List<String>> cells =
            answer == null
                ? leant.stream().map(o -> reasons(decision, findings, o)).toList()
                : List.of(reasons(decision, findings, answer), against(decision, findings, answer));
        rows.add(new Row(title(decision, voice.dimension()), voice(voice), cells));
      }
    }
    return List.copyOf(rows);
  }

  private static List<String> reasons(Decision decision, List<Finding> findings, String outcome) {
    return OnePage.shortened(
        findings.stream()
            .filter(f -> f.leans().equals(outcome))
            .map(f -> f.because() + origin(decision, f))
            .toList(),
        SHOWN);
  }

  /** Each reason behind the outcome it leans to, which is said once where the next has the same. */
  private static List<String> against(Decision decision, List<Finding> findings, String answer) {
    List<String> reasons = new ArrayList<>();
    String said = "";
    for (Finding finding : findings.stream().filter(f -> !f.leans().equals(answer)).toList()) {
      String lean = finding.leans().equals(said) ? "" : finding.leans() + ": ";
      reasons.add(lean + finding.because() + origin(decision, finding));
      said = finding.leans();
    }
    return OnePage.shortened(reasons, SHOWN);
  }

  /** Said behind a reason that rests on what was inferred. */
  static String origin(Decision decision, Finding finding) {
    Vocabulary vocabulary = decision.situation().vocabulary();
    boolean inferred =
        finding.facts().keySet().stream()
            .map(path -> vocabulary.attribute(path).orElse(null))
            .filter(Objects::nonNull)
            .flatMap(a -> decision.situation().answer(a).stream())
            .anyMatch(a -> a.origin() == Origin.INFERRED);
    return inferred ? " (inferred)" : "";
  }

  private static String voice(Voice voice) {
    return voice.leans() == null ? "split" : "leans " + voice.leans();
  }

  private static String dissent(Decision decision, String answer) {
    String elsewhere =
        decision.voices().stream()
            .filter(v -> v.leans() != null && !v.leans().equals(answer))
            .map(v -> title(decision, v.dimension()) + " (" + v.leans() + ")")
            .collect(Collectors.joining(", "));
    long agreeing = decision.voices().stream().filter(v -> answer.equals(v.leans())).count();
    int all = decision.voices().size();
    return agreeing
        + " of "
        + all
        + (all == 1 ? " dimension " : " dimensions ")
        + (agreeing == 1 ? "leans " : "lean ")
        + answer
        + (elsewhere.isEmpty() ? "; none leans elsewhere." : ". Dissent: " + elsewhere + ".");
  }

  private static String title(Decision decision, String dimension) {
    return decision.situation().vocabulary().fact(dimension).map(FactType::title).orElse(dimension);
  }
}
