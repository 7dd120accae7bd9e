package dev.rolecall.problem;

import java.util.List;
import java.util.function.Function;

/** What came of reading an input: the thing read, or everything that is wrong with it. */
public sealed interface Result<T> {

  record Ok<T>(T value) implements Result<T> {}

  record Refused<T>(List<Problem> problems) implements Result<T> {
    public Refused {
      problems = problems.stream().sorted().distinct().toList();
    }
  }

  static <T> Result<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Result<T> refused(List<Problem> problems) {
    return new Refused<>(problems);
  }

  static <T> Result<T> refused(Place at, String message) {
    return new Refused<>(List.of(new Problem(at, message)));
  }

  /** The value if nothing is wrong, else the problems. */
  static <T> Result<T> of(T value, List<Problem> problems) {
    return problems.isEmpty() ? ok(value) : refused(problems);
  }

  default <U> Result<U> then(Function<T, Result<U>> next) {
    if (this instanceof Ok<T> ok) {
      return next.apply(ok.value());
    }
    return new Refused<>(((Refused<T>) this).problems());
  }
}
