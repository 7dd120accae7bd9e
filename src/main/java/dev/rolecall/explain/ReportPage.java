package dev.rolecall.explain;

import java.util.List;
import java.util.Map;

/**
 * Many decisions on one page: what stands on it, in order, free of any markup. {@link ReportHtml}
 * writes it.
 *
 * @param inShort how many rows there were, and what became of them
 * @param outcomes of the rows in scope, one after another as the vocabulary has them
 * @param parts the rows by what there is to do about them, the most important first
 * @param groups the rows in scope by what frames them
 * @param questions what is missing most often
 * @param refused problems of rows that could not be read
 * @param pages of the rows that {@code parts} name
 * @param origin where the page comes from, by name
 */
public record ReportPage(
    String title,
    String inShort,
    long inScope,
    List<Count> outcomes,
    List<Part> parts,
    List<Groups> groups,
    List<Count> questions,
    Refused refused,
    List<Opened> pages,
    Map<String, String> origin) {

  /** How many rows something is true of. */
  public record Count(String label, long count) {}

  /**
   * Rows with one thing in common.
   *
   * @param count how many there are; {@code lines} may be fewer
   */
  public record Part(String title, long count, List<Line> lines) {}

  /**
   * A row.
   *
   * @param anchor names its page within the file
   * @param name its id, or where it stands
   * @param framed what else frames it
   * @param marks what has to be known of the answer at first sight
   */
  public record Line(
      String anchor,
      String name,
      String title,
      String framed,
      String answer,
      String marks,
      String why) {}

  /**
   * A table of counts.
   *
   * @param left how many further groups there are
   */
  public record Groups(String title, List<String> columns, List<Group> groups, long left) {}

  /** One row of it, with a count for each column. */
  public record Group(String name, List<Long> counts) {}

  /**
   * @param problems the first of them, as they are shown in a terminal
   * @param further how many more there are
   */
  public record Refused(long rows, List<String> problems, long further) {}

  /** The page of a row. */
  public record Opened(String anchor, OnePage page) {}
}
