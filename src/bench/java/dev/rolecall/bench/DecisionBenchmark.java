package dev.rolecall.bench;

import dev.rolecall.decision.Decision;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Row;
import dev.rolecall.intake.Understanding;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.BareDrools;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.PhraseTable;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One hiring decision with its whole explanation, on one thread, four ways. Run it in the project's
 * folder; before it measures, it checks that all ways come to the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecisionBenchmark {

  private static final int SITUATIONS = 64;
  private static final Path RULES = Path.of("rules");
  private static final String REQUISITIONS = "examples/open-requisitions.csv";

  /**
   * {@code in-scope}: only requisitions that are explained; {@code all}: other jobs between them.
   */
  @Param({"in-scope", "all"})
  public String rows = "";

  private Ruleset ruleset;
  private BareDrools drools;
  private PlainJava plain;
  private PhraseTable titles;
  private final Situation[] situations = new Situation[SITUATIONS];
  private final Requisition[] requisitions = new Requisition[SITUATIONS];
  private final BareDrools.Asked[] asked = new BareDrools.Asked[SITUATIONS];
  private final String[] texts = new String[SITUATIONS];
  private int next;

  @Setup
  public void prepare() throws IOException {
    ruleset = ok(RulesFolder.open(RULES, "hiring", Path.of("target", "bench-cache")));
    drools = BareDrools.of(ruleset);
    plain = new PlainJava(ruleset);
    titles = titles(ruleset.vocabulary());
    List<Situation> read = new ArrayList<>();
    for (Situation situation : read()) {
      boolean explained = !ruleset.decide(situation).voices().isEmpty();
      if (rows.equals("all") || explained) {
        read.add(situation);
      }
    }
    Attribute title = ruleset.vocabulary().attribute("posting.title").orElseThrow();
    for (int i = 0; i < SITUATIONS; i++) {
      situations[i] = read.get(i % read.size());
      Decision decision = ruleset.decide(situations[i]);
      requisitions[i] = Requisition.of(decision.situation());
      asked[i] = BareDrools.asked(decision);
      texts[i] = String.valueOf(situations[i].value(title));
      check(i, decision);
    }
  }

  /** Everything is compared: answer, voices, findings with their texts, warnings, questions. */
  private void check(int i, Decision remembered) {
    same(remembered, ruleset.decideAfresh(situations[i]), "asked afresh");
    same(remembered, plain.decide(requisitions[i]), "in plain Java");
    BitSet spoke = drools.decide(asked[i]);
    List<String> ids = ruleset.rulebook().ids();
    remembered.findings().forEach(f -> expect(spoke.get(ids.indexOf(f.rule())), f.rule()));
    remembered.outcome().rules().forEach(r -> expect(spoke.get(ids.indexOf(r)), r));
    remembered.warnings().forEach(w -> expect(spoke.get(ids.indexOf(w.rule())), w.rule()));
    remembered.suggestions().forEach(s -> expect(spoke.get(ids.indexOf(s.rule())), s.rule()));
  }

  private static void same(Decision expected, Decision actual, String how) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException(
          "%s it is another decision; after an edit of the rules plain Java has to follow%n%s%n%s"
              .formatted(how, expected, actual));
    }
  }

  private static void expect(boolean spoke, String rule) {
    if (!spoke) {
      throw new IllegalStateException("Drools alone does not let speak: " + rule);
    }
  }

  private List<Situation> read() throws IOException {
    List<Situation> read = new ArrayList<>();
    try (Intake intake =
        ok(
            Intake.open(
                REQUISITIONS,
                Optional.empty(),
                ok(Understanding.of(ruleset)),
                InputStream.nullInputStream()))) {
      for (Row row = intake.next(); row != null; row = intake.next()) {
        read.add(ok(row.situation()));
      }
    }
    return read;
  }

  private static PhraseTable titles(Vocabulary vocabulary) throws IOException {
    List<Attribute> derived =
        vocabulary.attributes().stream().filter(a -> a.derived().isPresent()).toList();
    String csv = Files.readString(RULES.resolve("hiring/titles.csv"));
    return ok(PhraseTable.read("titles.csv", csv, derived));
  }

  private static <T> T ok(Result<T> result) {
    if (result instanceof Result.Ok<T> ok) {
      return ok.value();
    }
    List<Problem> problems =
        result instanceof Result.Refused<T> refused ? refused.problems() : List.of();
    throw new IllegalStateException(problems.toString());
  }

  private int turn() {
    next = (next + 1) % SITUATIONS;
    return next;
  }

  /** As the program decides: what Drools found for a situation alike is not asked again. */
  @Benchmark
  public Decision remembered() {
    return ruleset.decide(situations[turn()]);
  }

  /** Every rule is asked of Drools. */
  @Benchmark
  public Decision afresh() {
    return ruleset.decideAfresh(situations[turn()]);
  }

  /** Which rules speak, and nothing else. */
  @Benchmark
  public BitSet bareDrools() {
    return drools.decide(asked[turn()]);
  }

  /** Written by hand, the title's words already looked up. */
  @Benchmark
  public Decision plainJava() {
    return plain.decide(requisitions[turn()]);
  }

  /** The part of a decision that looks the words of the title up in titles.csv. */
  @Benchmark
  public Map<Attribute, Object> titleOnly() {
    return titles.lookUp(texts[turn()]);
  }
}
