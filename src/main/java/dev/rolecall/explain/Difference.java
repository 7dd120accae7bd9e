package dev.rolecall.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.FileChanges;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What differs between two versions of the rules of a decision: rule by rule, word by word of the
 * vocabulary, row by row of the tables; not line by line. Nothing is compiled for it.
 *
 * @param before the hash of the one
 * @param after the hash of the other
 * @param meaning whether an answer could differ: their meanings are not the same
 * @param altered rules first, then the vocabulary, then tables
 * @param scenarios what became of the scenarios; empty where it is not known, or nothing
 */
public record Difference(
    String before,
    String after,
    boolean meaning,
    List<Altered> altered,
    Optional<FileChanges> scenarios) {

  private static final String MARK = "mark";
  private static final String WORD = "word of the vocabulary";
  private static final String ROW = "table row";

  /** What changes are counted as, in the order in which they are told. */
  private static final List<String> COUNTED =
      List.of(
          "added rule",
          "removed rule",
          DescribedRules.CONDITION,
          DescribedRules.VERDICT,
          DescribedRules.WEIGHT,
          DescribedRules.DIMENSION,
          DescribedRules.TEXT,
          DescribedRules.SENTENCE,
          DescribedRules.SOURCE,
          MARK,
          DescribedRules.PLACE,
          WORD,
          ROW);

  public Difference {
    altered = List.copyOf(altered);
  }

  /** One of the two: its files, and what was read from them. */
  private record Side(RuleFiles files, Rulebook rulebook, String meaning) {

    static Result<Side> of(RuleFiles files) {
      return files
          .rulebook()
          .then(
              rules -> files.meaning().then(meaning -> Result.ok(new Side(files, rules, meaning))));
    }

    static Side of(Ruleset ruleset) {
      return new Side(ruleset.files(), ruleset.rulebook(), ruleset.meaning());
    }
  }

  /** The difference, or what is wrong with the first of them that cannot be read. */
  public static Result<Difference> of(RuleFiles before, RuleFiles after) {
    return Side.of(before).then(was -> Side.of(after).then(now -> Result.ok(between(was, now))));
  }

  public static Difference between(Ruleset before, Ruleset after) {
    return between(Side.of(before), Side.of(after));
  }

  private static Difference between(Side was, Side now) {
    Vocabulary before = was.rulebook.vocabulary();
    Vocabulary after = now.rulebook.vocabulary();
    List<Altered> altered = new ArrayList<>();
    altered.addAll(
        Altered.between(
            Altered.Among.RULES, DescribedRules.of(was.rulebook), DescribedRules.of(now.rulebook)));
    altered.addAll(
        Altered.between(
            Altered.Among.VOCABULARY,
            DescribedWords.of(before, after),
            DescribedWords.of(after, before)));
    altered.addAll(
        Altered.between(
            Altered.Among.TABLES,
            DescribedTables.of(was.files, now.files),
            DescribedTables.of(now.files, was.files)));
    return new Difference(
        was.files.hash(),
        now.files.hash(),
        !was.meaning.equals(now.meaning),
        altered,
        Optional.empty());
  }

  /** The ids of the rules that are not alike. */
  public Set<String> rules() {
    return altered.stream()
        .filter(a -> a.among() == Altered.Among.RULES)
        .map(Altered::name)
        .collect(Collectors.toSet());
  }

  /** The same with what became of the scenarios. */
  public Difference with(FileChanges changes) {
    Optional<FileChanges> told = changes.isEmpty() ? Optional.empty() : Optional.of(changes);
    return new Difference(before, after, meaning, altered, told);
  }

  /** In a few words: {@code 2 conditions, 1 text; scenarios: 1 file changed}. */
  public String inShort() {
    String tests = scenarios.map(s -> "scenarios: " + s.inShort()).orElse("");
    if (before.equals(after)) {
      return tests.isEmpty() ? "nothing" : tests;
    }
    return rulesInShort() + (tests.isEmpty() ? "" : "; " + tests);
  }

  /** The same of the rules alone, which differ. */
  String rulesInShort() {
    Map<String, Integer> counts = new HashMap<>();
    altered.forEach(a -> count(a, counts));
    return counts.isEmpty()
        ? meaning
            ? "the order of rules or rows, or how a table is written"
            : "comments or layout only"
        : COUNTED.stream()
            .filter(counts::containsKey)
            .map(what -> counted(counts.getOrDefault(what, 0), what))
            .collect(Collectors.joining(", "));
  }

  private static String counted(int count, String what) {
    return count + " " + (count == 1 ? what : what.replaceFirst("$|(?= of )", "s"));
  }

  private static void count(Altered altered, Map<String, Integer> counts) {
    switch (altered.among()) {
      case VOCABULARY -> counts.merge(WORD, 1, Integer::sum);
      case TABLES -> counts.merge(ROW, 1, Integer::sum);
      case RULES -> {
        if (altered.kind() == Altered.Kind.CHANGED) {
          altered.parts().forEach(p -> counts.merge(counted(p.what()), 1, Integer::sum));
        } else {
          counts.merge(altered.kind().word() + " rule", 1, Integer::sum);
        }
      }
    }
  }

  private static String counted(String what) {
    return COUNTED.contains(what) ? what : MARK;
  }

  public String text(String was, String now, Style style) {
    return DifferenceText.render(this, was, now, style);
  }

  /**
   * One object; of a part, what was not there before or is not there any more is empty.
   *
   * @param was how the one is called
   * @param now how the other is called
   */
  public String json(String was, String now) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("before").put("name", was).put("ruleset", before);
    json.putObject("after").put("name", now).put("ruleset", after);
    json.put("meaningChanged", meaning);
    json.put("inShort", inShort());
    scenarios.ifPresent(s -> json.set("scenarios", files(s)));
    ArrayNode changes = json.putArray("changes");
    for (Altered one : altered) {
      ObjectNode entry = changes.addObject();
      entry.put("among", one.among().word());
      entry.put("kind", one.kind().word());
      entry.put("name", one.name());
      entry.put("title", one.title());
      ArrayNode parts = entry.putArray("parts");
      one.parts()
          .forEach(
              part -> {
                ObjectNode of = parts.addObject().put("what", part.what());
                part.before().forEach(of.putArray("before")::add);
                part.after().forEach(of.putArray("after")::add);
              });
    }
    return PrettyJson.of(json);
  }

  private static ObjectNode files(FileChanges changes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    changes.added().forEach(json.putArray("added")::add);
    changes.removed().forEach(json.putArray("removed")::add);
    changes.changed().forEach(json.putArray("changed")::add);
    return json;
  }
}
