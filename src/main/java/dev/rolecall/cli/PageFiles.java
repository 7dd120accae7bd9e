package dev.rolecall.cli;

import dev.rolecall.decision.Envelope;
import dev.rolecall.explain.OnePage;
import dev.rolecall.explain.OnePages;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.ruleset.Ruleset;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one run. The page of an only case gets the name that was asked for; of several cases
 * each gets its id behind the name, {@code page-REQ-1042.html}. What stands under a name is never
 * half a page.
 */
final class PageFiles {

  private static final int LONGEST_ID = 80;
  private static final int NAMED = 10;

  private final Map<Path, Function<OnePage, String>> files;
  private final String input;
  private final PrintWriter out;
  private final OnePages pages;
  private final Set<String> names = new HashSet<>();
  private final List<Path> written = new ArrayList<>();
  private @Nullable Runnable first;
  private int cases;

  PageFiles(PageOptions options, String input, Ruleset ruleset, PrintWriter out) {
    this.files = options.files();
    this.input = input;
    this.out = out;
    this.pages = new OnePages(ruleset);
  }

  /** A case was read, whether it is answered or not: from the second on, pages are told apart. */
  void anotherCase() {
    cases++;
    if (cases > 1 && files.keySet().stream().anyMatch(PageOptions::isStandardOutput)) {
      throw new Refused(
          ExitCode.INPUT_REFUSED,
          List.of(
              new Problem(
                  Place.of(input), "it holds several cases; name a file, and each gets its page")));
    }
  }

  /** Writes the page of the case that was read last. */
  void add(Envelope envelope) {
    if (files.isEmpty()) {
      return;
    }
    int number = cases;
    if (number == 1) {
      first = () -> write(envelope, number);
    } else {
      writeFirst();
      write(envelope, number);
    }
  }

  /** All cases were read: names what was written, many by the first few. */
  void complete(PrintWriter err) {
    writeFirst();
    written.stream().limit(NAMED).forEach(file -> err.println("Page: " + file));
    if (written.size() > NAMED) {
      err.println("… and " + (written.size() - NAMED) + " more pages beside them");
    }
  }

  private void writeFirst() {
    if (first != null) {
      first.run();
      first = null;
    }
  }

  private void write(Envelope envelope, int number) {
    OnePage page = pages.of(envelope);
    files.forEach(
        (file, rendering) -> {
          String content = rendering.apply(page);
          if (PageOptions.isStandardOutput(file)) {
            out.print(content);
          } else {
            String id = envelope.decision().situation().id();
            write(cases == 1 ? file : named(file, id, number), content);
          }
        });
  }

  /** A name of its own: letters, digits, dots and dashes of the id, or else its number. */
  private Path named(Path file, String id, int number) {
    String safe = id.replaceAll("[^\\p{Alnum}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    safe = safe.length() > LONGEST_ID ? safe.substring(0, LONGEST_ID) : safe;
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String ending = dot <= 0 ? "" : name.substring(dot);
    String stem = name.substring(0, name.length() - ending.length()) + "-";
    String chosen = stem + (safe.isEmpty() ? String.valueOf(number) : safe) + ending;
    if (!names.add(chosen.toLowerCase(Locale.ROOT))) {
      chosen = stem + (safe.isEmpty() ? "" : safe + "-") + "case-" + number + ending;
      names.add(chosen.toLowerCase(Locale.ROOT));
    }
    return file.resolveSibling(chosen);
  }

  private void write(Path file, String content) {
    OutFile.write(file, content.getBytes(StandardCharsets.UTF_8));
    written.add(file);
  }
}
