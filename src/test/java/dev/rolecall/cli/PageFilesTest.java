package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {

  private static final String EXAMPLE = "examples/requisition.yaml";

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void oneCaseGetsTheNamesThatWereAskedFor() throws IOException {
    Path html = folder.resolve("page.html");
    Run run = Run.of("decide", EXAMPLE, "--html", html, "--md", folder.resolve("page.md"));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("REQ-1042");
    assertThat(run.err()).contains("Page: " + html + System.lineSeparator());
    assertThat(names()).containsExactly("page.html", "page.md");
    assertThat(html).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(folder.resolve("page.md")).content().startsWith("# Technical Program Manager");
  }

  @Test
  void theIdIsThatOfTheJson() throws IOException {
    Path html = folder.resolve("page.html");
    Run run = Run.of("decide", "--json", EXAMPLE, "--html", html);
    String id = run.out().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    assertThat(html).content().contains("<dd>hiring " + id + "</dd>");
  }

  @Test
  void severalCasesGetNamesOfTheirOwnThatStayInTheFolder() throws IOException {
    Path in = folder.resolve("in.jsonl");
    Files.writeString(
        in,
        """
        {"id":"../../etc/A b"}
        {"id":"REQ-1","scope":{"teams":"many"}}
        {"id":"REQ-1"}
        {"id":"req-1"}
        {"scope":{"teams":2}}
        {"id":"<é>"}
        """);
    Run run = Run.of("decide", in, "--html", folder.resolve("page.html"));
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(names())
        .containsExactly(
            "in.jsonl",
            "page-5.html",
            "page-6.html",
            "page-REQ-1.html",
            "page-etc-A-b.html",
            "page-req-1-case-4.html");
    assertThat(run.err().lines().filter(l -> l.startsWith("Page: "))).hasSize(5);
  }

  @Test
  void manyPagesAreCounted() {
    Run run = Run.of("decide", "examples/open-requisitions.csv", "--md", folder.resolve("page.md"));
    assertThat(run.err().lines()).hasSize(11).last().isEqualTo("… and 32 more pages beside them");
  }

  @Test
  void theStandardOutputHoldsAPageAndNothingElse() {
    Run run = Run.of("decide", EXAMPLE, "--html", "-");
    assertThat(run.out()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(run.err()).isEmpty();
    refused(ExitCode.INPUT_REFUSED, "several cases", "examples/requisitions.jsonl", "--md", "-");
    refused(ExitCode.USAGE, "cannot hold both", EXAMPLE, "--json", "--html", "-");
  }

  @Test
  void whatCannotBeWrittenIsToldBeforeAnythingIsDone() throws IOException {
    Path in = Files.writeString(folder.resolve("in.yaml"), "scope: {teams: 5}\n");
    refused(ExitCode.NOT_WRITTEN, "there is no folder", EXAMPLE, "--html", folder + "/none/p.html");
    refused(ExitCode.NOT_WRITTEN, "it is a folder", EXAMPLE, "--md", folder);
    refused(ExitCode.USAGE, "would write over the input", in, "--html", in);
    refused(ExitCode.USAGE, "the same file", in, "--html", folder + "/p", "--md", folder + "/p");
    assertThat(names()).containsExactly("in.yaml");
    assertThat(in).hasContent("scope: {teams: 5}");
  }

  private static void refused(int code, String told, Object... arguments) {
    Run run =
        Run.of(Stream.concat(Stream.of("decide"), Stream.of(arguments)).toArray(Object[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(told);
    assertThat(run.out()).isEmpty();
  }
}
