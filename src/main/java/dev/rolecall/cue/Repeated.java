package dev.rolecall.cue;

import java.util.HashSet;
import java.util.Set;

/**
 * Sentences that stand word for word in several different descriptions of one employer: they say
 * what the employer always says, and nothing of this job. Counted in a first pass over an input, by
 * one thread; read afterwards by any number of them. What is kept are hashes, of a bounded number
 * of sentences: those beyond it count as not repeated.
 */
public final class Repeated {

  /** In as many different descriptions a sentence is the employer's and not the job's. */
  static final int OFTEN = 3;

  private static final int FIRST_SLOTS = 1 << 12;
  private static final int MOST_SLOTS = 1 << 22;

  private long[] hashes = new long[FIRST_SLOTS];
  private byte[] counts = new byte[FIRST_SLOTS];
  private int kept;

  /** Counts a description; one that was added before, word for word, counts once. */
  public void add(String employer, String description) {
    long of = hash(employer);
    Set<Long> sentences = new HashSet<>();
    long whole = 1;
    for (Sentence sentence : Sentences.of(description)) {
      long hash = sentence.hash(description);
      sentences.add(mixed(of, hash));
      whole = 31 * whole + hash;
    }
    if (count(mixed(of ^ 1, whole)) == 1) {
      sentences.forEach(this::count);
    }
  }

  /** Whether a sentence is left out, by the hashes of its employer and its words. */
  boolean has(long employer, long sentence) {
    return counts[slot(hashes, mixed(employer, sentence))] >= OFTEN;
  }

  static long hash(String employer) {
    return new Sentence(0, employer.length(), true, false).hash(employer);
  }

  /** How often a hash was counted, this time among them; 0 where there is no place for it. */
  private int count(long hash) {
    int slot = slot(hashes, hash);
    if (hashes[slot] == 0) {
      if (2 * kept >= hashes.length && !grow()) {
        return 0;
      }
      slot = slot(hashes, hash);
      hashes[slot] = hash;
      kept++;
    }
    counts[slot] = (byte) Math.min(OFTEN, counts[slot] + 1);
    return counts[slot];
  }

  private boolean grow() {
    if (hashes.length == MOST_SLOTS) {
      return false;
    }
    long[] more = new long[2 * hashes.length];
    byte[] moreCounts = new byte[more.length];
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] != 0) {
        int slot = slot(more, hashes[i]);
        more[slot] = hashes[i];
        moreCounts[slot] = counts[i];
      }
    }
    hashes = more;
    counts = moreCounts;
    return true;
  }

  /** Where a hash stands, or the empty place where it would. */
  private static int slot(long[] hashes, long hash) {
    int slot = (int) (hash >>> 33) & (hashes.length - 1);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  /** Two hashes as one; never 0. */
  private static long mixed(long employer, long words) {
    long hash = (employer * 31 + words) * 0x9E3779B97F4A7C15L;
    return hash == 0 ? 1 : hash ^ hash >>> 29;
  }
}
