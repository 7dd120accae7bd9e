package dev.rolecall.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that rules are made of (a rule, an attribute, a row of a table), part by part, so that
 * it can be held against what it was before.
 *
 * @param name how it is called wherever it is read
 * @param title what it is about; empty where the name says it
 * @param parts in the order in which they are shown
 */
record Described(String name, String title, Map<String, Part> parts) {

  /**
   * @param identity by which two are the same
   * @param words as people read it, clause by clause
   */
  record Part(String identity, List<String> words) {}

  Described(String name, String title) {
    this(name, title, new LinkedHashMap<>());
  }

  /** With a part whose words are all there is to it; empty ones are left out. */
  Described with(String part, String words) {
    return words.isEmpty() ? this : with(part, List.of(words));
  }

  Described with(String part, List<String> words) {
    return words.isEmpty() ? this : with(part, words.toString(), words);
  }

  Described with(String part, String identity, List<String> words) {
    parts.put(part, new Part(identity, words));
    return this;
  }
}
