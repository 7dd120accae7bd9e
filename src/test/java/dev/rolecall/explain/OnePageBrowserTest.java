package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.RandomSituations;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser. Its pictures stay in {@code target/page}, to be looked at. */
class OnePageBrowserTest {

  /** No browser is fetched; the one of this machine is used. */
  static final Playwright.CreateOptions INSTALLED =
      new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));

  private static final Path FOLDER = Path.of("target", "page");

  private static final String MARKUP =
      "\"><script>window.ran=1</script><img src=x onerror='window.ran=2'> </title><b onclick=alert(1)>";

  /** The least contrast of any text with the nearest ground that is painted behind it. */
  static final String LEAST_CONTRAST =
      """
      () => {
        const light = rgb => {
          const [r, g, b] = rgb.map(v => v / 255)
              .map(v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const parts = color => color.match(/[0-9.]+/g).map(Number);
        const ground = e => {
          for (; e; e = e.parentElement) {
            const c = parts(getComputedStyle(e).backgroundColor);
            if (c.length < 4 || c[3] === 1) return c.slice(0, 3);
          }
          return [255, 255, 255];
        };
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let least = 99, seen = 0;
        while (texts.nextNode()) {
          if (!texts.currentNode.data.trim()) continue;
          const e = texts.currentNode.parentElement;
          const [a, b] = [light(parts(getComputedStyle(e).color).slice(0, 3)), light(ground(e))];
          least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
          seen++;
        }
        return seen > 20 ? least : 0;
      }
      """;

  private static Playwright playwright;
  private static Browser browser;
  private static Pages hiring;
  private static Pages growth;

  private final List<String> trouble = new ArrayList<>();
  private BrowserContext context;
  private com.microsoft.playwright.Page tab;

  @BeforeAll
  static void open() throws IOException {
    playwright = Playwright.create(INSTALLED);
    browser = launch(playwright);
    hiring = new Pages(Rules.shipped("hiring"));
    growth = new Pages(Rules.shipped("growth"));
    Files.createDirectories(FOLDER);
  }

  /**
   * The Chromium of this machine; without one the tests are left out, but not where CI counts on
   * them.
   */
  static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium())
                .setArgs(
                    List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  private static Path chromium() {
    String path = System.getenv().getOrDefault("PATH", "");
    List<Path> found =
        Stream.of(path.split(java.io.File.pathSeparator))
            .flatMap(
                folder ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .toList();
    if (found.isEmpty()) {
      String message =
          "there is no `chromium` on the PATH; install it to test the page in a browser";
      return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
    }
    return found.get(0);
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void openTab() {
    context = browser.newContext();
    context.setOffline(true);
    tab = context.newPage();
    tab.onConsoleMessage(message -> trouble.add(message.text()));
    tab.onPageError(trouble::add);
    tab.onRequest(
        request -> {
          if (!request.url().equals(tab.url()) && !request.isNavigationRequest()) {
            trouble.add("asks for " + request.url());
          }
        });
  }

  @AfterEach
  void closeTab() {
    context.close();
    assertThat(trouble).as("what the browser complained of or asked for").isEmpty();
  }

  private void show(String name, OnePage page) throws IOException {
    Path file = FOLDER.resolve(name + ".html");
    Files.writeString(file, OnePageHtml.render(page));
    tab.navigate(file.toUri().toString());
  }

  /** The kinds of pages there are. */
  private static Map<String, OnePage> kinds() throws IOException {
    Map<String, OnePage> kinds = new LinkedHashMap<>();
    kinds.put("recommended", Pages.example(hiring));
    kinds.put("dissent", hiring.of(OnePageTest.DISSENT));
    kinds.put("inconclusive", hiring.of("{id: R-9, posting: {title: Project Manager}}"));
    kinds.put("out-of-scope", hiring.of("{id: R-2, posting: {title: Nurse}}"));
    kinds.put("growth", growth.of(Files.readString(Path.of("examples/growth.yaml"))));
    return kinds;
  }

  @Test
  void textStandsOutInLightAndDarkAndNothingRunsOverTheEdge() throws IOException {
    for (Map.Entry<String, OnePage> kind : kinds().entrySet()) {
      show(kind.getKey(), kind.getValue());
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        tab.emulateMedia(
            new com.microsoft.playwright.Page.EmulateMediaOptions().setColorScheme(scheme));
        tab.setViewportSize(1100, 800);
        assertThat(((Number) tab.evaluate(LEAST_CONTRAST)).doubleValue())
            .as(kind.getKey() + " " + scheme)
            .isGreaterThanOrEqualTo(4.5);
        picture(kind.getKey() + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
      }
      tab.setViewportSize(320, 800);
      assertThat(tab.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    }
    picture("narrow");
  }

  @Test
  void eachKindPrintsOnOnePageOfA4() throws IOException {
    for (Map.Entry<String, OnePage> kind : kinds().entrySet()) {
      show(kind.getKey(), kind.getValue());
      assertPrintsOnOnePage(kind.getKey());
    }
  }

  @Test
  void whatComesAtRandomAndWhatIsLongPrintsOnOnePage() throws IOException {
    RandomSituations random = new RandomSituations(Rules.shipped("hiring").vocabulary(), 7);
    for (int i = 0; i < Integer.getInteger("pages", 12); i++) {
      show("random-" + i, hiring.of(random.next()));
      assertPrintsOnOnePage("random-" + i);
    }
    String title = "Program Manager, " + "a very long name ".repeat(200);
    show("long", hiring.of(OnePageTest.DISSENT.replace("Project Manager", "'" + title + "'")));
    assertPrintsOnOnePage("long");
    for (int i = 0; i < Integer.getInteger("pages", 12) / 4; i++) {
      show("quotes-" + i, hiring.of(quoted(random.complete())));
      assertPrintsOnOnePage("quotes-" + i);
    }
  }

  /** The same with every answer read out of a long sentence. */
  private static Situation quoted(Situation situation) {
    Situation.Builder quoted = situation.change();
    for (Attribute attribute : situation.vocabulary().attributes()) {
      Object value = situation.value(attribute);
      if (value != null) {
        quoted.set(attribute, Answer.inferred(value, "and as it says in the text, ".repeat(20)));
      }
    }
    return quoted.build();
  }

  private void assertPrintsOnOnePage(String name) throws IOException {
    tab.emulateMedia(
        new com.microsoft.playwright.Page.EmulateMediaOptions()
            .setMedia(Media.PRINT)
            .setColorScheme(ColorScheme.DARK));
    tab.setViewportSize(695, 1039);
    picture(name + "-paper");
    byte[] pdf =
        tab.pdf(
            new com.microsoft.playwright.Page.PdfOptions()
                .setPath(FOLDER.resolve(name + ".pdf"))
                .setPreferCSSPageSize(true));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text.split("/Type\\s*/Page\\b(?!s)", -1)).as("pages of " + name).hasSize(2);
    Matcher box = Pattern.compile("/MediaBox\\s*\\[0 0 ([0-9]+)[0-9.]* ([0-9]+)").matcher(text);
    assertThat(box.find()).isTrue();
    assertThat(List.of(box.group(1), box.group(2))).isEqualTo(List.of("594", "841"));
    tab.emulateMedia(
        new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  @Test
  void markupInATitleIsText() throws IOException {
    show("markup", hiring.of("{id: R-7, posting: {title: '" + MARKUP.replace("'", "''") + "'}}"));
    assertThat(tab.evaluate("window.ran")).isNull();
    assertThat(tab.locator("script, img, b").count()).isZero();
    assertThat(tab.locator(".case").textContent()).isEqualTo("R-7 · " + MARKUP);
    assertThat(tab.title()).endsWith(MARKUP);
    assertThat(tab.locator("meta[name=description]").getAttribute("content")).contains(MARKUP);
  }

  @Test
  void aReaderWithoutEyesFindsTheParts() throws IOException {
    show("recommended", Pages.example(hiring));
    String tree = tab.locator("body").ariaSnapshot();
    assertThat(tree)
        .contains("- banner:", "- main:", "- contentinfo:", "- table", "- columnheader \"For TPM\"")
        .contains("- heading \"Technical Program Manager (TPM)\" [level=1]", "- rowheader");
    assertThat(tab.locator("html").getAttribute("lang")).isEqualTo("en");
    assertThat(tab.locator("h1").count()).isEqualTo(1);
  }

  private void picture(String name) {
    tab.screenshot(
        new com.microsoft.playwright.Page.ScreenshotOptions()
            .setPath(FOLDER.resolve(name + ".png"))
            .setFullPage(true));
  }
}
