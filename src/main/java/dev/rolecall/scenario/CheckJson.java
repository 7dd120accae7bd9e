package dev.rolecall.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.problem.Problem;
import java.util.List;
import java.util.Locale;

/** What came of a check, as JSON. */
public final class CheckJson {

  private CheckJson() {}

  /** One object a decision; {@code state} says how far it came. */
  public static ArrayNode of(List<RulesCheck> checks) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    checks.forEach(check -> write(check, all.addObject()));
    return all;
  }

  private static void write(RulesCheck check, ObjectNode into) {
    into.put("decision", check.decision());
    into.put("state", check.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (check.ruleset() != null) {
      into.put("ruleset", check.ruleset().hash());
      into.put("meaning", check.ruleset().meaning());
      into.put("rules", check.ruleset().rulebook().rules().size());
    }
    if (check.run() != null) {
      into.put("cases", check.run().cases().size());
      ArrayNode failed = into.putArray("failed");
      check.run().failed().forEach(tried -> write(tried, failed.addObject()));
    }
    write(check.errors(), into.putArray("errors"));
    write(check.warnings(), into.putArray("warnings"));
  }

  private static void write(Tried failed, ObjectNode into) {
    into.put("at", failed.tried().at());
    into.put("case", failed.tried().name());
    ArrayNode failures = into.putArray("failures");
    for (Failure failure : failed.failures()) {
      failures
          .addObject()
          .put("key", failure.key())
          .put("expected", failure.expected())
          .put("actual", failure.actual());
    }
  }

  private static void write(List<Problem> problems, ArrayNode into) {
    for (Problem problem : problems) {
      ObjectNode one = into.addObject().put("file", problem.at().file());
      if (problem.at().line() > 0) {
        one.put("line", problem.at().line());
      }
      if (problem.at().column() > 0) {
        one.put("column", problem.at().column());
      }
      one.put("message", problem.message());
    }
  }
}
