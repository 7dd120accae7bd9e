package dev.rolecall.record;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A listing as a row of the register. */
final class Columns {

  private static final List<String> NAMES =
      List.of(
          "sequence",
          "id",
          "batch",
          "kind",
          "at",
          "actor",
          "channel",
          "decision",
          "requisition",
          "outcome",
          "warnings",
          "ruleset",
          "subject");

  static final int COUNT = NAMES.size();

  /** As a query names them, of the register as {@code r}. */
  static final String ALL = "r." + String.join(", r.", NAMES);

  static final String INSERT =
      "insert into register ("
          + String.join(", ", NAMES)
          + ") values ("
          + String.join(", ", Collections.nCopies(COUNT, "?"))
          + ")";

  private Columns() {}

  static void set(Listing listing, PreparedStatement row) throws SQLException {
    int column = 0;
    for (Object value : values(listing)) {
      row.setObject(++column, value);
    }
  }

  /** What stands in the columns, in their order. */
  private static @Nullable Object[] values(Listing listing) {
    About about = listing.about();
    return new @Nullable Object[] {
      listing.sequence(),
      listing.id().toString(),
      text(listing.batch()),
      listing.kind().word(),
      listing.at().toEpochMilli(),
      listing.author().actor(),
      listing.author().channel(),
      about.decision(),
      about.requisition(),
      about.outcome(),
      about.warnings().isEmpty() ? null : String.join(",", about.warnings()),
      about.ruleset(),
      text(about.subject())
    };
  }

  /**
   * @throws IllegalArgumentException if the row was written by somebody else
   */
  static Listing get(ResultSet row) throws SQLException {
    String warnings = row.getString(11);
    About about =
        new About(
            row.getString(8),
            row.getString(9),
            row.getString(10),
            warnings == null ? List.of() : List.of(warnings.split(",", -1)),
            row.getString(12),
            Body.uuid(row.getString(13)));
    return new Listing(
        row.getLong(1),
        UUID.fromString(row.getString(2)),
        Body.uuid(row.getString(3)),
        Kind.of(row.getString(4)).orElseThrow(IllegalArgumentException::new),
        Instant.ofEpochMilli(row.getLong(5)),
        new Author(row.getString(6), row.getString(7)),
        about);
  }

  /** The first column of a row that does not say what a body says, in words. */
  static Optional<String> difference(Listing body, ResultSet row) throws SQLException {
    @Nullable Object[] said = values(body);
    for (int i = 0; i < COUNT; i++) {
      String found = row.getString(i + 1);
      String expected = said[i] == null ? null : said[i].toString();
      if (!Objects.equals(found, expected)) {
        return Optional.of(
            "`" + NAMES.get(i) + "` is " + quoted(found) + " and should be " + quoted(expected));
      }
    }
    return Optional.empty();
  }

  private static String quoted(@Nullable String value) {
    return value == null ? "empty" : "`" + value + "`";
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
