package dev.rolecall.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry can be found by, beside its id and time. Never free text.
 *
 * @param decision the decision's name, {@code hiring}
 * @param requisition the id that the case has elsewhere, {@code REQ-1042}
 * @param outcome the answer's constant, or {@code inconclusive}, {@code out-of-scope}
 * @param warnings kinds of warnings
 * @param ruleset the hash of the rules
 * @param subject the entry that this one is about
 */
public record About(
    @Nullable String decision,
    @Nullable String requisition,
    @Nullable String outcome,
    List<String> warnings,
    @Nullable String ruleset,
    @Nullable UUID subject) {

  public static final About NOTHING = new About(null, null, null, List.of(), null, null);

  public About {
    warnings = List.copyOf(warnings);
  }

  /** About another entry: its decision, requisition and ruleset are this one's. */
  public static About entry(Listing subject) {
    About same = subject.about();
    return new About(
        same.decision(), same.requisition(), null, List.of(), same.ruleset(), subject.id());
  }

  public static About requisition(String decision, String requisition) {
    return new About(decision, requisition, null, List.of(), null, null);
  }

  public static About ruleset(String decision, String ruleset) {
    return new About(decision, null, null, List.of(), ruleset, null);
  }

  public About withSubject(UUID entry) {
    return new About(decision, requisition, outcome, warnings, ruleset, entry);
  }

  public About withOutcome(String word) {
    return new About(decision, requisition, word, warnings, ruleset, subject);
  }
}
