package dev.rolecall.edit;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Span;
import dev.rolecall.ruleset.RuleFiles;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Other words in the place of a part of a rule: a literal, a text, the sentence, the value of
 * metadata. All else in the file stays as it is, byte for byte.
 *
 * @param span as a tree of these files has it; an empty one inserts
 * @param text as it is to stand in the file, a text with its quotes
 */
public record Splice(Span span, String text) {

  /**
   * The files with all these splices. They are read again, and accepted only if the rules differ in
   * the spliced parts and nowhere else.
   *
   * @throws IllegalArgumentException if two splices overlap
   */
  public static Result<RuleFiles> into(RuleFiles files, Collection<Splice> splices) {
    Map<String, List<Splice>> byFile = new TreeMap<>();
    splices.forEach(s -> byFile.computeIfAbsent(s.file(), f -> new ArrayList<>()).add(s));
    RuleFiles spliced = files;
    Map<String, List<Span>> before = new TreeMap<>();
    Map<String, List<Span>> after = new TreeMap<>();
    for (Map.Entry<String, List<Splice>> entry : byFile.entrySet()) {
      SplicedText text = SplicedText.of(text(files, entry.getKey()), entry.getValue());
      before.put(entry.getKey(), entry.getValue().stream().map(Splice::span).toList());
      after.put(entry.getKey(), text.spans());
      spliced =
          spliced.with(
              entry.getKey(),
              text.bytesLike(files.files().getOrDefault(entry.getKey(), new byte[0])));
    }
    RuleFiles result = spliced;
    return files
        .rulebook()
        .then(
            old ->
                result
                    .rulebook()
                    .then(
                        now -> Result.of(result, placed(strayed(old, before, now, after), files))));
  }

  private String file() {
    return span.at().file();
  }

  private static String text(RuleFiles files, String name) {
    try {
      return files.text(name);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(name, e); // no tree has a span of such a file
    }
  }

  /** Where the rules differ outside of the spliced parts. */
  private static List<Problem> strayed(
      Rulebook old, Map<String, List<Span>> before, Rulebook now, Map<String, List<Span>> after) {
    if (old.rules().size() != now.rules().size()
        || !old.vocabulary().facts().equals(now.vocabulary().facts())
        || !old.vocabulary().enums().equals(now.vocabulary().enums())) {
      return before.values().stream().flatMap(List::stream).map(Splice::strays).toList();
    }
    List<Problem> strayed = new ArrayList<>();
    for (int i = 0; i < old.rules().size(); i++) {
      Rule rule = old.rules().get(i);
      if (!shape(rule, before).equals(shape(now.rules().get(i), after))) {
        strayed.add(strays(rule.written().whole()));
      }
    }
    return strayed;
  }

  private static List<Object> shape(Rule rule, Map<String, List<Span>> spliced) {
    return SpliceShape.of(rule, spliced.getOrDefault(rule.at().file(), List.of()));
  }

  private static List<Problem> placed(List<Problem> problems, RuleFiles files) {
    return problems.stream()
        .map(p -> new Problem(p.at().in(files.shown() + "/" + p.at().file()), p.message()))
        .toList();
  }

  private static Problem strays(Span span) {
    return new Problem(
        span.at(), "the new words would change more of the rules than the part they stand for");
  }

  /**
   * @param spans where the new words stand in it, with the places of the old
   */
  private record SplicedText(String text, List<Span> spans) {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    static SplicedText of(String old, List<Splice> splices) {
      StringBuilder text = new StringBuilder(old.length() + 64);
      List<Span> spans = new ArrayList<>();
      int from = 0;
      for (Splice splice : inOrder(splices)) {
        if (splice.span.start() < from) {
          throw new IllegalArgumentException("overlapping splices at " + splice.span.at());
        }
        text.append(old, from, splice.span.start());
        int start = text.length();
        text.append(splice.text);
        spans.add(new Span(splice.span.at(), start, text.length()));
        from = splice.span.end();
      }
      return new SplicedText(text.append(old, from, old.length()).toString(), spans);
    }

    private static List<Splice> inOrder(List<Splice> splices) {
      return splices.stream()
          .sorted(Comparator.comparingInt((Splice s) -> s.span.start()))
          .toList();
    }

    /** With the mark that some programs put first, where the old bytes have it. */
    byte[] bytesLike(byte[] old) {
      boolean marked = old.length >= MARK.length && Arrays.mismatch(old, MARK) == MARK.length;
      return ((marked ? "\uFEFF" : "") + text).getBytes(StandardCharsets.UTF_8);
    }
  }
}
