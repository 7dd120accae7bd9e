package dev.rolecall.intake;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * What an input is and what is understood of it, in memory that does not grow with it.
 *
 * @param name of the file, or of the member of an archive
 * @param traits how it is written; only what is known
 * @param columns of a table; of a document, the attributes that its cases speak of
 * @param statuses where its requisitions stand, the most frequent first; empty where it does not
 *     say
 * @param read rows that say something, whatever it is about
 * @param inScope of these, the rows about work that the decision is made for
 * @param problems the first of what makes rows unreadable
 */
public record Inspection(
    String name,
    Map<Trait, String> traits,
    List<Inspected> columns,
    List<Standing> statuses,
    long read,
    long inScope,
    long rejected,
    long passedOver,
    List<Problem> problems,
    List<String> notes) {

  private static final int PROBLEMS = 10;

  /** How many rows are read between two words about the progress. */
  private static final int STEP = 1_000;

  /**
   * A column and what its cells came to.
   *
   * @param means an attribute, a fact, or what else it is; empty where nobody knows
   * @param by how it was recognised; empty where it was not
   * @param filled cells that are not blank
   * @param understood of these, the cells that say a value, or that it is not known
   * @param left of these, the cells that say neither
   * @param examples of cells that are understood, with what they say
   * @param others cells that are not understood, with how many of each; not all where there are
   *     many
   * @param values what a mapping says that words in its cells mean
   * @param nearest what it perhaps means, where nobody knows; empty where there is no guess
   */
  public record Inspected(
      String header,
      String means,
      String by,
      long filled,
      long understood,
      long left,
      Map<String, String> examples,
      Map<String, Long> others,
      Map<String, String> values,
      String nearest) {

    private Inspected byShape() {
      return new Inspected(
          header, means, "shape", filled, understood, left, examples, others, values, nearest);
    }

    /** Whether anybody knows what it is for. */
    public boolean isUnread() {
      return means.isEmpty();
    }
  }

  /**
   * Where some of the requisitions stand.
   *
   * @param status empty where nobody says
   */
  public record Standing(String status, long rows, boolean open, boolean read) {}

  /** All rows that say something and that do not, and those passed over. */
  public long rows() {
    return read + rejected + passedOver;
  }

  /**
   * Reads all of an input, which is left open.
   *
   * @param inScope whether a case is about work that the decision is made for
   * @param progress told now and then how far the reading has come, in rows and bytes
   * @return one, or one for each member of an archive
   */
  public static List<Inspection> of(
      Intake input, Vocabulary vocabulary, Predicate<Situation> inScope, LongConsumer progress)
      throws IOException {
    List<Inspection> inspections = new ArrayList<>();
    for (Intake part : input.parts()) {
      inspections.add(new Reading(part, vocabulary).read(inScope, progress));
    }
    return inspections;
  }

  private static final class Reading {
    private final Intake input;
    private final Vocabulary vocabulary;
    private final Examination examination;
    private final boolean document;
    private final List<Problem> problems = new ArrayList<>();
    private long read;
    private long inScope;
    private long rejected;

    Reading(Intake input, Vocabulary vocabulary) {
      this.input = input;
      this.vocabulary = vocabulary;
      this.document = input.examination() == null;
      Examination ofTable = input.examination();
      this.examination = ofTable == null ? new Examination(vocabulary) : ofTable;
    }

    Inspection read(Predicate<Situation> isInScope, LongConsumer progress) throws IOException {
      for (Row row = input.next(); row != null; row = input.next()) {
        Result<Situation> situation = row.situation();
        if (situation instanceof Result.Ok<Situation> ok) {
          read++;
          inScope += isInScope.test(ok.value()) ? 1 : 0;
          if (document) {
            count(ok.value());
          }
        } else if (situation instanceof Result.Refused<Situation> refused) {
          rejected++;
          refused.problems().stream()
              .limit(Math.max(0, PROBLEMS - problems.size()))
              .forEach(problems::add);
        }
        if ((read + rejected) % STEP == 0) {
          progress.accept(read + rejected);
        }
      }
      return new Inspection(
          input.name(),
          input.traits(),
          columns(),
          input.standings(),
          read,
          inScope,
          rejected,
          input.passedOver().values().stream().mapToLong(Long::longValue).sum(),
          List.copyOf(problems),
          input.notes());
    }

    /** Of the columns that a job of a tracking system can have, those that are there. */
    private List<Inspected> columns() {
      return input.traits().containsKey(Trait.SYSTEM)
          ? examination.columns().stream()
              .filter(c -> c.filled() > 0)
              .map(Inspected::byShape)
              .toList()
          : examination.columns();
    }

    private void count(Situation situation) {
      for (Attribute attribute : vocabulary.attributes()) {
        situation
            .answer(attribute)
            .filter(answer -> answer.origin() == Origin.STATED)
            .map(Answer::value)
            .ifPresent(value -> examination.value(attribute, value));
      }
    }
  }
}
