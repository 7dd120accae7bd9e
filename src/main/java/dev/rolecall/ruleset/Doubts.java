package dev.rolecall.ruleset;

import dev.rolecall.problem.Problem;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a vocabulary that something is wrong with. What a rule does with them cannot be
 * judged: it may be right once the declaration is.
 */
final class Doubts {

  private final Set<String> words;

  private Doubts(Set<String> words) {
    this.words = words;
  }

  /**
   * @param read what could be read of the file
   * @param problems those found so far; the file's own are picked out
   */
  static Doubts of(SourceFile file, Vocabulary read, List<Problem> problems) {
    Set<Integer> lines =
        problems.stream()
            .filter(p -> p.at().file().equals(file.name()))
            .map(p -> p.at().line())
            .collect(Collectors.toSet());
    Set<String> known = file.outline().declarationsRefused() ? names(read) : Set.of();
    return new Doubts(
        file.tokens().stream()
            .filter(Token::isWord)
            .filter(
                t ->
                    lines.contains(t.at().line())
                        || (!known.isEmpty() && !known.contains(t.text())))
            .map(t -> t.text().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
  }

  private static Set<String> names(Vocabulary vocabulary) {
    Set<String> names = new HashSet<>();
    for (FactType fact : vocabulary.facts()) {
      names.add(fact.name());
      names.addAll(fact.attributeNames());
    }
    for (EnumType type : vocabulary.enums()) {
      names.add(type.name());
      names.addAll(type.names());
    }
    return names;
  }

  boolean concern(List<Token> tokens) {
    return !words.isEmpty()
        && tokens.stream()
            .anyMatch(t -> t.isWord() && words.contains(t.text().toLowerCase(Locale.ROOT)));
  }
}
