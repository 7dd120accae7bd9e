package dev.rolecall.record;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules and scenarios that entries rest on: all of them have to be in the archive, whole. */
final class Resting {

  /** Each with the first entry that rests on it. */
  private final Map<String, Listing> rules = new LinkedHashMap<>();

  private final Map<String, Long> scenarios = new LinkedHashMap<>();

  void add(Entry entry) {
    Listing listing = entry.listing();
    if (listing.about().ruleset() != null) {
      rules.putIfAbsent(listing.about().ruleset(), listing);
    }
    if (listing.kind() == Kind.PUBLISH || listing.kind() == Kind.ARCHIVE) {
      Publication.scenarios(entry)
          .ifPresent(hash -> scenarios.putIfAbsent(hash, listing.sequence()));
    }
  }

  void isIn(Archive archive) throws SQLException, Fault {
    for (Map.Entry<String, Listing> one : rules.entrySet()) {
      Listing entry = one.getValue();
      Archived found = whole("rules", one.getKey(), entry.sequence(), archive);
      if (!found.decision().equals(entry.about().decision())) {
        throw altered("rules", one.getKey(), entry.sequence());
      }
    }
    for (Map.Entry<String, Long> one : scenarios.entrySet()) {
      whole("scenarios", one.getKey(), one.getValue(), archive);
    }
  }

  private static Archived whole(String what, String hash, long sequence, Archive archive)
      throws SQLException, Fault {
    Archived found = archive.get(hash).orElse(null);
    if (found == null) {
      throw new Fault(sequence, named(what, hash, sequence) + " are not there");
    }
    if (!found.files().hash().equals(hash)) {
      throw altered(what, hash, sequence);
    }
    return found;
  }

  private static Fault altered(String what, String hash, long sequence) {
    return new Fault(sequence, named(what, hash, sequence) + " were altered");
  }

  private static String named(String what, String hash, long sequence) {
    return "the " + what + " " + hash + ", on which entry " + sequence + " rests,";
  }
}
