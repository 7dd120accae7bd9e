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

  /** So many sentences of a hundred read before, and a description is the same job again. */
  private static final int SAME_JOB = 80;

  private static final int FIRST_SLOTS = 1 << 12;
  private static final int MOST_SLOTS = 1 << 22;

  private long[] hashes = new long[FIRST_SLOTS];
  private byte[] counts = new byte[FIRST_SLOTS];
  private int kept;

  /**
   * Counts a description. One that says hardly anything that was not read before is the same job
   * once more, in another place perhaps, and does not count.
   */
  public void add(String employer, String description) {
    long of = hash(employer);
    Set<Long> sentences = new HashSet<>();
    for (Sentence sentence : Sentences.of(description)) {
      sentences.add(mixed(of, sentence.hash(description)));
    }
    long known = sentences.stream().filter(hash -> hashes[slot(hashes, hash)] != 0).count();
    if (known * 100 < sentences.size() * (long) SAME_JOB) {
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

  private void count(long hash) {
    int slot = slot(hashes, hash);
    if (hashes[slot] == 0) {
      if (2 * kept >= hashes.length && !grow()) {
        return;
      }
      slot = slot(hashes, hash);
      hashes[slot] = hash;
      kept++;
    }
    counts[slot] = (byte) Math.min(OFTEN, counts[slot] + 1);
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
