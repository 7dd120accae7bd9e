package dev.rolecall.cue;

import java.util.Arrays;

/** A short list of numbers that is used again. */
final class Symbols {

  private int[] symbols = new int[16];
  private int count;

  /** A bit for some of the symbols each, so that most others are told at once. */
  private long hint;

  void clear() {
    count = 0;
    hint = 0;
  }

  void add(int symbol) {
    if (count == symbols.length) {
      symbols = Arrays.copyOf(symbols, 2 * count);
    }
    symbols[count++] = symbol;
    hint |= 1L << symbol;
  }

  void add(int[] all) {
    for (int symbol : all) {
      add(symbol);
    }
  }

  boolean has(int symbol) {
    if ((hint >>> symbol & 1) == 0) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (symbols[i] == symbol) {
        return true;
      }
    }
    return false;
  }

  int count() {
    return count;
  }

  int get(int i) {
    return symbols[i];
  }
}
