package dev.rolecall.batch;

import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the record held of a row's requisition before.
 *
 * @param remembered for which decision each answer was first stated that the row does not hold
 * @param word what a person decided; null where nobody did
 * @param since the last batch; null where nobody asked
 */
record Before(Map<String, UUID> remembered, @Nullable PersonsWord word, @Nullable Since since) {

  static final Before NOTHING = new Before(Map.of(), null, null);

  Before {
    remembered = Collections.unmodifiableMap(remembered);
  }

  /** Whether a person answered the warnings of the decision. */
  boolean silences() {
    return word != null && word.silences();
  }
}
