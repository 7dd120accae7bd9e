package dev.rolecall.intake;

import dev.rolecall.situation.Words;
import java.util.ArrayList;
import java.util.List;

/** Which requisitions are read, by where they stand. */
public final class Statuses {

  /** Whatever they stand at. */
  public static final Statuses ALL = new Statuses(true, false, List.of());

  /** Those that the rules, or a mapping, call open. */
  public static final Statuses OPEN = new Statuses(false, true, List.of());

  private final boolean all;
  private final boolean open;
  private final List<String> named;

  private Statuses(boolean all, boolean open, List<String> named) {
    this.all = all;
    this.open = open;
    this.named = List.copyOf(named);
  }

  /**
   * @param words {@code open}, {@code all}, or statuses as they stand in an export
   */
  public static Statuses of(List<String> words) {
    List<String> named = new ArrayList<>();
    boolean open = false;
    for (String word : words) {
      if (Words.key(word).equals("all")) {
        return ALL;
      } else if (Words.key(word).equals("open")) {
        open = true;
      } else if (!word.isBlank()) {
        named.add(word.strip());
      }
    }
    return open && named.isEmpty() ? OPEN : new Statuses(false, open, named);
  }

  boolean areAll() {
    return all;
  }

  /** Those that are asked for by name. */
  List<String> named() {
    return named;
  }

  /** A requisition of which nobody says where it stands counts as open. */
  boolean include(String status, ColumnNames names) {
    String key = Words.key(status);
    return all
        || open && (key.isEmpty() || names.isOpen(status))
        || named.stream().anyMatch(n -> Words.key(n).equals(key));
  }
}
