package dev.rolecall.cue;

import com.google.re2j.Matcher;
import dev.rolecall.cue.Meaning.Cue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One description being read: sentence by sentence, to the evidence in it. */
final class Reader {

  private final CueTable table;
  private final String description;
  private final Tokens tokens = new Tokens();
  private final Search search = new Search();
  private final List<Evidence> evidence = new ArrayList<>();
  private boolean deniedSection;

  Reader(CueTable table, String description) {
    this.table = table;
    this.description = description;
  }

  /**
   * @param employer as it was counted
   */
  List<Evidence> read(String employer, @Nullable Repeated repeated) {
    long of = repeated == null ? 0 : Repeated.hash(employer);
    List<Sentence> sentences = Sentences.of(description);
    boolean deniedLine = false;
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      tokens.read(description, sentence.from(), sentence.to());
      List<Match> matches = matches(sentence);
      Denied denied = Denied.of(tokens, matches, table.meanings());
      if (sentence.heading()) {
        deniedSection = denied.section();
      }
      deniedLine = denied.section() || deniedLine && !sentence.line();
      boolean says = !deniedSection && !deniedLine;
      if (says && (repeated == null || !repeated.has(of, sentence.hash(description)))) {
        listen(matches, denied, i, sentence);
      }
    }
    return evidence;
  }

  private List<Match> matches(Sentence sentence) {
    List<Match> matches = table.phrases().in(tokens, search);
    if (!table.patterns().isEmpty()) {
      String words = description.substring(sentence.from(), sentence.to());
      table.patterns().forEach(written -> match(written, words, sentence.from(), matches));
    }
    return matches;
  }

  private void match(CueTable.Written written, String words, int at, List<Match> matches) {
    Matcher matcher = written.pattern().matcher(words);
    while (matcher.find()) {
      int first = tokens.around(at + matcher.start());
      int last = tokens.lastBefore(at + matcher.end());
      if (first <= last) {
        matches.add(new Match(written.phrase(), first, last, -1, number(matcher, at)));
      }
    }
  }

  /** The word that is the first group of a pattern, if it is a number. */
  private int number(Matcher matcher, int at) {
    if (matcher.groupCount() == 0 || matcher.start(1) < 0) {
      return -1;
    }
    int token = tokens.around(at + matcher.start(1));
    return token < tokens.count() && Quantity.isNumber(tokens, token) ? token : -1;
  }

  private void listen(List<Match> matches, Denied denied, int order, Sentence sentence) {
    for (Match match : matches) {
      if (table.meanings().get(match.phrase()) instanceof Cue cue
          && !cue.isSilent()
          && !denied.has(match)
          && !isCovered(match, cue, matches, denied)) {
        Object value = cue.number() ? table.number(cue.attribute(), tokens, match) : cue.value();
        if (value != null) {
          int from = tokens.from(match.first());
          int to = tokens.to(match.last());
          evidence.add(new Evidence(match.phrase(), cue, value, order, sentence, from, to));
        }
      }
    }
  }

  /**
   * Whether a longer phrase about the same attribute holds these words; one that is denied itself
   * takes nothing from "without authority" in "influence without authority across teams".
   */
  private boolean isCovered(Match match, Cue cue, List<Match> matches, Denied denied) {
    for (Match other : matches) {
      if (other.covers(match)
          && table.meanings().get(other.phrase()) instanceof Cue longer
          && longer.attribute().equals(cue.attribute())
          && (longer.isSilent() || !denied.has(other))) {
        return true;
      }
    }
    return false;
  }
}
