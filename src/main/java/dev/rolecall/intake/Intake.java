package dev.rolecall.intake;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An opened input: its columns and its rows, one at a time, in order. Not for several threads; its
 * rows are.
 */
public abstract class Intake implements AutoCloseable {

  /** The name that stands for the standard input. */
  public static final String STDIN = "-";

  private static final String PIPED =
      "descriptions that come through a pipe are read as they come: what an employer repeats under"
          + " all of its postings is not left out; keep them in a file";

  private final Content content;
  private boolean piped;

  Intake(Content content) {
    this.content = content;
  }

  /** What it is called in messages. */
  public String name() {
    return content.name();
  }

  /** What a result keeps of a row, column by column. */
  public abstract List<String> columns();

  /** The columns that situations are read from. */
  public abstract List<String> understood();

  /** The column that holds the ids of the requisitions; empty where none does. */
  public Optional<String> idColumn() {
    return Optional.empty();
  }

  /** Columns that say nothing known: they pass through. */
  public List<String> unread() {
    return List.of();
  }

  /** Columns that name whom to send an answer to: they pass through, unevaluated and unrecorded. */
  public List<String> routing() {
    return List.of();
  }

  /** The next row; null at the end. A row that cannot be read is one whose situation is refused. */
  public abstract @Nullable Row next() throws IOException;

  /** Read once and not again, so that what an employer repeats is not looked for. */
  void isPiped() {
    piped = true;
  }

  /** Whether there were so many cases that something could repeat. */
  boolean isSeveral() {
    return true;
  }

  /** Whether its cases may come with descriptions. */
  boolean hasDescriptions() {
    return false;
  }

  /** The next row as {@link #next} gives it, of which only the words are asked; null at the end. */
  abstract @Nullable Description nextDescription() throws IOException;

  /**
   * What people should know of the reading: what was repaired, dropped, passed over or left open.
   * Complete when all rows have been read and understood.
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(content.notes().list());
    if (piped && isSeveral()) {
      notes.add(PIPED);
    }
    return notes;
  }

  /**
   * What people should know of the reading of several inputs, each line with the name of its input
   * where there are more than one.
   */
  public static List<String> notes(List<Intake> inputs) {
    List<String> all = new ArrayList<>();
    for (Intake input : inputs) {
      for (String note : input.notes()) {
        boolean named = inputs.size() == 1 || note.startsWith(input.name());
        all.add(named ? note : input.name() + ": " + note);
      }
    }
    return all;
  }

  /**
   * Where questionnaires answered what this input does not say of a case, in the order of the
   * vocabulary.
   */
  public Map<Attribute, Place> answeredElsewhere(Situation situation) {
    return Map.of();
  }

  /**
   * How many rows were passed over, as their requisition is not of the statuses that are read, by
   * status, the most frequent first. Complete when all rows have been read.
   */
  public Map<String, Long> passedOver() {
    return Map.of();
  }

  /**
   * Inputs that belong together: what questionnaires among them answer is laid over the cases of
   * the others, by requisition.
   */
  public static List<Intake> together(List<Intake> inputs) {
    return Overlaid.of(inputs);
  }

  /** Its members, where it is an archive of several; else itself. */
  List<Intake> parts() {
    return List.of(this);
  }

  /** How it is written. */
  Map<Trait, String> traits() {
    return content.notes().traits();
  }

  /** What the cells of its columns come to, from now on; null where it has no columns. */
  @Nullable Examination examination() {
    return null;
  }

  /** Where its requisitions stand, the most frequent first; empty where it does not say. */
  List<Inspection.Standing> standings() {
    return List.of();
  }

  /** How far the reading has come, in bytes of the file. */
  public long bytesRead() {
    return content.read().getAsLong();
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  /** The same where nobody waits for it. */
  public static Result<Intake> open(
      String file, Optional<Format> format, Understanding understanding, InputStream stdin) {
    return open(file, format, understanding, stdin, Progress.UNTOLD);
  }

  /**
   * Opens a file of cases. One with descriptions is read for what they have in common, and then
   * opened.
   *
   * @param file a path, or {@value #STDIN}
   * @param format how it is written; by name and beginning where not given
   * @param stdin read where the file is {@value #STDIN}
   * @param progress of the reading of descriptions
   */
  public static Result<Intake> open(
      String file,
      Optional<Format> format,
      Understanding understanding,
      InputStream stdin,
      Progress progress) {
    return new Opening(format, understanding, progress).open(file, stdin);
  }
}
