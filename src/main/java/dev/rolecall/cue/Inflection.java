package dev.rolecall.cue;

import java.util.Set;
import java.util.TreeSet;

/** English plurals, as far as a rule goes: enough that nobody has to write a phrase twice. */
final class Inflection {

  private static final int SHORTEST = 3;

  private Inflection() {}

  static String singular(String word) {
    int length = word.length();
    if (length <= SHORTEST || !word.endsWith("s") || endsIn(word, "ss", "us", "is", "as", "os")) {
      return word;
    }
    if (word.endsWith("ies") && length > SHORTEST + 1) {
      return word.substring(0, length - 3) + "y";
    }
    boolean hissing = endsIn(word, "sses", "xes", "ches", "shes", "zes");
    return word.substring(0, length - (hissing ? 2 : 1));
  }

  /** The singular and its plural. */
  static Set<String> forms(String singular) {
    Set<String> forms = new TreeSet<>(Set.of(singular));
    int length = singular.length();
    if (length >= SHORTEST && Character.isLetter(singular.charAt(length - 1))) {
      boolean hissing = endsIn(singular, "s", "x", "ch", "sh", "z");
      boolean y = singular.endsWith("y") && "aeiou".indexOf(singular.charAt(length - 2)) < 0;
      forms.add(
          y
              ? singular.substring(0, length - 1) + "ies"
              : hissing ? singular + "es" : singular + "s");
    }
    return forms;
  }

  private static boolean endsIn(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
