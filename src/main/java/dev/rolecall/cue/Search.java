package dev.rolecall.cue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How far phrases have got in a sentence, word by word; used again for the next. */
final class Search {

  /**
   * A state is a node, its first word, its own words, the word of its number, the words skipped.
   */
  private static final int FIELDS = 6;

  final Symbols symbols = new Symbols();

  private int[] now = new int[64 * FIELDS];
  private int[] then = new int[64 * FIELDS];
  private int nowCount;
  private int thenCount;
  private final List<Match> found = new ArrayList<>();

  void clear() {
    nowCount = 0;
    thenCount = 0;
    found.clear();
  }

  /** No phrase goes over this place. */
  void stop() {
    nowCount = 0;
  }

  /** No gap goes over this place. */
  void stopGaps() {
    int kept = 0;
    for (int s = 0; s < nowCount; s++) {
      if (now[s * FIELDS + 5] < 0) {
        System.arraycopy(now, s * FIELDS, now, kept++ * FIELDS, FIELDS);
      }
    }
    nowCount = kept;
  }

  /** A phrase may begin at this word. */
  void open(int token) {
    now = room(now, nowCount);
    put(now, nowCount++, 0, token, 0, -1, -1);
  }

  int states() {
    return nowCount;
  }

  int node(int state) {
    return now[state * FIELDS];
  }

  /** A state goes on to a node by a word. */
  void reach(int state, int node, int token, boolean number) {
    int at = state * FIELDS;
    int first = now[at + 1];
    long own = own(now, at) | 1L << (token - first);
    then = room(then, thenCount);
    put(then, thenCount++, node, first, own, number ? token : now[at + 4], -1);
  }

  /** Behind the node just reached there is a gap. */
  void gapBehind(int node) {
    int at = (thenCount - 1) * FIELDS;
    then = room(then, thenCount);
    put(then, thenCount++, node, then[at + 1], own(then, at), then[at + 4], 0);
  }

  /** A state in a gap may leave this word out. */
  void skip(int state) {
    int at = state * FIELDS;
    int skipped = now[at + 5];
    if (skipped >= 0 && skipped < Phrases.GAP) {
      then = room(then, thenCount);
      put(then, thenCount++, now[at], now[at + 1], own(now, at), now[at + 4], skipped + 1);
    }
  }

  /** The node just reached is the end of a phrase. */
  void emit(int phrase, int token) {
    int at = (thenCount - 1) * FIELDS;
    found.add(new Match(phrase, then[at + 1], token, own(then, at), then[at + 4]));
  }

  void turn() {
    int[] used = now;
    now = then;
    then = used;
    nowCount = thenCount;
    thenCount = 0;
  }

  List<Match> found() {
    return found;
  }

  private static long own(int[] states, int at) {
    return (long) states[at + 2] << 32 | states[at + 3] & 0xffffffffL;
  }

  private static void put(
      int[] states, int state, int node, int first, long own, int number, int skipped) {
    int at = state * FIELDS;
    states[at] = node;
    states[at + 1] = first;
    states[at + 2] = (int) (own >>> 32);
    states[at + 3] = (int) own;
    states[at + 4] = number;
    states[at + 5] = skipped;
  }

  private static int[] room(int[] states, int count) {
    return (count + 1) * FIELDS > states.length ? Arrays.copyOf(states, 2 * states.length) : states;
  }
}
