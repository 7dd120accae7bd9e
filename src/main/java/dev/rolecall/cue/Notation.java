package dev.rolecall.cue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a phrase is written: {@code (lead|drive) ... across [several|many] team*}. It comes to all
 * sequences of words that it stands for.
 */
final class Notation {

  static final int MOST_PARTS = 16;
  static final int MOST_GAPS = 3;
  static final int MOST_SEQUENCES = 500;
  private static final int SHORTEST_BEGINNING = 3;

  /** What may stand between words. */
  private static final String IGNORED = " -,/.\u2013!?:;\"";

  private final String phrase;
  private int at;
  private @Nullable String problem;

  private Notation(String phrase) {
    this.phrase = phrase;
  }

  /**
   * What a phrase stands for, or what is wrong with it.
   *
   * @param sequences at least one of them, each of at least one part, where there is no problem
   */
  record Read(List<List<Part>> sequences, @Nullable String problem) {}

  static Read read(String phrase) {
    Notation notation = new Notation(phrase);
    List<List<Part>> sequences = notation.sequences();
    for (List<Part> sequence : sequences) {
      notation.check(sequence);
    }
    return new Read(sequences, notation.problem);
  }

  private List<List<Part>> sequences() {
    List<List<Part>> sequences = List.of(List.of());
    while (at < phrase.length() && problem == null) {
      char c = phrase.charAt(at);
      if (Character.isWhitespace(c) || c == ',' || c == '-') {
        at++;
      } else if (c == '(' || c == '[') {
        sequences = each(sequences, group(c));
      } else if (phrase.startsWith("...", at) || c == '\u2026') {
        at += c == '.' ? 3 : 1;
        sequences = each(sequences, List.of(List.of(new Part.Gap())));
      } else {
        sequences = each(sequences, word());
      }
    }
    return sequences;
  }

  /** Each of these, with each of those behind it. */
  private List<List<Part>> each(List<List<Part>> sequences, List<List<Part>> behind) {
    if ((long) sequences.size() * behind.size() > MOST_SEQUENCES) {
      problem("it stands for more than " + MOST_SEQUENCES + " sequences of words; part it");
      return sequences;
    }
    List<List<Part>> all = new ArrayList<>();
    for (List<Part> sequence : sequences) {
      for (List<Part> more : behind) {
        List<Part> one = new ArrayList<>(sequence);
        one.addAll(more);
        all.add(one);
      }
    }
    return all;
  }

  /** {@code (one|of these)}, or {@code [one|of these|or nothing]}. */
  private List<List<Part>> group(char opening) {
    char closing = opening == '(' ? ')' : ']';
    int end = phrase.indexOf(closing, at);
    int nested = end < 0 ? -1 : innerBracket(end);
    if (end < 0) {
      problem("the `" + opening + "` at character " + (at + 1) + " is not closed");
      return List.of(List.of());
    }
    if (nested >= 0) {
      problem("a bracket stands within a bracket at character " + (nested + 1));
      return List.of(List.of());
    }
    List<List<Part>> all = alternatives(phrase.substring(at + 1, end));
    if (opening == '[') {
      all.add(List.of());
    }
    at = end + 1;
    return all;
  }

  private int innerBracket(int end) {
    for (int i = at + 1; i < end; i++) {
      if ("([])".indexOf(phrase.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private List<List<Part>> word() {
    int from = at;
    while (at < phrase.length()
        && !Character.isWhitespace(phrase.charAt(at))
        && "([".indexOf(phrase.charAt(at)) < 0
        && !phrase.startsWith("...", at)
        && phrase.charAt(at) != '\u2026') {
      at++;
    }
    return alternatives(phrase.substring(from, at));
  }

  /** What stands between bars: the single words as one part, the others each on its own. */
  private List<List<Part>> alternatives(String text) {
    Set<Part> single = new LinkedHashSet<>();
    List<List<Part>> all = new ArrayList<>();
    for (String one : text.split("\\|", -1)) {
      List<Part> words = words(one);
      if (words.size() == 1 && !(words.get(0) instanceof Part.Number)) {
        single.add(words.get(0));
      } else {
        all.add(words);
      }
    }
    if (!single.isEmpty()) {
      all.add(List.of(single.size() == 1 ? single.iterator().next() : new Part.OneOf(single)));
    }
    return all;
  }

  private List<Part> words(String text) {
    List<Part> parts = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = i;
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
      boolean beginning = end < text.length() && text.charAt(end) == '*';
      if (end > i) {
        String letters = Letter.plain(text.substring(i, end)).replaceAll("['\u2019\u02BC]", "");
        parts.add(beginning ? beginning(letters) : new Part.Word(Inflection.singular(letters)));
      } else if (c == '#') {
        parts.add(new Part.Number());
      } else if (c == '&') {
        parts.add(new Part.Word("and"));
      } else if (IGNORED.indexOf(c) < 0) {
        problem("`" + c + "` has no meaning in a phrase; what has one is in docs/cues.md");
      }
      i = end > i ? end + (beginning ? 1 : 0) : i + 1;
    }
    if (parts.isEmpty()) {
      problem("`" + text + "` holds no word");
    }
    return parts;
  }

  private static boolean isWord(char c) {
    return Letter.isWord(c) || Letter.isApostrophe(c);
  }

  private Part beginning(String letters) {
    if (letters.length() < SHORTEST_BEGINNING) {
      problem("`" + letters + "*` is too short; a `*` stands behind three letters or more");
    }
    return new Part.Beginning(letters);
  }

  private void check(List<Part> parts) {
    long gaps = parts.stream().filter(p -> p instanceof Part.Gap).count();
    long numbers = parts.stream().filter(p -> p instanceof Part.Number).count();
    if (parts.size() > MOST_PARTS) {
      problem("it is longer than " + MOST_PARTS + " words");
    } else if (gaps + numbers == parts.size()) {
      problem("it needs at least one word");
    } else if (gaps > MOST_GAPS) {
      problem("it has more than " + MOST_GAPS + " gaps `...`");
    } else if (numbers > 1) {
      problem("it has more than one `#`");
    } else if (parts.get(0) instanceof Part.Gap
        || parts.get(parts.size() - 1) instanceof Part.Gap
        || hasTwoGaps(parts)) {
      problem("a gap `...` stands between two words");
    }
  }

  private static boolean hasTwoGaps(List<Part> parts) {
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i) instanceof Part.Gap && parts.get(i - 1) instanceof Part.Gap) {
        return true;
      }
    }
    return false;
  }

  private void problem(String what) {
    problem = problem == null ? what : problem;
  }
}
