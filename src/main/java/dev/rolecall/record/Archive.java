package dev.rolecall.record;

import dev.rolecall.ruleset.FileSet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules that entries rest on, and scenarios of rules, file by file; each set of files once. */
final class Archive {

  private final Connection connection;
  private final Set<String> known = new HashSet<>();
  private final Set<String> added = new HashSet<>();

  Archive(Connection connection) {
    this.connection = connection;
  }

  /** Within the transaction of the entries that refer to them. */
  void add(List<Draft> drafts) throws SQLException {
    added.clear();
    for (Draft draft : drafts) {
      for (Archived archived : draft.archived()) {
        String hash = archived.hash();
        if (!known.contains(hash) && added.add(hash) && !holds(hash)) {
          insert(archived);
        }
      }
    }
  }

  /** Only now is it sure that they are there. */
  void committed() {
    known.addAll(added);
  }

  boolean holds(String hash) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from ruleset where hash = ?")) {
      query.setString(1, hash);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private void insert(Archived archived) throws SQLException {
    try (PreparedStatement ruleset =
            connection.prepareStatement("insert into ruleset (hash, decision) values (?, ?)");
        PreparedStatement file =
            connection.prepareStatement(
                "insert into ruleset_file (ruleset, name, content) values (?, ?, ?)")) {
      ruleset.setString(1, archived.hash());
      ruleset.setString(2, archived.decision());
      ruleset.executeUpdate();
      for (Map.Entry<String, byte[]> one : archived.files().files().entrySet()) {
        file.setString(1, archived.hash());
        file.setString(2, one.getKey());
        file.setBytes(3, one.getValue());
        file.addBatch();
      }
      file.executeBatch();
    }
  }

  Optional<Archived> get(String hash) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select r.decision, f.name, f.content from ruleset r join ruleset_file f on f.ruleset ="
                + " r.hash where r.hash = ?")) {
      query.setString(1, hash);
      try (ResultSet row = query.executeQuery()) {
        String decision = null;
        SortedMap<String, byte[]> files = new TreeMap<>();
        while (row.next()) {
          decision = row.getString(1);
          files.put(row.getString(2), row.getBytes(3));
        }
        return decision == null
            ? Optional.empty()
            : Optional.of(new Archived(hash, decision, new FileSet(files)));
      }
    }
  }
}
