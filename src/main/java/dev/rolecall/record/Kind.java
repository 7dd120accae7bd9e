package dev.rolecall.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an entry is. */
public enum Kind {
  /** A recommendation as it was given. */
  DECISION,
  /** Many decisions were begun; each of them names it. */
  BATCH,
  /** The last of them was made, and the results are whole. */
  BATCH_END,
  /** A person accepted a decision, or decided otherwise. */
  REVIEW,
  /** What came of a requisition in the end. */
  OUTCOME,
  /** Rules were put to use. */
  PUBLISH,
  /** Rules were kept that are not put to use. */
  ARCHIVE,
  /** Words were removed. */
  REDACTION,
  /** Entries were removed because their time was over. */
  RETENTION;

  /** As it is written in the record and in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Kind::word).toList();
  }
}
