package dev.rolecall.cue;

import dev.rolecall.vocabulary.Attribute;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What words in a sentence mean: one line of the table. */
sealed interface Meaning {

  /**
   * They speak for a value.
   *
   * @param value null where it is the number in the phrase, or where they say nothing
   * @param weight at {@link Cues#ENOUGH} they speak alone; 0 where they say nothing
   * @param number whether the value is the number in the phrase
   */
  record Cue(Attribute attribute, @Nullable Object value, int weight, boolean number)
      implements Meaning {

    /** Keeps shorter phrases within it from speaking, and says nothing itself. */
    boolean isSilent() {
      return value == null && !number;
    }
  }

  /** They take the force from cues. */
  enum Denial implements Meaning {
    /** Of what stands behind them: "not responsible for a, b or c". */
    WHAT_FOLLOWS("what follows"),
    /** Of the few words behind them, as far as a comma: "no direct reports". */
    NEXT_WORDS("the next words"),
    /** Of what stands before them: "is not required". */
    WHAT_PRECEDES("what precedes"),
    /** Of what stands before and behind them: "nice to have". */
    SENTENCE("the sentence"),
    /** Of their sentence, and where that is a heading, of all below it: "preferred". */
    SECTION("the section"),
    /** Of nothing, though a denial is among them: "not only". */
    NOTHING("nothing"),
    /** Something new is said behind them, which no denial before them reaches: "but". */
    ENDS("ends");

    private final String name;

    Denial(String name) {
      this.name = name;
    }

    static Optional<Denial> named(String name) {
      return Arrays.stream(values()).filter(d -> d.name.equals(name)).findFirst();
    }

    static List<String> names() {
      return Arrays.stream(values()).map(d -> d.name).toList();
    }
  }
}
