package dev.rolecall.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that two versions of the rules do not have alike.
 *
 * @param name the id of a rule, the path of an attribute, the name of an enum, the first cell of a
 *     row
 * @param title the sentence of a rule, the name of a table; empty where there is none
 * @param parts of a thing that was changed those that differ, else all that it has
 */
public record Altered(Among among, Kind kind, String name, String title, List<Part> parts) {

  /** What the thing is one of. */
  public enum Among {
    RULES("rules"),
    VOCABULARY("vocabulary"),
    TABLES("tables");

    private final String word;

    Among(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public enum Kind {
    CHANGED("changed"),
    ADDED("added"),
    REMOVED("removed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * @param what {@code condition}, {@code weight}, {@code question}
   * @param before clause by clause; empty where there was none
   * @param after empty where there is none any more
   */
  public record Part(String what, List<String> before, List<String> after) {}

  /**
   * What differs between things of one kind, those of now in their order, then those that are gone.
   */
  static List<Altered> between(
      Among among, Map<String, Described> before, Map<String, Described> after) {
    List<Altered> altered = new ArrayList<>();
    after.forEach((key, now) -> between(among, before.get(key), now, altered));
    before.forEach(
        (key, was) -> {
          if (!after.containsKey(key)) {
            altered.add(of(among, Kind.REMOVED, was, parts(was.parts(), Map.of())));
          }
        });
    return altered;
  }

  private static void between(
      Among among, @Nullable Described was, Described now, List<Altered> into) {
    if (was == null) {
      into.add(of(among, Kind.ADDED, now, parts(Map.of(), now.parts())));
      return;
    }
    List<Part> parts = parts(was.parts(), now.parts());
    if (!parts.isEmpty()) {
      into.add(of(among, Kind.CHANGED, now, parts));
    }
  }

  private static Altered of(Among among, Kind kind, Described of, List<Part> parts) {
    return new Altered(among, kind, of.name(), of.title(), parts);
  }

  private static List<Part> parts(
      Map<String, Described.Part> before, Map<String, Described.Part> after) {
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    List<Part> parts = new ArrayList<>();
    for (String name : names) {
      Described.Part was = before.get(name);
      Described.Part now = after.get(name);
      if (was == null || now == null || !was.identity().equals(now.identity())) {
        parts.add(new Part(name, words(was), words(now)));
      }
    }
    return List.copyOf(parts);
  }

  private static List<String> words(Described.@Nullable Part part) {
    return part == null ? List.of() : part.words();
  }
}
