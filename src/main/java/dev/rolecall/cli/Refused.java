package dev.rolecall.cli;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends a command: something it was given was refused. The problems are printed, all of them, and
 * the exit code is set.
 */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient List<Problem> problems;

  Refused(int exitCode, List<Problem> problems) {
    super(problems.toString(), null, false, false);
    this.exitCode = exitCode;
    this.problems = problems;
  }

  static Refused usage(String message) {
    return new Refused(
        ExitCode.USAGE, List.of(new Problem(dev.rolecall.problem.Place.of(""), message)));
  }

  /** A check that was asked for failed. */
  static Refused failed(String message) {
    return new Refused(
        ExitCode.CHECK_FAILED, List.of(new Problem(dev.rolecall.problem.Place.of(""), message)));
  }

  /** The value, or the end of the command with this exit code. */
  static <T> T unless(Result<T> result, int exitCode) {
    if (result instanceof Result.Ok<T> ok) {
      return ok.value();
    }
    throw new Refused(exitCode, ((Result.Refused<T>) result).problems());
  }

  /** All values, or the end of the command with what is wrong with any of them. */
  static <T> List<T> unless(List<Result<T>> results, int exitCode) {
    List<T> values = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Result<T> result : results) {
      if (result instanceof Result.Ok<T> ok) {
        values.add(ok.value());
      } else {
        problems.addAll(((Result.Refused<T>) result).problems());
      }
    }
    return unless(Result.of(values, problems), exitCode);
  }

  int exitCode() {
    return exitCode;
  }

  List<Problem> problems() {
    return problems;
  }
}
