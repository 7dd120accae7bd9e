package dev.rolecall.ruleset;

import dev.rolecall.problem.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What became of the files of a folder: their names, sorted. */
public record FileChanges(List<String> added, List<String> removed, List<String> changed) {

  public FileChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  /** The files that there are now and were not, or not so; sorted. */
  List<String> written() {
    return Stream.concat(added.stream(), changed.stream()).sorted().toList();
  }

  /** {@code 2 files changed, 1 file added}; empty where nothing became of them. */
  public String inShort() {
    List<String> parts = new ArrayList<>();
    count(changed, "changed", parts);
    count(added, "added", parts);
    count(removed, "removed", parts);
    return String.join(", ", parts);
  }

  private static void count(List<String> files, String what, List<String> parts) {
    if (!files.isEmpty()) {
      parts.add(Counted.of(files.size(), "file") + " " + what);
    }
  }
}
