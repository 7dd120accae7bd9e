package dev.rolecall.scenario;

import dev.rolecall.situation.Situation;

/**
 * One situation and what must come of it.
 *
 * @param line where the case begins, from 1
 * @param title of the file
 * @param name unique in the file
 * @param situation what the file gives, with the case's change laid over it
 */
public record Case(
    String file,
    int line,
    String title,
    String name,
    Situation situation,
    Expectation expectation) {

  /** {@code scenarios/demo/scope.yaml:12}. */
  public String at() {
    return file + ":" + line;
  }
}
