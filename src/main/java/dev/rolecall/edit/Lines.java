package dev.rolecall.edit;

import java.util.ArrayList;
import java.util.List;

/** The lines of a file that is being laid out. */
final class Lines {

  private final List<String> lines = new ArrayList<>();

  boolean isEmpty() {
    return lines.isEmpty();
  }

  void add(String line) {
    lines.add(line);
  }

  /** One empty line, never two, and none at the top. */
  void blank() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
  }

  /** A comment behind what stands last. */
  void behind(String comment) {
    lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + comment);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
