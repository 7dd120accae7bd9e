package dev.rolecall.cue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All phrases as one tree of words: a sentence is held against all of them in one pass. Built by
 * one thread; read by any number of them afterwards.
 */
final class Phrases {

  /** How many words a gap spans at most. */
  static final int GAP = 4;

  private static final int[] NONE = {};

  private final Lexicon lexicon = new Lexicon();
  private final Branches branches = new Branches();
  private final List<int[]> ends = new ArrayList<>(List.of(NONE));

  /** The node of the gap behind a node, or -1. */
  private int[] gaps = {-1};

  void add(int phrase, List<List<Part>> sequences) {
    for (List<Part> sequence : sequences) {
      int node = 0;
      for (Part part : sequence) {
        node = part instanceof Part.Gap ? gap(node) : next(node, lexicon.add(part));
      }
      ends.set(node, Branches.with(ends.get(node), phrase));
    }
  }

  /** How large the tree is. */
  int size() {
    return ends.size();
  }

  private int next(int node, int symbol) {
    int next = branches.get(node, symbol);
    if (next < 0) {
      next = newNode();
      branches.put(node, symbol, next);
    }
    return next;
  }

  private int gap(int node) {
    if (gaps[node] < 0) {
      int behind = newNode();
      gaps[node] = behind;
    }
    return gaps[node];
  }

  private int newNode() {
    int node = ends.size();
    ends.add(NONE);
    if (node == gaps.length) {
      gaps = Arrays.copyOf(gaps, 2 * node);
      Arrays.fill(gaps, node, gaps.length, -1);
    }
    return node;
  }

  /** What is found in a sentence, by its last word. */
  List<Match> in(Tokens tokens, Search search) {
    search.clear();
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.before(i) == Tokens.BREAK) {
        search.stop();
      } else if (tokens.before(i) == Tokens.COMMA) {
        search.stopGaps();
      }
      lexicon.look(tokens.text(), tokens.from(i), tokens.to(i), search.symbols);
      if (Quantity.isDigits(tokens, i)) {
        search.symbols.add(Lexicon.NUMBER);
      }
      search.open(i);
      for (int s = 0; s < search.states(); s++) {
        step(search, s, i);
      }
      search.turn();
    }
    return search.found();
  }

  private void step(Search search, int state, int token) {
    int only = branches.only(search.node(state));
    if (only >= 0) {
      if (search.symbols.has(only)) {
        step(search, state, token, only);
      }
    } else if (only != -1) {
      for (int k = 0; k < search.symbols.count(); k++) {
        step(search, state, token, search.symbols.get(k));
      }
    }
    search.skip(state);
  }

  private void step(Search search, int state, int token, int symbol) {
    int next = branches.get(search.node(state), symbol);
    if (next >= 0) {
      search.reach(state, next, token, symbol == Lexicon.NUMBER);
      for (int phrase : ends.get(next)) {
        search.emit(phrase, token);
      }
      if (gaps[next] >= 0) {
        search.gapBehind(gaps[next]);
      }
    }
  }
}
