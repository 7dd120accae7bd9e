package dev.rolecall.cue;

/**
 * A phrase in a sentence.
 *
 * @param phrase the position of what it belongs to
 * @param first its first word in the sentence
 * @param last its last word
 * @param own which of the words from the first on are those of the phrase, and not in a gap: a bit
 *     for each; all, where the phrase is a pattern
 * @param number the word that is the number of the phrase; -1 where it has none
 */
record Match(int phrase, int first, int last, long own, int number) {

  /** Whether a word is one of the phrase itself. */
  boolean owns(int token) {
    return token >= first
        && token <= last
        && (own == -1 || token - first < Long.SIZE && (own >>> (token - first) & 1) == 1);
  }

  /** Whether the words of another are among those from the first to the last, and fewer. */
  boolean covers(Match other) {
    return first <= other.first && last >= other.last && last - first > other.last - other.first;
  }
}
