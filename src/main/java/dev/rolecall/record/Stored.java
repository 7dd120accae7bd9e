package dev.rolecall.record;

import dev.rolecall.ruleset.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the tables have it, whoever wrote it there: held against its own hash, its line in
 * the register and the seal of its words.
 *
 * @param body null where it is gone
 * @param words null where there are none, or they are gone
 */
record Stored(
    long sequence,
    String hash,
    @Nullable String body,
    @Nullable String salt,
    @Nullable String words) {

  /** As a query names it, of the table of entries as {@code e}; the register stands before it. */
  static final String COLUMNS = "e.sequence, e.hash, e.body, e.salt, e.words";

  static Stored of(ResultSet row) throws SQLException {
    int first = Columns.COUNT + 1;
    return new Stored(
        row.getLong(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3),
        row.getString(first + 4));
  }

  /** What the body says, if it gives the hash and is the body of this entry. */
  Body.Header header(String line) throws Fault {
    if (!Sha256.of(line).equals(hash)) {
      throw new Fault(
          sequence, "the body of entry " + sequence + " was changed: it does not give its hash");
    }
    Body.Header header;
    try {
      header = Body.header(line);
    } catch (IllegalArgumentException e) {
      throw new Fault(sequence, "the body of entry " + sequence + " is not one of Rolecall's");
    }
    if (header.listing().sequence() != sequence) {
      throw new Fault(
          sequence,
          "in the place of entry "
              + sequence
              + " stands entry "
              + header.listing().sequence()
              + ": entries were swapped or moved");
    }
    return header;
  }

  void isRegistered(Listing said, ResultSet row) throws SQLException, Fault {
    if (row.getString(2) == null) {
      throw new Fault(sequence, "entry " + sequence + " is missing in the register");
    }
    Optional<String> different = Columns.difference(said, row);
    if (different.isPresent()) {
      throw new Fault(
          sequence,
          "the register differs from the body of entry " + sequence + ": " + different.get());
    }
  }

  void isSealed(@Nullable String seal) throws Fault {
    if (words != null && !new Sealed(String.valueOf(salt), words).seal().equals(seal)) {
      throw new Fault(
          sequence, "the words of entry " + sequence + " were changed: they do not give its seal");
    }
  }
}
