package dev.rolecall.scenario;

/**
 * One thing that a case expected and that did not come.
 *
 * @param key as the case writes it, {@code outcome} or {@code leans.Scope}
 * @param expected what should have come, in the words of the case
 * @param actual what came instead, a clause
 */
public record Failure(String key, String expected, String actual) {

  @Override
  public String toString() {
    return key + ": expected " + expected + ", but " + actual;
  }
}
