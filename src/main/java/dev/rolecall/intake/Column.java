package dev.rolecall.intake;

import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;

/**
 * What a column of a table is for.
 *
 * @param header as it stands in the table
 * @param meaning what its cells say
 * @param certain whether its name is one that only the vocabulary uses, or somebody said so; else
 *     it is likely, and a cell that makes no sense is left open instead of refused
 */
record Column(String header, Meaning meaning, boolean certain) {

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
    /** Anything else; passes through. */
    CARRIED
  }
}
