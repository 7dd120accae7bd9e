package dev.rolecall.situation;

import org.jspecify.annotations.Nullable;

/**
 * A known value.
 *
 * @param value of the attribute's type
 * @param quote the sentence that an inferred value was read from; null otherwise
 */
public record Answer(Object value, Origin origin, @Nullable String quote) {

  public static Answer stated(Object value) {
    return new Answer(value, Origin.STATED, null);
  }

  public static Answer inferred(Object value, String quote) {
    return new Answer(value, Origin.INFERRED, quote);
  }

  public static Answer derived(Object value) {
    return new Answer(value, Origin.DERIVED, null);
  }
}
