package dev.rolecall.cue;

import dev.rolecall.situation.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Sentences that stand word for word in several different descriptions of one employer: they say
 * what the employer always says, and nothing of this job. Counted in a first pass over an input, by
 * one thread; read afterwards by any number of them. What is kept are hashes, in a table of fixed
 * size: when it is full, no further sentences are counted, and those count as not repeated.
 */
public final class Repeated {

  /** In as many different descriptions a sentence is the employer's and not the job's. */
  static final int OFTEN = 3;

  private static final int MOST_SENTENCES = 1 << 21;
  private static final int SLOTS = MOST_SENTENCES * 2;

  private long[] hashes = new long[0];
  private byte[] counts = new byte[0];
  private int kept;

  /** A description that was added before, word for word, counts once. */
  public void add(String employer, String description) {
    if (hashes.length == 0) {
      hashes = new long[SLOTS];
      counts = new byte[SLOTS];
    }
    String of = Words.plain(employer);
    if (count(hash(of, "\n" + Words.plain(description))) > 1) {
      return;
    }
    Set<Long> once = new HashSet<>();
    for (String sentence : Sentences.of(description)) {
      long hash = hash(of, Words.plain(sentence));
      if (once.add(hash)) {
        count(hash);
      }
    }
  }

  /** Whether a sentence of this employer is left out. */
  boolean has(String employer, String sentence) {
    if (hashes.length == 0) {
      return false;
    }
    int slot = slot(hash(Words.plain(employer), Words.plain(sentence)));
    return counts[slot] >= OFTEN;
  }

  private int count(long hash) {
    int slot = slot(hash);
    if (hashes[slot] == 0) {
      if (kept == MOST_SENTENCES) {
        return 0;
      }
      kept++;
      hashes[slot] = hash;
    }
    counts[slot] = (byte) Math.min(OFTEN, counts[slot] + 1);
    return counts[slot];
  }

  /** Where a hash stands, or the empty place where it would. */
  private int slot(long hash) {
    int slot = (int) (hash >>> 40) & (SLOTS - 1);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  /** FNV-1a of 64 bits; never 0. */
  private static long hash(String employer, String words) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : (employer + "\u0000" + words).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b) * 0x100000001b3L;
    }
    return hash == 0 ? 1 : hash;
  }
}
