package dev.rolecall.explain;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rolecall.ruleset.RuleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a rules folder row by row, each row by its first cell. */
final class DescribedTables {

  private DescribedTables() {}

  /** By table and first cell; a cell that is there again is another row. */
  static Map<String, Described> of(RuleFiles files) {
    Map<String, Described> described = new LinkedHashMap<>();
    files
        .files()
        .forEach(
            (name, bytes) -> {
              if (name.endsWith(".csv")) {
                table(name, new String(bytes, StandardCharsets.UTF_8), described);
              }
            });
    return described;
  }

  private static void table(String name, String csv, Map<String, Described> described) {
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv.replace("\uFEFF", ""))) {
      List<String> header = List.of();
      for (CsvRecord row : rows) {
        boolean remark = row.getField(0).startsWith("#");
        if (!remark && header.isEmpty()) {
          header = row.getFields();
        } else if (!remark) {
          String key = name + "\n" + row.getField(0);
          while (described.containsKey(key)) {
            key += "\n";
          }
          described.put(key, row(name, header, row));
        }
      }
    } catch (IOException e) {
      throw new AssertionError("a text in memory cannot fail to be read", e);
    }
  }

  private static Described row(String table, List<String> header, CsvRecord row) {
    Described described = new Described(row.getField(0), table);
    for (int i = 1; i < row.getFieldCount(); i++) {
      String column = i < header.size() ? header.get(i) : "column " + (i + 1);
      described.with(column, row.getField(i).strip());
    }
    return described;
  }
}
