package dev.rolecall.intake;

/**
 * How a questionnaire for several requisitions is laid out: a row each requisition and question, so
 * that it can be filtered, sorted and split up. Besides these columns there are those that say
 * which requisition it is.
 */
public final class QuestionnaireSheet {

  public static final String REQUISITION = "Requisition ID";
  public static final String QUESTION = "Question";
  public static final String ANSWER = "Answer";
  public static final String EXPECTED = "How to answer";

  /** The path of the attribute. */
  public static final String ASKS_FOR = "Asks for";

  /**
   * What was known when it was made, hidden: rows of a requisition, a path, a value, and where that
   * was inferred {@link #INFERRED} and its quote.
   */
  public static final String KNOWN = "Known";

  /** The cells of the first row of {@link #KNOWN}: this, and the name of the decision. */
  public static final String DECISION = "decision";

  public static final String INFERRED = "inferred";

  /** What an answer says that is none. */
  public static final String NOT_KNOWN = "not known";

  /** No questionnaire has more rows. */
  public static final int MOST_ROWS = 20_000;

  private QuestionnaireSheet() {}
}
