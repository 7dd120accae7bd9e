package dev.rolecall.cue;

import java.util.Arrays;

/** A short list of numbers that is used again. */
final class Symbols {

  private int[] symbols = new int[16];
  private int count;

  void clear() {
    count = 0;
  }

  void add(int symbol) {
    if (count == symbols.length) {
      symbols = Arrays.copyOf(symbols, 2 * count);
    }
    symbols[count++] = symbol;
  }

  void add(int[] all) {
    for (int symbol : all) {
      add(symbol);
    }
  }

  int count() {
    return count;
  }

  int get(int i) {
    return symbols[i];
  }
}
