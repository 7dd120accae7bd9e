package dev.rolecall.intake;

import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a column of a table is for.
 *
 * @param header as it stands in the table
 * @param meaning what its cells say
 * @param certain whether its name is one that only the vocabulary uses; else it is likely, and a
 *     cell that makes no sense is left open instead of refused
 * @param by how it was recognised
 * @param values what a mapping says that words in its cells mean, by {@link Mapping#cellKey}
 */
record Column(
    String header, Meaning meaning, boolean certain, By by, Map<String, Optional<Object>> values) {

  /** What is about people has no word in a mapping. */
  static final String PERSONAL = "personal";

  /** How a column can be recognised. */
  enum By {
    MAPPING("mapping"),
    PATH("path"),
    QUESTION("question"),
    TABLE(ColumnNames.FILE),
    NAME("name"),
    NOTHING("");

    private final String word;

    By(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** What it means, in the words of a mapping; empty where nobody knows. */
  String means() {
    if (meaning instanceof Value value) {
      return value.attribute().path();
    }
    if (meaning instanceof Choices choices) {
      return choices.fact().key();
    }
    return switch ((Part) meaning) {
      case PERSONAL -> PERSONAL;
      case DROPPED -> "drop";
      case IGNORED -> "ignore";
      case CARRIED -> "";
      default -> meaning.toString().toLowerCase(Locale.ROOT);
    };
  }

  /** Whether a mapping says what this text of a cell means. */
  boolean maps(String cell) {
    return !values.isEmpty() && values.containsKey(Mapping.cellKey(cell));
  }

  /** What a mapping says that this text of a cell means; empty where it means unknown. */
  Optional<Object> mapped(String cell) {
    return values.getOrDefault(Mapping.cellKey(cell), Optional.empty());
  }

  /** What the cells of a column say. */
  sealed interface Meaning {}

  /** Each cell is a value of an attribute. */
  record Value(Attribute attribute) implements Meaning {}

  /** Each cell lists those attributes of a fact, all yes or no, that are yes. */
  record Choices(FactType fact) implements Meaning {}

  /** What a column says beside the situation, or that it says nothing. */
  enum Part implements Meaning {
    /** The id of the requisition. */
    ID,
    /** Where the requisition stands: open, filled, on hold. */
    STATUS,
    /** The text of the posting, or a part of it. */
    DESCRIPTION,
    /** Whose posting it is: what one employer writes under all of them says nothing of the job. */
    EMPLOYER,
    /** Whom to send the answer to: passes through, is never evaluated and never recorded. */
    ROUTING,
    /** About candidates, or protected: left out of the reading and of the result. */
    PERSONAL,
    /** Left out of the reading and of the result, as somebody said so. */
    DROPPED,
    /** Passes through unread, as somebody said so. */
    IGNORED,
    /** Anything else; passes through. */
    CARRIED
  }
}
