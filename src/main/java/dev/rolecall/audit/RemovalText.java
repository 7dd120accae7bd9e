package dev.rolecall.audit;

import dev.rolecall.explain.Page;
import dev.rolecall.explain.Style;
import dev.rolecall.record.Head;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Range;
import dev.rolecall.record.Removal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a removal takes, and what it took, in words. */
public record RemovalText(Removal removal, Style style) {

  private static final int SHOWN = 10;

  /** Before it is done, or instead. */
  public String planned() {
    return new Page(style).entry(0, "", "This would remove " + what()).toString();
  }

  /**
   * @param head the end of the record, where the entry about it stands
   * @param traces where the removed can still be found
   */
  public String done(Head head, String traces) {
    return new Page(style)
        .entry(0, "", "Removed " + what())
        .entry(0, "", "Entry " + head.sequence() + " says so, and the chain goes on to hold.")
        .entry(0, "", traces)
        .toString();
  }

  private String what() {
    String part = removal.kind() == Kind.REDACTION ? "the words of " : "all but place and hash of ";
    String kinds =
        removal.counts().entrySet().stream()
            .map(kind -> "%s (%s)".formatted(kind.getKey().word(), number(kind.getValue())))
            .collect(Collectors.joining(", "));
    return part + kinds + ": " + numbers() + ".";
  }

  private String numbers() {
    List<Range> ranges = removal.entries();
    String first =
        ranges.stream().limit(SHOWN).map(RemovalText::range).collect(Collectors.joining(", "));
    String last = ranges.size() > SHOWN ? ", … up to " + ranges.get(ranges.size() - 1).last() : "";
    return (removal.count() == 1 ? "entry " : "entries ") + first + last;
  }

  private static String range(Range range) {
    return range.first() == range.last()
        ? "" + range.first()
        : range.first() + " to " + range.last();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
