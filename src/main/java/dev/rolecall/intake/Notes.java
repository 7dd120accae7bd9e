package dev.rolecall.intake;

import dev.rolecall.cue.Conflict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What people are told of the reading of an input: once for each column and kind, with how many
 * cells it concerns and the first of them. Rows are read on many threads, so all of it is safe for
 * them and says the same whichever comes first.
 */
final class Notes {

  private static final int SHOWN = 60;

  private final Map<Trait, String> traits = new EnumMap<>(Trait.class);
  private final List<String> general = new ArrayList<>();
  private final Map<Kind, Cells> cells = new ConcurrentHashMap<>();

  private record Kind(int column, String header, String words) {}

  private record Example(int row, String shown) {}

  private static final class Cells {
    private final AtomicLong count = new AtomicLong();
    private volatile Example first = new Example(Integer.MAX_VALUE, "");

    void add(int row, Supplier<String> shown) {
      count.incrementAndGet();
      if (row < first.row) {
        synchronized (this) {
          first = row < first.row ? new Example(row, shown.get()) : first;
        }
      }
    }
  }

  /** How the input is written. */
  void add(Trait trait, String words) {
    synchronized (traits) {
      traits.put(trait, words);
    }
  }

  Map<Trait, String> traits() {
    synchronized (traits) {
      return new EnumMap<>(traits);
    }
  }

  /** A thing about the input as a whole. */
  void add(String words) {
    synchronized (general) {
      if (!general.contains(words)) {
        general.add(words);
      }
    }
  }

  /**
   * A thing about a cell.
   *
   * @param words what was done, the same for all cells that it was done to
   */
  void add(int column, String header, String words, int row, String cell) {
    of(column, header, words).add(row, () -> "`" + shortened(cell) + "`");
  }

  private Cells of(int column, String header, String words) {
    return cells.computeIfAbsent(new Kind(column, header, words), k -> new Cells());
  }

  /** A description that speaks both ways. */
  void add(int column, String header, int row, Conflict conflict) {
    String words = "speaks both ways of `" + conflict.attribute().path() + "`, which stays unknown";
    of(column, header, words).add(row, () -> sides(conflict));
  }

  private static String sides(Conflict conflict) {
    return conflict.sides().stream()
        .map(side -> "`" + shortened(side.quote()) + "`")
        .collect(Collectors.joining(" against "));
  }

  /** All of them, in the order of the columns. */
  List<String> list() {
    List<String> list;
    synchronized (general) {
      list = new ArrayList<>(general);
    }
    cells.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparingInt(Kind::column).thenComparing(Kind::words)))
        .forEach(e -> list.add(line(e.getKey(), e.getValue())));
    return list;
  }

  private static String line(Kind kind, Cells cells) {
    long count = cells.count.get();
    return "column \""
        + kind.header
        + "\": "
        + kind.words
        + " ("
        + cells.first.shown
        + " in row "
        + cells.first.row
        + (count > 1 ? ", and " + (count - 1) + " more" : "")
        + ")";
  }

  static String shortened(String cell) {
    String line = cell.replaceAll("\\s+", " ");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
