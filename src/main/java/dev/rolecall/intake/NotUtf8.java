package dev.rolecall.intake;

import dev.rolecall.document.Node;
import dev.rolecall.problem.Place;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are not UTF-8. They are read as a character that no text holds, so that the cell they
 * stand in can be named and only its row be refused.
 */
final class NotUtf8 {

  static final String MESSAGE = "this is not UTF-8 text; save the file with that encoding";

  /** A noncharacter of Unicode, which is not for exchange. */
  private static final char MARK = '\uFFFF';

  private static final char SHOWN = '\uFFFD';

  private NotUtf8() {}

  static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(String.valueOf(MARK));
  }

  static boolean isIn(String text) {
    return text.indexOf(MARK) >= 0;
  }

  /** The text as it can be shown and written. */
  static String replaced(String text) {
    return text.replace(MARK, SHOWN);
  }

  static List<String> replaced(List<String> cells) {
    return cells.stream().map(NotUtf8::replaced).toList();
  }

  /** Where the first of them stands in a text, or null. */
  static @Nullable Place in(String file, String text) {
    int at = text.indexOf(MARK);
    if (at < 0) {
      return null;
    }
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return Place.of(file, line, at - text.lastIndexOf('\n', at));
  }

  /** Where the first value or key with some of them stands, or null. */
  static @Nullable Place in(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return isIn(scalar.text()) ? scalar.at() : null;
    }
    if (node instanceof Node.Items items) {
      return items.items().stream()
          .map(NotUtf8::in)
          .filter(p -> p != null)
          .findFirst()
          .orElse(null);
    }
    for (var field : ((Node.Fields) node).fields().entrySet()) {
      Place at = isIn(field.getKey()) ? field.getValue().at() : in(field.getValue().value());
      if (at != null) {
        return at;
      }
    }
    return null;
  }
}
