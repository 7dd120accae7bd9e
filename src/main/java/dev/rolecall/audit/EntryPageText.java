package dev.rolecall.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolecall.decision.Decision;
import dev.rolecall.explain.DecisionText;
import dev.rolecall.explain.Page;
import dev.rolecall.explain.Style;
import dev.rolecall.record.BatchRow;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Hired;
import dev.rolecall.record.Kind;
import dev.rolecall.record.Listing;
import dev.rolecall.record.Publication;
import dev.rolecall.record.Review;
import dev.rolecall.record.Verification;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The page of an entry as a person reads and signs it. */
final class EntryPageText {

  private static final int OTHERS = 10;

  private final EntryPage entry;
  private final Listing listing;
  private final Style style;
  private final Page page;

  EntryPageText(EntryPage entry, Style style) {
    this.entry = entry;
    this.listing = entry.entry().listing();
    this.style = style;
    this.page = new Page(style);
  }

  String render() {
    broken();
    heading();
    EntryPage.Decided decided = entry.decided();
    if (decided == null) {
      said();
    } else {
      given(decided.decision());
      facts(decided.decision().situation());
    }
    afterwards();
    chain();
    if (decided != null) {
      RulesThatSpoke.print(decided, page);
    }
    return page.toString();
  }

  /** Before anything else: whoever reads on has to know. */
  private void broken() {
    for (Verification.Broken broken : entry.broken()) {
      page.line(style.wrong("DOES NOT HOLD: ") + Style.clean(broken.words()));
    }
    if (!entry.holds()) {
      page.line("What stands below is not what was recorded; `rolecall audit verify` says more.");
      page.line("");
    }
  }

