package dev.rolecall.cue;

import dev.rolecall.cue.Meaning.Denial;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which words of a sentence are denied, or only possible: cues among them say nothing. */
final class Denied {

  /** How far a denial reaches, in words. */
  private static final int FAR = 30;

  private static final int NEAR = 5;

  private final BitSet words = new BitSet();

  /** Where a denial begins. */
  private final BitSet starts = new BitSet();

  private final List<Match> denials = new ArrayList<>();
  private boolean section;

  private record Said(Match match, Denial denial) {}

  /** By all denials in a sentence. */
  static Denied of(Tokens tokens, List<Match> matches, List<Meaning> meanings) {
    List<Said> said = new ArrayList<>();
    for (Match match : matches) {
      if (meanings.get(match.phrase()) instanceof Denial denial) {
        said.add(new Said(match, denial));
      }
    }
    Denied denied = new Denied();
    if (!said.isEmpty()) {
      BitSet ends = new BitSet();
      said.stream().filter(s -> s.denial == Denial.ENDS).forEach(s -> ends.set(s.match.first()));
      said.stream().filter(s -> !isHarmless(s, said)).forEach(s -> denied.deny(tokens, s, ends));
    }
    return denied;
  }

  private static boolean isHarmless(Said denial, List<Said> said) {
    return said.stream()
        .anyMatch(
            s ->
                s.denial == Denial.NOTHING
                    && s.match.first() <= denial.match.first()
                    && s.match.last() >= denial.match.last());
  }

  private void deny(Tokens tokens, Said said, BitSet ends) {
    Match match = said.match;
    switch (said.denial) {
      case WHAT_FOLLOWS -> forward(tokens, match, ends, FAR, Tokens.BREAK);
      case NEXT_WORDS -> forward(tokens, match, ends, NEAR, Tokens.COMMA);
      case WHAT_PRECEDES -> backward(tokens, match);
      case SENTENCE ->
          words.set(
              Math.max(0, match.first() - FAR), Math.min(tokens.count(), match.last() + 1 + FAR));
      case SECTION -> {
        section = true;
        words.set(0, tokens.count());
      }
      case NOTHING, ENDS -> {
        return;
      }
    }
    denials.add(match);
    starts.set(match.first());
  }

  private void forward(Tokens tokens, Match match, BitSet ends, int far, byte stop) {
    int behind = Math.min(tokens.count(), match.last() + 1 + far);
    for (int i = match.last() + 1; i < behind; i++) {
      if (tokens.before(i) >= stop || ends.get(i)) {
        return;
      }
      words.set(i);
    }
  }

  private void backward(Tokens tokens, Match match) {
    int i = match.first();
    int furthest = Math.max(0, i - FAR);
    while (i > furthest && tokens.before(i) != Tokens.BREAK) {
      i--;
      words.set(i);
    }
  }

  /** Whether a heading with these words denies all below it. */
  boolean section() {
    return section;
  }

  /** Whether a cue says nothing; a denial that is part of the cue itself does not deny it. */
  boolean has(Match cue) {
    if (words.get(cue.first()) && !deniesItself(cue)) {
      return true;
    }
    int inner = starts.nextSetBit(cue.first() + 1);
    return inner >= 0 && inner < cue.last() && denials.stream().anyMatch(d -> isInGap(d, cue));
  }

  /** Where all that denies is the cue's own words: "may" denies its sentence, "as may be" not. */
  private boolean deniesItself(Match cue) {
    return denials.stream().allMatch(d -> isOwn(d, cue));
  }

  private static boolean isInGap(Match denial, Match cue) {
    return denial.first() > cue.first() && denial.last() < cue.last() && !isOwn(denial, cue);
  }

  private static boolean isOwn(Match denial, Match cue) {
    for (int i = denial.first(); i <= denial.last(); i++) {
      if (!cue.owns(i)) {
        return false;
      }
    }
    return true;
  }
}
