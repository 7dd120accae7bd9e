package dev.rolecall.cue;

import java.util.Arrays;

/**
 * The edges of a tree: from a node, by a number, to the next node. Most nodes have one; those of
 * the others but the first stand in a table of hashes.
 */
final class Branches {

  private static final int NOTHING = -1;

  private int[] firstBy = {};
  private int[] firstNode = {};
  private boolean[] hasMore = {};

  private long[] keys = new long[64];
  private int[] nodes = new int[64];
  private int count;

  /** The node behind, or -1. */
  int get(int node, int by) {
    if (node >= firstBy.length) {
      return NOTHING;
    }
    if (firstBy[node] == by) {
      return firstNode[node];
    }
    if (!hasMore[node]) {
      return NOTHING;
    }
    int slot = slot(keys, key(node, by));
    return keys[slot] == 0 ? NOTHING : nodes[slot];
  }

  /** The number of the only edge of a node; -1 where it has none, -2 where it has several. */
  int only(int node) {
    return node >= firstBy.length ? NOTHING : hasMore[node] ? -2 : firstBy[node];
  }

  void put(int node, int by, int behind) {
    if (node >= firstBy.length) {
      int from = firstBy.length;
      int to = Math.max(64, 2 * node);
      firstBy = Arrays.copyOf(firstBy, to);
      firstNode = Arrays.copyOf(firstNode, to);
      hasMore = Arrays.copyOf(hasMore, to);
      Arrays.fill(firstBy, from, to, NOTHING);
    }
    if (firstBy[node] == NOTHING) {
      firstBy[node] = by;
      firstNode[node] = behind;
    } else {
      hasMore[node] = true;
      putMore(node, by, behind);
    }
  }

  private void putMore(int node, int by, int behind) {
    if (2 * count >= keys.length) {
      grow();
    }
    int slot = slot(keys, key(node, by));
    count += keys[slot] == 0 ? 1 : 0;
    keys[slot] = key(node, by);
    nodes[slot] = behind;
  }

  private static long key(int node, int by) {
    return (long) (node + 1) << 32 | by & 0xffffffffL;
  }

  private static int slot(long[] keys, long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 33) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNodes = nodes;
    keys = new long[2 * oldKeys.length];
    nodes = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        nodes[slot] = oldNodes[i];
      }
    }
  }

  /** As {@code list} with one more number behind; lists are short. */
  static int[] with(int[] list, int number) {
    for (int one : list) {
      if (one == number) {
        return list;
      }
    }
    int[] more = Arrays.copyOf(list, list.length + 1);
    more[list.length] = number;
    return more;
  }
}