  private void heading() {
    String of = listing.about().requisition();
    page.line(
        style.bold(
            "Entry "
                + listing.sequence()
                + " of the record: "
                + listing.kind().word()
                + (of == null ? "" : " of " + Style.clean(of))));
    fact("id", listing.id().toString());
    fact("made", Times.second(listing.at()) + " by " + listing.author().actor());
    fact(
        "with",
        entry.entry().engine().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", ")));
    if (listing.batch() != null) {
      fact("batch", listing.batch().toString());
    }
    if (listing.about().ruleset() != null && listing.kind() == Kind.DECISION) {
      fact("rules", published());
      fact("ruleset", listing.about().ruleset());
    }
    entry
        .removal()
        .ifPresent(
            r -> fact("removed", "its free text, by entry " + r.sequence() + " of " + day(r)));
  }

  private static String day(Listing listing) {
    return Times.second(listing.at());
  }

  /** By which version, as it was known when it was decided. */
  private String published() {
    List<Publication> before =
        entry.published().stream().filter(p -> !p.at().isAfter(listing.at())).toList();
    if (!before.isEmpty()) {
      return words(before.get(before.size() - 1));
    }
    return entry.published().isEmpty()
        ? "not published"
        : "not published then; later as " + words(entry.published().get(0));
  }

  private static String words(Publication version) {
    Publication.Statement said = version.statement();
    return Stream.of(
            version.name()
                + " of "
                + version.decision()
                + ", published "
                + Times.second(version.at())
                + " by "
                + version.by(),
            said.approvedBy().isEmpty() ? "" : "approved by " + said.approvedBy(),
            said.reference().isEmpty() ? "" : "reference " + said.reference(),
            said.note())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private void given(Decision decision) {
    page.section("As it was given");
    page.line("");
    DecisionText.render(decision, style).lines().forEach(page::line);
  }

  private void facts(Situation situation) {
    page.section("What it rested on");
    facts(situation, Origin.STATED, "stated");
    facts(situation, Origin.INFERRED, "inferred");
    facts(situation, Origin.DERIVED, "derived");
    String unknown =
        situation.vocabulary().attributes().stream()
            .filter(a -> situation.answer(a).isEmpty())
            .map(Attribute::path)
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      page.entry(2, "not known  ", unknown);
    }
  }

  private void facts(Situation situation, Origin origin, String word) {
    String label = word;
    for (Attribute attribute : situation.vocabulary().attributes()) {
      Answer answer = situation.answer(attribute).orElse(null);
      if (answer != null && answer.origin() == origin) {
        String quote = answer.quote();
        page.entry(
            2,
            "%-10s ".formatted(label),
            attribute.path()
                + ": "
                + attribute.type().print(answer.value())
                + (quote == null || quote.isEmpty() ? "" : ", from \"" + quote + "\"")
                + remembered(attribute));
        label = "";
      }
    }
  }

  /** Where an answer was stated that the row itself did not hold. */
  private String remembered(Attribute attribute) {
    BatchRow row = BatchRow.of(entry.entry());
    UUID stated = row == null ? null : row.remembered().get(attribute.path());
    return stated == null ? "" : ", remembered from entry " + stated;
  }

  /** What an entry of another kind says, or one whose rules this program does not read any more. */
  private void said() {
    boolean unread = listing.kind() == Kind.DECISION && entry.holds();
    page.section(
        unread
            ? "Its rules cannot be read by this version of Rolecall; what the entry itself says"
            : "What it says");
    JsonNode words = entry.entry().text();
    if (listing.about().outcome() != null) {
      fact("outcome", listing.about().outcome());
    }
    entry.entry().content().properties().stream()
        .filter(one -> !words.has(one.getKey())) // a number of things that are named below
        .forEach(this::said);
    words.properties().forEach(this::said);
    if (listing.about().subject() != null) {
      String id = listing.about().subject().toString();
      fact("about", entry.subject().map(s -> "entry " + s.sequence() + ", " + id).orElse(id));
    }
  }

  private void said(Map.Entry<String, JsonNode> one) {
    String words = words(one.getValue());
    if (!words.isEmpty()) {
      fact(one.getKey(), words);
    }
  }

  /** {@code [[3,3],[5,9]]} as "3, 5 to 9", {@code {"rules":4}} as "rules 4". */
  private static String words(JsonNode value) {
    if (value.isArray() && value.size() == 2 && value.path(0).isInt() && value.path(1).isInt()) {
      int first = value.path(0).asInt();
      int last = value.path(1).asInt();
      return first == last ? "" + first : first + " to " + last;
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(EntryPageText::words)
          .collect(Collectors.joining(", "));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(part -> part.getKey() + " " + words(part.getValue()))
          .collect(Collectors.joining(", "));
    }
    return value.asText();
  }

  private void afterwards() {
    if (listing.kind() != Kind.DECISION) {
      return;
    }
    page.section("What people said afterwards");
    if (entry.afterwards().isEmpty()) {
      page.line("  nothing is recorded");
    }
    for (Entry later : entry.afterwards()) {
      page.entry(2, later.listing().sequence() + "  ", words(later));
    }
    if (!entry.others().isEmpty()) {
      page.entry(2, "", others());
    }
  }

  private static String words(Entry later) {
    String when =
        " ("
            + Times.second(later.listing().at())
            + ", entered by "
            + later.listing().author().actor()
            + ")";
    if (later.listing().kind() == Kind.OUTCOME) {
      Hired hired = Hired.read(later);
      return "hired in the end: " + hired.outcome() + by(hired.by()) + because(hired.note()) + when;
    }
    Review review = Review.read(later);
    String verdict = review.accepted() ? "accepted" : "overridden to " + review.outcome();
    return verdict + by(review.by()) + because(review.reason()) + when;
  }

  private static String by(String name) {
    return name.isEmpty() ? "" : " by " + name;
  }

  private static String because(String words) {
    return words.isEmpty() ? "" : ": " + words;
  }

  private String others() {
    List<String> numbers = new ArrayList<>();
    entry.others().stream().limit(OTHERS).forEach(l -> numbers.add("" + l.sequence()));
    int more = entry.others().size() - numbers.size();
    return "The same requisition was also decided in "
        + (entry.others().size() == 1 ? "entry " : "entries ")
        + String.join(", ", numbers)
        + (more > 0 ? " and " + more + " more" : "")
        + ".";
  }

  private void chain() {
    page.section("Its place in the chain");
    fact("hash", entry.entry().hash());
    fact("before it", entry.entry().json().path("previous").asText());
    if (entry.holds()) {
      page.entry(
          2,
          "",
          "This entry holds: its text gives its hash, it is linked with the entries before and behind it, "
              + "and the words beside it and the archived rules are those that it names.");
    }
    page.aside(2, "Of the record as a whole `rolecall audit verify` says whether it holds.");
  }

  private void fact(String label, String words) {
    page.entry(2, "%-10s ".formatted(label), words);
  }
}
