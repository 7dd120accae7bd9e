package dev.rolecall.cli;

import java.util.Optional;

/**
 * Variables of the environment that stand in for options. Read here and not by picocli, whose
 * interpolation takes some milliseconds of each start.
 */
final class Environment {

  private Environment() {}

  /** A variable that is empty is as good as none. */
  static Optional<String> get(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }
}
