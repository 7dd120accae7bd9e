package dev.rolecall.intake;

import java.util.Locale;

/** How a file of cases is written. */
public enum Format {
  CSV,
  JSON,
  JSONL,
  YAML;

  /** By the ending of the name, else by how the text begins. */
  static Format of(String file, String beginning) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
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
    String first =
        beginning
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty() && !l.startsWith("#"))
            .findFirst()
            .orElse("");
    if (first.startsWith("{") || first.startsWith("[")) {
      return JSON;
    }
    boolean yaml = first.equals("---") || first.startsWith("- ") || first.matches("[\\w.]+:( .*)?");
    return yaml ? YAML : CSV;
  }
}
