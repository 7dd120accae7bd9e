package dev.rolecall.intake;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, taken from it in blocks. Of one that is too long no more is kept than shows
 * it: a character over what is allowed.
 */
final class Lines {

  private final Reader text;
  private final int longest;
  private final char[] block = new char[65_536];
  private int position;
  private int end;

  /**
   * @param longest characters that a line may have
   */
  Lines(Reader text, int longest) {
    this.text = text;
    this.longest = longest;
  }

  /** The next one without what ends it, a line feed; null at the end of the text. */
  @Nullable String next() throws IOException {
    if (!fill()) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    boolean whole = false;
    while (!whole && fill()) {
      int feed = position;
      while (feed < end && block[feed] != '\n') {
        feed++;
      }
      line.append(block, position, Math.min(feed - position, longest + 1 - line.length()));
      whole = feed < end;
      position = whole ? feed + 1 : feed;
    }
    return line.toString();
  }

  /** Whether there is more of the text. */
  private boolean fill() throws IOException {
    while (position == end) {
      int read = text.read(block, 0, block.length);
      if (read < 0) {
        return false;
      }
      position = 0;
      end = read;
    }
    return true;
  }
}
