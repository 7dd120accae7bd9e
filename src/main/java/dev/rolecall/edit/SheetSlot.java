package dev.rolecall.edit;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Span;
import dev.rolecall.situation.ValueReader;
import dev.rolecall.vocabulary.ValueType;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The part of a rule that a cell can change.
 *
 * @param type what may stand in the cell
 * @param drl how a value of this type is written at the span
 */
record SheetSlot(ValueType type, Span span, Function<Object, String> drl) {

  private static final Pattern LINES = Pattern.compile("\\h*[\\v\t]+\\h*");

  /** The value that a cell says. Its lines, if they are several, are one in a rule file. */
  Result<Object> read(String words, Place cell) {
    ValueReader.Reading reading = ValueReader.read(type, LINES.matcher(words).replaceAll(" "));
    Object value = reading.value();
    if (value != null) {
      return Result.ok(value);
    }
    String found = words.isBlank() ? "it is empty" : "`" + words.strip() + "` is no value";
    String problem = reading.problem();
    return Result.refused(
        cell, problem == null ? found + "; expected " + type.expectation() : problem);
  }

  /** What has to be done to the rule file so that it says this value. */
  Splice splice(Object value) {
    return new Splice(span, drl.apply(value));
  }

  /** How a value reads in a cell, so that it is read back as the same. */
  static String words(ValueType type, Object value) {
    if (type instanceof ValueType.Text) {
      return value.toString();
    }
    if (type instanceof ValueType.Decimal) {
      return SheetNumber.plain(value.toString());
    }
    String printed = type.print(value);
    return value.equals(ValueReader.read(type, printed).value()) ? printed : value.toString();
  }
}
