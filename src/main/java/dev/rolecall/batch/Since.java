package dev.rolecall.batch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a requisition since the last batch.
 *
 * @param facts what is known otherwise
 * @param was the answer of then where it is another now, else null
 * @param is the answer
 * @param remarked whether the answer is the same, but its marks or warnings are not
 * @param cause of the other answer or the other marks
 */
record Since(
    Kind kind,
    List<FactChange> facts,
    @Nullable String was,
    String is,
    boolean remarked,
    Cause cause) {

  enum Kind {
    NEW,
    CHANGED,
    UNCHANGED,
    /** A requisition without an id cannot be found again. */
    WITHOUT_ID;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Why a decision is another one. */
  enum Cause {
    NONE(""),
    FACTS("facts"),
    RULES("rules"),
    BOTH("facts and rules");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  Since {
    facts = List.copyOf(facts);
  }

  static Since of(Kind kind, String is) {
    return new Since(kind, List.of(), null, is, false, Cause.NONE);
  }

  /** Whether another answer is given than then. */
  boolean flips() {
    return was != null;
  }

  /** {@code changed: PM → TPM because of the facts (scope.teams 3 → 5)}. */
  String words() {
    if (kind != Kind.CHANGED) {
      return kind.word();
    }
    String answer =
        was != null
            ? was + " → " + is
            : remarked ? is + " as before, marks or warnings changed" : is + " as before";
    String because = cause == Cause.NONE ? "" : " because of the " + cause.words;
    String changes =
        facts.isEmpty()
            ? ""
            : facts.stream().map(FactChange::words).collect(Collectors.joining("; ", " (", ")"));
    return "changed: " + answer + because + changes;
  }
}
