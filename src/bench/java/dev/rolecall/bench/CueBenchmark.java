package dev.rolecall.bench;

import dev.rolecall.cue.Cues;
import dev.rolecall.cue.Reading;
import dev.rolecall.cue.Repeated;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads one description of 3,000 characters with the cues of hiring. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CueBenchmark {

  private static final int CHARACTERS = 3_000;

  /** About as rich in cues as a posting, and richer than most. */
  private static final String TEXT =
      """
      About the role
      The harbour is a busy place, and we make what keeps it moving: planning tools, sensors and the
      services behind them. We are looking for somebody who brings calm and order to it.

      What you will do:
      - Lead cross-functional programs with engineering, operations and the people on the quay
      - Align the roadmaps of several teams, and track the dependencies between them
      - Maintain the project schedule and write a weekly status report for the harbour master
      - Review the system architecture with engineers, and ask what a change will cost
      - Keep an eye on the budget, and say early where a date will not hold

      What we look for:
      - Experience with programs of this kind, 5+ years of it, in a port or in another place of work
      - Influence without authority; nobody will report to you
      - Comfort with ambiguity, and a feeling for what has to be decided now and what can wait

      Nice to have:
      - You know ships, or have sailed yourself
      - You may have worked with contractors and know how a scope of work is written

      We offer thirty days of leave, a pension, a canteen with a view, and colleagues who help.
      """;

  private final Cues cues = load();
  private final Repeated repeated = new Repeated();
  private String description = "";

  @Setup
  public void prepare() {
    description = TEXT.repeat(CHARACTERS / TEXT.length() + 1).substring(0, CHARACTERS);
    repeated.add("another", description);
    if (cues.read(description, "port", repeated).inferred().size() < 6) {
      throw new IllegalStateException("the description says less than it should");
    }
  }

  private static Cues load() {
    return ok(
        Cues.of(
            ok(RulesFolder.open(Path.of("rules"), "hiring", Path.of("target", "bench-cache")))));
  }

  private static <T> T ok(Result<T> result) {
    if (result instanceof Result.Ok<T> ok) {
      return ok.value();
    }
    throw new IllegalStateException(((Result.Refused<T>) result).problems().toString());
  }

  /** From text to answers with their quotes; repeated sentences are looked for, none is found. */
  @Benchmark
  public Reading read() {
    return cues.read(description, "port", repeated);
  }
}
