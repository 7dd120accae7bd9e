package dev.rolecall.cli;

import dev.rolecall.explain.OnePage;
import dev.rolecall.explain.OnePageHtml;
import dev.rolecall.explain.OnePageMarkdown;
import dev.rolecall.intake.Intake;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes the page of a case. */
final class PageOptions {

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Write one page with the answer, to read or to print; of several cases each gets its own, with its id in the name. - is the standard output, in place of the text.")
  private @Nullable Path html;

  @Option(names = "--md", paramLabel = "FILE", description = "The same page as Markdown.")
  private @Nullable Path markdown;

  /** The files that are wanted, each with what writes a page for it. */
  Map<Path, Function<OnePage, String>> files() {
    Map<Path, Function<OnePage, String>> files = new LinkedHashMap<>();
    if (html != null) {
      files.put(html, OnePageHtml::render);
    }
    if (markdown != null) {
      files.put(markdown, OnePageMarkdown::render);
    }
    return files;
  }

  static boolean isStandardOutput(Path file) {
    return file.toString().equals(Intake.STDIN);
  }

  /** Whether the standard output holds a page, and nothing else. */
  boolean fillStandardOutput() {
    return files().keySet().stream().anyMatch(PageOptions::isStandardOutput);
  }

  /** Ends the command before it begins where its pages cannot be written. */
  void check(String input, boolean json) {
    if (html != null && html.equals(markdown)) {
      throw Refused.usage("`--html` and `--md` name the same file `" + html + "`");
    }
    if (json && fillStandardOutput()) {
      throw Refused.usage("the standard output cannot hold both the JSON and a page; name a file");
    }
    check("--html", html, input);
    check("--md", markdown, input);
  }

  private static void check(String option, @Nullable Path file, String input) {
    if (file != null && !isStandardOutput(file)) {
      OutFile.check(option + " " + file, file, List.of(input));
    }
  }
}
