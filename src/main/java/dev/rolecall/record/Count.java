package dev.rolecall.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decisions that are alike in what they can be counted by, and how many there are.
 *
 * @param day on which they were made, UTC
 */
public record Count(
    String decision,
    String outcome,
    List<String> warnings,
    @Nullable String ruleset,
    @Nullable String batch,
    LocalDate day,
    long number) {

  private static final String WHAT =
      "r.decision, r.outcome, r.warnings, r.ruleset, r.batch, r.at / 86400000";

  static String query(Filter filter) {
    return "select " + WHAT + ", count(*) from register r" + filter.where() + " group by " + WHAT;
  }

  static Count of(ResultSet row) throws SQLException {
    String warnings = row.getString(3);
    return new Count(
        String.valueOf(row.getString(1)),
        String.valueOf(row.getString(2)),
        warnings == null ? List.of() : List.of(warnings.split(",", -1)),
        row.getString(4),
        row.getString(5),
        LocalDate.ofEpochDay(row.getLong(6)),
        row.getLong(7));
  }
}
