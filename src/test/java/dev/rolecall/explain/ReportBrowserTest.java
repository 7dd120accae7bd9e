package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.rolecall.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a batch in a real browser. Its pictures stay in {@code target/page}. */
class ReportBrowserTest {

  private static final Path PICTURES = Path.of("target", "page");

  @TempDir Path folder;

  private Path report() throws IOException {
    Path in =
        Files.writeString(
            folder.resolve("in.csv"),
            Files.readString(Path.of("examples/open-requisitions.csv"))
                + "\"R\"\"9<script>window.ran=1</script>\",Project Manager <b>\n"
                + "R-10,TPM,,,,,,,,many\n");
    Path report = folder.resolve("report.html");
    Run run =
        Run.of("batch", in, "--no-record", "--out", folder.resolve("out.csv"), "--report", report);
    assertThat(run.code()).as(run.err()).isZero();
    return report;
  }

  @Test
  void thePortfolioIsOnePageAndALinkShowsTheRequisition() throws IOException {
    Files.createDirectories(PICTURES);
    String address = report().toUri().toString();
    List<String> trouble = new ArrayList<>();
    try (Playwright playwright = Playwright.create(OnePageBrowserTest.INSTALLED);
        Browser browser = OnePageBrowserTest.launch(playwright)) {
      Page tab = browser.newPage();
      tab.onConsoleMessage(message -> trouble.add(message.text()));
      tab.onPageError(trouble::add);
      tab.navigate(address);
      looksWell(tab);
      isRead(tab);
      linksAndPrints(tab);
    }
    assertThat(trouble).isEmpty();
  }

  private static void looksWell(Page tab) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      tab.setViewportSize(1100, 800);
      assertThat(((Number) tab.evaluate(OnePageBrowserTest.LEAST_CONTRAST)).doubleValue())
          .as("contrast " + scheme)
          .isGreaterThanOrEqualTo(4.5);
      picture(tab, "report-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
    }
    tab.setViewportSize(320, 800);
    assertThat(tab.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    picture(tab, "report-narrow");
    tab.setViewportSize(1100, 800);
  }

  private static void isRead(Page tab) {
    String tree = tab.locator("body").ariaSnapshot();
    assertThat(tree)
        .contains("heading \"Hiring: 44 rows\" [level=1]", "- columnheader \"The work calls for\"")
        .contains("heading \"Title mismatch (mis-hire risk): 8\" [level=2]", "- main:")
        .contains("- row \"Technical Program Manager (TPM) 11 37.9 %\"")
        .contains("heading \"By department\" [level=2]", "- row \"Engineering 2 8 0 3 7 13\"")
        .contains("heading \"Rows that could not be read: 1\" [level=2]");
    assertThat(tree.indexOf("Title mismatch")).isLessThan(tree.indexOf("By level"));
    assertThat(tab.locator("h1:visible").count()).isEqualTo(1);
    assertThat(tab.locator("script, b").count()).isZero();
    assertThat(tab.evaluate("window.ran")).isNull();
  }

  private static void linksAndPrints(Page tab) {
    tab.locator("a", new Page.LocatorOptions().setHasText("REQ-1015")).click();
    assertThat(tab.locator("h1:visible").textContent())
        .isEqualTo("Technical Program Manager (TPM)");
    assertThat(tab.locator(".case:visible").textContent()).startsWith("REQ-1015 · ");
    assertThat(pages(tab)).isEqualTo(1);
    tab.locator("a:visible", new Page.LocatorOptions().setHasText("Back to all rows")).click();
    assertThat(tab.locator("h1:visible").textContent()).isEqualTo("Hiring: 44 rows");
    assertThat(pages(tab)).isBetween(2, 4);
  }

  private static int pages(Page tab) {
    tab.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    byte[] pdf = tab.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    tab.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    return new String(pdf, StandardCharsets.ISO_8859_1).split("/Type\\s*/Page\\b(?!s)", -1).length
        - 1;
  }

  private static void picture(Page tab, String name) {
    tab.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }
}
