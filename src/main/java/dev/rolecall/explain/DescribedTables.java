package dev.rolecall.explain;

import dev.rolecall.cue.Cues;
import dev.rolecall.document.CsvTable;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RuleFiles;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is in the tables of a rules folder and not in those of another, row by row, each row by its
 * first cell, a cue by its phrase.
 */
final class DescribedTables {

  private DescribedTables() {}

  /** By table and name; a name that is there again is another row. */
  static Map<String, Described> of(RuleFiles files, RuleFiles others) {
    Map<String, Described> described = new LinkedHashMap<>();
    for (String name : files.files().keySet()) {
      if (name.endsWith(".csv")) {
        of(name, text(name, files), text(name, others)).forEach(row -> add(row, described));
      }
    }
    return described;
  }

  /** Two tables are compared row by row; where one of them is none, line by line. */
  private static List<Described> of(String name, String text, String other) {
    if (CsvTable.read(name, text) instanceof Result.Ok<CsvTable> table) {
      if (CsvTable.read(name, other) instanceof Result.Ok<CsvTable> its) {
        return without(rows(name, its.value()), rows(name, table.value()));
      }
      if (other.isEmpty()) {
        return rows(name, table.value());
      }
    }
    return without(lines(name, other), lines(name, text));
  }

  private static List<Described> without(List<Described> alike, List<Described> all) {
    Set<Described> known = new HashSet<>(alike);
    return all.stream().filter(row -> !known.contains(row)).toList();
  }

  private static String text(String name, RuleFiles files) {
    byte[] bytes = files.files().getOrDefault(name, new byte[0]);
    return new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
  }

  private static List<Described> lines(String table, String text) {
    return text.lines().map(line -> new Described(line, table)).toList();
  }

  private static List<Described> rows(String name, CsvTable table) {
    return table.lines().stream().map(l -> row(name, table.header(), l.cells())).toList();
  }

  private static Described row(String table, List<String> header, List<String> cells) {
    boolean cue = table.equals(Cues.FILE) && cells.size() > 2;
    Described row = new Described(cue ? cue(cells) : cells.get(0), table);
    for (int i = cue ? 3 : 1; i < cells.size(); i++) {
      row.with(header.get(i), cells.get(i));
    }
    return row;
  }

  /** Many cues are of one attribute: the phrase tells them apart. */
  private static String cue(List<String> cells) {
    return "\"" + cells.get(2) + "\" for " + cells.get(0) + " = " + cells.get(1);
  }

  private static void add(Described row, Map<String, Described> described) {
    String key = row.title() + "\n" + row.name();
    while (described.containsKey(key)) {
      key += "\n";
    }
    described.put(key, row);
  }
}
