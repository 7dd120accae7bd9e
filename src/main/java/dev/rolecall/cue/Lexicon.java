package dev.rolecall.cue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that phrases are made of, as a tree of letters: which of them a word of a text is,
 * found without making a string of it.
 */
final class Lexicon {

  static final int NUMBER = 0;

  private static final int[] NONE = {};

  private final Branches letters = new Branches();
  private final List<int[]> words = new ArrayList<>(List.of(NONE));
  private final List<int[]> beginnings = new ArrayList<>(List.of(NONE));
  private final Map<Part, Integer> symbols = new HashMap<>();

  /** The number of a part that is not a gap; one that is not there yet gets the next. */
  int add(Part part) {
    Integer known = symbols.get(part);
    if (known != null) {
      return known;
    }
    int symbol = part instanceof Part.Number ? NUMBER : symbols.size() + 1;
    symbols.put(part, symbol);
    put(part, symbol);
    return symbol;
  }

  private void put(Part part, int symbol) {
    if (part instanceof Part.Word word) {
      Inflection.forms(word.singular()).forEach(form -> put(words, form, symbol));
    } else if (part instanceof Part.Beginning beginning) {
      put(beginnings, beginning.letters(), symbol);
    } else if (part instanceof Part.OneOf one) {
      one.words().forEach(w -> put(w, symbol));
    } else {
      Quantity.WORDS.forEach(word -> put(words, word, symbol));
    }
  }

  private void put(List<int[]> lists, String word, int symbol) {
    int node = node(word);
    lists.set(node, Branches.with(lists.get(node), symbol));
  }

  private int node(String word) {
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      int next = letters.get(node, word.charAt(i));
      if (next < 0) {
        next = words.size();
        letters.put(node, word.charAt(i), next);
        words.add(NONE);
        beginnings.add(NONE);
      }
      node = next;
    }
    return node;
  }

  /** The symbols of a word of a text, into {@code found}. */
  void look(CharSequence text, int from, int to, Symbols found) {
    found.clear();
    int node = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Letter.isApostrophe(c)) {
        continue;
      }
      node = c == '&' ? ampersand(from, to) : letters.get(node, Letter.plain(c));
      if (node < 0) {
        return;
      }
      found.add(beginnings.get(node));
    }
    found.add(words.get(node));
  }

  private int ampersand(int from, int to) {
    int node = from + 1 == to ? 0 : -1;
    for (int i = 0; i < 3 && node >= 0; i++) {
      node = letters.get(node, "and".charAt(i));
    }
    return node;
  }
}
