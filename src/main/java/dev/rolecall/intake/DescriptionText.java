package dev.rolecall.intake;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The text of a posting as somebody reads it: paragraphs and lines on lines of their own, items of
 * lists behind {@code "- "}. HTML is recognised by its tags, and by their escapes as often as it
 * was escaped; anything else is a plain text and keeps its lines.
 */
final class DescriptionText {

  /** A posting of forty pages; what stands behind is not read. */
  static final int LONGEST = 100_000;

  private static final String BLOCKS =
      "p|div|ul|ol|li|h[1-6]|table|tbody|tr|td|section|article|blockquote|pre|body|html|script|style";

  private static final Pattern BLOCK =
      Pattern.compile("(?i)</(?:" + BLOCKS + ")\\s*>|<(?:br|p|li)(?:\\s[^<>]*)?/?>");

  private static final Pattern INLINE =
      Pattern.compile("(?i)</(?:b|strong|i|em|u|a|span|font|small|sup|sub)\\s*>");

  private static final Pattern ESCAPE =
      Pattern.compile("(?i)&(?:amp|lt|gt|quot|apos|nbsp|#\\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{4,8});");

  /** Nobody escapes more often. */
  private static final int MOST_ROUNDS = 5;

  private static final int DEEPEST = 256;

  private DescriptionText() {}

  /** The text of a part of a posting; empty where there is none. */
  static String of(String written) {
    String text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    boolean rendered = false;
    for (int i = 0; i < MOST_ROUNDS; i++) {
      boolean blocks = BLOCK.matcher(text).find();
      if (blocks || INLINE.matcher(text).find()) {
        text = Rendering.of(text, rendered || !blocks);
        rendered = true;
      } else if (ESCAPE.matcher(text).find()) {
        text = Parser.unescapeEntities(text, true);
      } else {
        break;
      }
    }
    return text.replace('\u00A0', ' ')
        .lines()
        .map(String::strip)
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** Writes the texts of a document in order, with the breaks that its elements make. */
  private static final class Rendering implements NodeFilter {

    private static final Set<String> UNSEEN =
        Set.of("script", "style", "template", "noscript", "head", "iframe", "object", "svg");

    private static final Set<String> PARAGRAPHS =
        Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "table",
            "pre",
            "blockquote",
            "section",
            "article");

    private final StringBuilder text = new StringBuilder();
    private int asWritten;
    private int items;
    private int breaks;
    private boolean space;
    private boolean bullet;

    /**
     * @param lines whether line ends are kept: where no element makes any, or one has made them
     *     before
     */
    static String of(String html, boolean lines) {
      Rendering rendering = new Rendering();
      rendering.asWritten = lines ? 1 : 0;
      Element body = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(DEEPEST)).body();
      NodeTraversor.filter(rendering, body);
      return rendering.text.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        words(words.getWholeText());
      } else if (node instanceof Element element) {
        String tag = element.normalName();
        if (UNSEEN.contains(tag) || element.hasAttr("hidden")) {
          return FilterResult.SKIP_ENTIRELY;
        }
        edge(element);
        if (tag.equals("br")) {
          breaks++;
        } else if (tag.equals("pre")) {
          asWritten++;
        } else if (tag.equals("li")) {
          items++;
          bullet = true;
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        edge(element);
        String tag = element.normalName();
        if (tag.equals("pre")) {
          asWritten--;
        } else if (tag.equals("li")) {
          items--;
          bullet = false;
        } else if (tag.equals("td") || tag.equals("th")) {
          space = true;
        }
      }
      return FilterResult.CONTINUE;
    }

    /** Where an element begins or ends, a line does, or a paragraph; items stand close. */
    private void edge(Element element) {
      String tag = element.normalName();
      boolean cell = tag.equals("td") || tag.equals("th");
      if (element.isBlock() && !cell) {
        breaks = Math.max(breaks, PARAGRAPHS.contains(tag) && items == 0 ? 2 : 1);
      }
    }

    private void words(String words) {
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (asWritten > 0 && c == '\n') {
          breaks++;
        } else if (Character.isWhitespace(c) || c == '\u00A0') {
          space = true;
        } else {
          begin();
          text.append(c);
        }
      }
    }

    /** Writes what stands between this letter and the one before it. */
    private void begin() {
      boolean first = text.isEmpty() || breaks > 0;
      if (!text.isEmpty() && breaks > 0) {
        text.append(breaks > 1 ? "\n\n" : "\n");
      }
      if (bullet) {
        text.append(first ? "- " : "\n- ");
      } else if (space && !first) {
        text.append(' ');
      }
      breaks = 0;
      space = false;
      bullet = false;
    }
  }
}
