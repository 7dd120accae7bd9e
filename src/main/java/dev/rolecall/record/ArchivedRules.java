package dev.rolecall.record;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Opens archived rules, and holds those that were asked for last; safe for any number of threads.
 */
final class ArchivedRules {

  /** Enough that decisions of several rulesets may alternate. */
  private static final int HELD = 32;

  private final AuditRecord record;
  private final Path cache;
  private final Map<String, Opened> held = new LinkedHashMap<>(HELD, 0.75f, true);

  ArchivedRules(AuditRecord record, Path cache) {
    this.record = record;
    this.cache = cache;
  }

  /** What came of opening rules. */
  sealed interface Opened {}

  /**
   * @param ruleset guarded and compiled like any other
   * @param decisions reads the entries that rest on it
   */
  record Ready(Ruleset ruleset, RecordedDecisions decisions) implements Opened {}

  /** They cannot be used. */
  record Closed(Replayed.Reason reason, String words) implements Opened {
    Replayed cannot(Listing decision) {
      return new Replayed.Cannot(decision, reason, words);
    }
  }

  /** The rules of a decision. */
  synchronized Opened of(Listing decision) {
    String hash = String.valueOf(decision.about().ruleset());
    Opened opened = held.get(hash);
    if (opened == null) {
      opened = open(hash);
      held.put(hash, opened);
      if (held.size() > HELD) {
        held.remove(held.keySet().iterator().next());
      }
    }
    return opened;
  }

  private Opened open(String hash) {
    Optional<RuleFiles> found = record.ruleset(hash);
    String name = "ruleset " + hash.substring(0, Math.min(hash.length(), 12));
    if (found.isEmpty()) {
      return new Closed(Replayed.Reason.DAMAGED, name + " is not in the archive");
    }
    RuleFiles files = found.get();
    if (!files.hash().equals(hash)) {
      return new Closed(Replayed.Reason.DAMAGED, name + " was altered in the archive");
    }
    Result<Ruleset> opened = files.open(cache);
    if (opened instanceof Result.Ok<Ruleset> ok) {
      return new Ready(ok.value(), new RecordedDecisions(ok.value().rulebook()));
    }
    Problem first = ((Result.Refused<Ruleset>) opened).problems().get(0);
    return new Closed(
        Replayed.Reason.REFUSED, "this version of Rolecall refuses its rules: " + first);
  }
}
