package dev.rolecall.audit;

import dev.rolecall.explain.Page;
import dev.rolecall.explain.Style;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Listed;
import dev.rolecall.record.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Entries of the record as a table. Never a person.
 *
 * @param shown the newest first
 * @param all how many there are of the kind that was asked for
 */
public record Entries(List<Listed> shown, long all) {

  public String text(Style style) {
    Page page = new Page(style);
    if (shown.isEmpty()) {
      return page.line("There is no such entry.").toString();
    }
    if (!holds()) {
      page.line(style.wrong("NOT ALL OF THIS HOLDS: ") + doubtful());
    }
    Table table =
        new Table(style, "entry", "when (UTC)", "requisition", "outcome", "warnings", "afterwards");
    for (Listed listed : shown) {
      Listing listing = listed.listing();
      table.row(
          "" + listing.sequence(),
          Times.minute(listing.at()),
          Objects.requireNonNullElse(listing.about().requisition(), "-"),
          outcome(listing),
          warnings(listing.about().warnings()),
          afterwards(listed));
    }
    table.print(page);
    if (all > shown.size()) {
      page.line(
          String.format(
              Locale.ROOT, "… and %,d more; --limit N shows more of them", all - shown.size()));
    }
    return page.toString();
  }

  /** Whether every entry that is shown says of itself what is shown. */
  public boolean holds() {
    return shown.stream().allMatch(Listed::holds);
  }

  private String doubtful() {
    List<String> numbers =
        shown.stream().filter(l -> !l.holds()).map(l -> "" + l.listing().sequence()).toList();
    return (numbers.size() == 1 ? "entry " : "entries ")
        + String.join(", ", numbers)
        + "; `rolecall audit verify` says more";
  }

  /** The outcome of a decision; of another kind of entry, what it is. */
  private static String outcome(Listing listing) {
    String outcome = Objects.requireNonNullElse(listing.about().outcome(), "");
    return listing.kind() == Kind.DECISION
        ? outcome
        : (listing.kind().word() + " " + outcome).strip();
  }

  private static String warnings(List<String> kinds) {
    return kinds.size() < 2 ? String.join("", kinds) : kinds.get(0) + " +" + (kinds.size() - 1);
  }

  private static String afterwards(Listed listed) {
    List<String> then = new ArrayList<>();
    if (listed.reviewed() != null) {
      then.add(listed.overridden() ? "overridden: " + listed.reviewed() : "accepted");
    }
    if (listed.hired() != null) {
      then.add("hired " + listed.hired());
    }
    return String.join(", ", then);
  }
}
