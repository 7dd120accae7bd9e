package dev.rolecall.intake;

import java.util.List;
import java.util.Locale;

/** How a file of cases is written. */
public enum Format {
  CSV,
  JSON,
  JSONL,
  YAML;

  String word() {
    return switch (this) {
      case CSV -> "table of text";
      case JSON -> "JSON";
      case JSONL -> "JSON Lines";
      case YAML -> "YAML";
    };
  }

  /** By the ending of the name, else by how the text begins. */
  static Format of(String file, String beginning) {
    String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab")) {
      return CSV;
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return JSONL;
    }
    if (name.endsWith(".json")) {
      return JSON;
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return YAML;
    }
    return ofText(beginning);
  }

  private static Format ofText(String beginning) {
    List<String> lines =
        beginning
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty() && !l.startsWith("#"))
            .limit(2)
            .toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    if (first.startsWith("{") || first.startsWith("[")) {
      boolean another = lines.size() > 1 && lines.get(1).startsWith("{");
      return another && first.endsWith("}") ? JSONL : JSON;
    }
    boolean yaml = first.equals("---") || first.startsWith("- ") || first.matches("[\\w.]+:( .*)?");
    return yaml ? YAML : CSV;
  }
}
