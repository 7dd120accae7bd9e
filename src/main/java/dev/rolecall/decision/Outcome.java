package dev.rolecall.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decision came to.
 *
 * @param answer the outcome's constant; null unless recommended
 * @param voicesOf the outcome whose voices stand for the answer: the answer itself, unless its rule
 *     names another
 * @param label the answer in words; for the other kinds, these in words
 * @param decidedBy what decided; empty where no rule says
 * @param inferred whether it rests on a value that was read out of a description
 * @param because the texts of the rules that decided
 * @param rules their ids
 */
public record Outcome(
    Kind kind,
    @Nullable String answer,
    @Nullable String voicesOf,
    String label,
    String decidedBy,
    boolean contested,
    boolean narrow,
    boolean inferred,
    String because,
    List<String> rules) {

  public enum Kind {
    RECOMMENDED("recommended"),
    INCONCLUSIVE("inconclusive"),
    OUT_OF_SCOPE("out-of-scope");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it is written in files. */
    public String word() {
      return word;
    }

    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }
  }

  /** What has to be known of an answer at first sight: what decided, contested, narrow. */
  public List<String> marks() {
    List<String> marks = new ArrayList<>();
    if (answer != null && !decidedBy.isEmpty()) {
      marks.add("decided by " + decidedBy);
    }
    if (contested) {
      marks.add("contested");
    }
    if (narrow) {
      marks.add("narrow");
    }
    if (inferred) {
      marks.add("rests on inferred answers");
    }
    return marks;
  }

  /** The answer, or the kind where there is none: {@code TPM}, {@code inconclusive}. */
  public String word() {
    return answer == null ? kind.word() : answer;
  }
}
