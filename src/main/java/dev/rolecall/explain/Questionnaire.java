package dev.rolecall.explain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A blank questionnaire of a decision: every question that a person is asked, nothing answered.
 * Each form of it can be read back as it is, and then nothing is known.
 */
public final class Questionnaire {

  private static final String ID = "id";
  private static final int WIDTH = 100;

  private final Vocabulary vocabulary;

  public Questionnaire(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** One row: {@code id} and the paths of the attributes, to be filled in below. */
  public String csv() {
    return header(vocabulary.questions().stream().map(Attribute::path).toList(), false);
  }

  /**
   * One row: {@code id} and the questions; the path where two attributes have the same question.
   */
  public String csvOfQuestions() {
    Map<String, Integer> names = names();
    return header(
        vocabulary.questions().stream()
            .map(a -> names.getOrDefault(Words.key(a.question()), 0) > 1 ? a.path() : question(a))
            .toList(),
        true);
  }

  /** How many things each header could mean, forgiving as headers are read. */
  private Map<String, Integer> names() {
    Map<String, Integer> names = new HashMap<>();
    names.put(Words.key(ID), 1);
    for (Attribute attribute : vocabulary.attributes()) {
      names.merge(Words.key(attribute.name()), 1, Integer::sum);
      names.merge(Words.key(attribute.path()), 1, Integer::sum);
      names.merge(Words.key(attribute.question()), 1, Integer::sum);
    }
    return names;
  }

  /**
   * @param quoted whether every cell is in quotes, since a question may hold what parts cells in
   *     other tables
   */
  private static String header(List<String> headers, boolean quoted) {
    List<String> row = new ArrayList<>(List.of(ID));
    row.addAll(headers);
    StringWriter text = new StringWriter();
    CsvWriter.CsvWriterBuilder builder = CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
    if (quoted) {
      builder.quoteStrategy(QuoteStrategies.ALWAYS);
    }
    try (CsvWriter csv = builder.build(text)) {
      csv.writeRecord(row);
    } catch (IOException e) {
      throw new AssertionError("a text in memory can be written", e);
    }
    return text.toString();
  }

  /** Groups of nulls; JSON has no place for the questions, the schema holds them. */
  public String json() {
    ObjectNode blank = JsonNodeFactory.instance.objectNode();
    blank.putNull(ID);
    for (FactType fact : vocabulary.facts()) {
      List<Attribute> asked = asked(fact);
      if (!asked.isEmpty()) {
        ObjectNode group = blank.putObject(fact.key());
        asked.forEach(a -> group.putNull(a.name()));
      }
    }
    return PrettyJson.of(blank);
  }

  /** Groups of blanks, above each of them its question and what is allowed. */
  public String yaml() {
    StringBuilder text = new StringBuilder();
    comment(
        text,
        "",
        "Questions of the decision " + vocabulary.decision() + ", none of them answered yet.");
    comment(text, "", "Leave blank what is not known. Not known is never read as no.");
    text.append('\n');
    comment(text, "", "What this case is called elsewhere, if it is.");
    text.append(ID).append(":\n");
    vocabulary.facts().stream().filter(f -> !asked(f).isEmpty()).forEach(f -> group(text, f));
    return text.toString();
  }

  private static void group(StringBuilder text, FactType fact) {
    text.append('\n').append(fact.key()).append(":\n");
    for (Attribute attribute : asked(fact)) {
      boolean choice = attribute.type() instanceof ValueType.OneOf;
      comment(
          text, "  ", question(attribute) + (choice ? "" : " (" + allowed(attribute.type()) + ")"));
      if (attribute.type() instanceof ValueType.OneOf oneOf) {
        oneOf.type().constants().forEach(c -> comment(text, "  ", "- " + described(c)));
      }
      text.append("  ").append(attribute.name()).append(":\n");
    }
  }

  private static String described(Constant constant) {
    return constant.name() + ": " + Style.clean(constant.label());
  }

  private static String allowed(ValueType type) {
    boolean any =
        type instanceof ValueType.WholeNumber number
            && number.least() == Integer.MIN_VALUE
            && number.most() == Integer.MAX_VALUE;
    return any ? "a whole number" : type.expectation().replace("`", "");
  }

  private static List<Attribute> asked(FactType fact) {
    return fact.attributes().stream().filter(a -> !a.question().isEmpty()).toList();
  }

  private static String question(Attribute attribute) {
    return Style.clean(attribute.question()).strip();
  }

  private static void comment(StringBuilder text, String indent, String words) {
    for (String line : Style.wrap(words, WIDTH - indent.length() - 2)) {
      text.append(indent).append("# ").append(line).append('\n');
    }
  }
}
