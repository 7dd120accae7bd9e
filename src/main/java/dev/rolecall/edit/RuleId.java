package dev.rolecall.edit;

import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.FactType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The id of a new rule: its dimension and the words that carry its sentence. */
final class RuleId {

  private static final int WORDS = 3;

  private static final Set<String> FILLING =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have",
          "in", "is", "it", "its", "of", "on", "or", "that", "the", "their", "this", "to", "with");

  private RuleId() {}

  /**
   * @param taken ids of other rules
   */
  static String of(FactType dimension, String sentence, Collection<String> taken) {
    String prefix = dashed(dimension.name());
    List<String> words =
        Stream.of(Words.plain(sentence).split(" "))
            .filter(w -> w.matches("[a-z0-9]+") && !FILLING.contains(w))
            .limit(WORDS)
            .toList();
    String id = words.isEmpty() ? prefix + "-rule" : prefix + "-" + String.join("-", words);
    String free = id;
    for (int i = 2; taken.contains(free); i++) {
      free = id + "-" + i;
    }
    return free;
  }

  /** {@code technical-depth} of {@code TechnicalDepth}. */
  static String dashed(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
