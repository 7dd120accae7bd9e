package dev.rolecall.ruleset;

import dev.rolecall.problem.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.AnnotationDescr;

/** What stands behind {@code @} in a declaration. */
final class Annotations {

  private Annotations() {}

  /**
   * The texts of an annotation by their keys, {@code value} where it names none. Nothing if it is
   * not there, or holds anything but one text for each of the keys.
   */
  static Map<String, String> texts(AnnotatedBaseDescr on, String name, Set<String> keys) {
    AnnotationDescr annotation = on.getAnnotation(name);
    if (annotation == null || !annotation.getValueMap().keySet().equals(keys)) {
      return Map.of();
    }
    Map<String, String> texts = new TreeMap<>();
    annotation
        .getValueMap()
        .forEach((key, value) -> text(value).forEach(text -> texts.put(key, text)));
    return texts.keySet().equals(keys) ? texts : Map.of();
  }

  /** What one text in quotes says; nothing if it is anything else. */
  static List<String> text(Object written) {
    List<Token> tokens = Lexer.tokens(VocabularyReader.FILE, written.toString(), new ArrayList<>());
    boolean text = tokens.size() == 1 && tokens.get(0).kind() == Token.Kind.TEXT;
    return text ? List.of(tokens.get(0).text()) : List.of();
  }

  /** Whether it is marked {@code @record(none)}. */
  static boolean unrecorded(AnnotatedBaseDescr declared) {
    AnnotationDescr record = declared.getAnnotation("record");
    return record != null && "none".equals(String.valueOf(record.getValue()));
  }

  /** What is wrong with marks that exclude each other and have no value. */
  static List<String> marks(AnnotatedBaseDescr declared, Collection<String> of) {
    List<String> wrong = new ArrayList<>();
    List<String> found =
        declared.getAnnotationNames().stream().filter(of::contains).sorted().toList();
    for (String name : found) {
      AnnotationDescr annotation = declared.getAnnotation(name);
      if (annotation != null && !annotation.getValueMap().isEmpty()) {
        wrong.add("`@" + name + "` has no value");
      }
    }
    if (found.size() > 1) {
      wrong.add("`@" + found.get(0) + "` and `@" + found.get(1) + "` do not go together");
    }
    return wrong;
  }

  static String unknown(String found, List<String> allowed) {
    List<String> shown = allowed.stream().map(a -> "@" + a).toList();
    return "`@" + found + "` means nothing here; " + Nearest.thereAre("@" + found, shown);
  }
}
