package dev.rolecall.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case under {@code scenarios/}, of every decision under {@code rules/}. */
class ScenariosTest {

  private static final Path RULES = Path.of("rules");
  private static final Path SCENARIOS = Path.of("scenarios");

  private static final Map<String, Ruleset> RULESETS = new TreeMap<>();
  private static final Map<String, List<ScenarioFile>> FILES = new TreeMap<>();

  @BeforeAll
  static void open() {
    List<String> decisions = RulesFolder.decisions(RULES);
    value(ScenarioFolder.all(SCENARIOS, decisions))
        .forEach(
            (decision, files) -> {
              Ruleset ruleset =
                  value(RulesFolder.open(RULES, decision, Path.of("target/test-cache")));
              RULESETS.put(decision, ruleset);
              FILES.put(decision, value(ScenarioFiles.read(ruleset, files)));
            });
  }

  @Test
  void everyDecisionHasScenarios() {
    assertThat(RULESETS.keySet()).isNotEmpty().containsAll(RulesFolder.decisions(RULES));
  }

  @TestFactory
  Stream<DynamicContainer> everyCasePasses() {
    return RULESETS.keySet().stream()
        .map(
            decision ->
                dynamicContainer(
                    decision, FILES.get(decision).stream().map(f -> file(decision, f))));
  }

  private static DynamicContainer file(String decision, ScenarioFile file) {
    String name = Path.of(file.file()).getFileName() + ": " + file.title();
    return dynamicContainer(name, file.cases().stream().map(one -> test(decision, one)));
  }

  private static DynamicTest test(String decision, Case one) {
    URI source = URI.create(Path.of(one.file()).toUri() + "?line=" + one.line());
    return dynamicTest(
        one.name(),
        source,
        () -> {
          Tried tried = ScenarioRun.run(RULESETS.get(decision), one);
          assertThat(tried.failures()).as(one.at() + ", where %s speak", tried.spoke()).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> everyRuleSpeaksInSomeCaseAndStaysSilentInAnother() {
    return RULESETS.keySet().stream()
        .map(decision -> dynamicTest(decision, () -> assertCovered(decision)));
  }

  private static void assertCovered(String decision) {
    Coverage coverage = ScenarioRun.of(RULESETS.get(decision), FILES.get(decision)).coverage();
    assertThat(coverage.neverSpeak()).as("named in no `because`").isEmpty();
    assertThat(coverage.neverSilent()).as("named in no `notBecause`").isEmpty();
  }

  private static <T> T value(Result<T> result) {
    if (result instanceof Result.Refused<T> refused) {
      assertThat(refused.problems()).isEmpty();
    }
    return ((Result.Ok<T>) result).value();
  }
}
