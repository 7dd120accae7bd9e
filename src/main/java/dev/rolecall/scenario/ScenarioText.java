package dev.rolecall.scenario;

import dev.rolecall.problem.Counted;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** What came of running scenarios, as lines of text. */
public final class ScenarioText {

  private static final int WIDTH = 90;

  private ScenarioText() {}

  /** The cases that failed: where each stands, and all that it expected in vain. */
  public static List<String> failures(ScenarioRun run) {
    List<String> lines = new ArrayList<>();
    for (Tried failed : run.failed()) {
      lines.add(failed.tried().at() + ": " + failed.tried().name());
      failed.failures().forEach(f -> lines.add(wrapped(f.toString())));
      if (failed.failures().stream().anyMatch(f -> f.key().equals("because"))) {
        lines.add(wrapped("these speak: " + spoke(failed)));
      }
    }
    return lines;
  }

  private static String wrapped(String words) {
    return "    " + WordUtils.wrap(words, WIDTH, "\n        ", false);
  }

  private static String spoke(Tried tried) {
    return tried.spoke().isEmpty() ? "none" : String.join(", ", tried.spoke());
  }

  /** The rules that could change without a case failing. */
  public static List<String> uncovered(ScenarioRun run) {
    List<String> lines = new ArrayList<>();
    uncovered(lines, "no passing case expects these to speak:", run.coverage().neverSpeak());
    uncovered(lines, "no passing case expects these to stay silent:", run.coverage().neverSilent());
    return lines;
  }

  private static void uncovered(List<String> lines, String what, List<Coverage.Uncovered> rules) {
    if (!rules.isEmpty()) {
      lines.add(what);
      rules.forEach(rule -> lines.add("    " + rule));
    }
  }

  /** One line: {@code demo: 131 cases in 14 files, all pass}. */
  public static String summary(ScenarioRun run) {
    int failed = run.failed().size();
    String came = failed == 0 ? "all pass" : failed == 1 ? "1 fails" : failed + " fail";
    return run.decision()
        + ": "
        + Counted.of(run.cases().size(), "case")
        + " in "
        + Counted.of(run.files(), "file")
        + ", "
        + came;
  }

  /** The summary, and how many of the rules the cases hold: sensible where all files were run. */
  public static String summaryWithCoverage(ScenarioRun run) {
    Coverage coverage = run.coverage();
    if (coverage.complete()) {
      return summary(run)
          + "; all "
          + Counted.of(coverage.rules(), "rule")
          + " speak and stay silent in some case";
    }
    return summary(run)
        + "; of "
        + Counted.of(coverage.rules(), "rule")
        + ", "
        + coverage.neverSpeak().size()
        + " never speak and "
        + coverage.neverSilent().size()
        + " never stay silent in a case";
  }
}
