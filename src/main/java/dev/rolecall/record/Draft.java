package dev.rolecall.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be appended: complete but for its place in the chain. Any thread may make one;
 * decisions are drafted by {@link DecisionDrafts}.
 *
 * @param listing with 0 as its sequence
 * @param tail the body without what depends on its place
 * @param archived what goes into the archive with it, if it is not there
 * @param removed what it takes out of the record
 */
public record Draft(
    Listing listing,
    String tail,
    @Nullable Sealed sealed,
    List<Archived> archived,
    List<Range> removed) {

  /**
   * An entry that is neither a decision nor a removal.
   *
   * @param content what is kept for good: no free text, no names
   * @param words free text and names; empty where there are none
   */
  public static Draft of(
      Kind kind,
      UUID id,
      Instant at,
      Author author,
      About about,
      ObjectNode content,
      ObjectNode words) {
    if (kind == Kind.DECISION || removes(kind)) {
      throw new IllegalArgumentException("not made this way: " + kind.word());
    }
    return of(new Listing(0, id, null, kind, Body.precise(at), author, about), content, words);
  }

  /**
   * A redaction, which removes the words of entries, or a retention, which removes all of them but
   * their place and hash.
   *
   * @param entries by sequence
   * @param words why, and who approved it
   */
  public static Draft removal(
      Kind kind, UUID id, Instant at, Author author, List<Range> entries, ObjectNode words) {
    if (!removes(kind)) {
      throw new IllegalArgumentException("not a removal: " + kind.word());
    }
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    Removals.write(entries, content);
    Listing listing = new Listing(0, id, null, kind, Body.precise(at), author, About.NOTHING);
    Draft draft = of(listing, content, words);
    return new Draft(listing, draft.tail, draft.sealed, List.of(), List.copyOf(entries));
  }

  /** With the rules that it is about. */
  public Draft archiving(RuleFiles files) {
    return archiving(new RulesAndScenarios(files, Optional.empty()));
  }

  /** With the rules that it is about, and their scenarios where there are any. */
  Draft archiving(RulesAndScenarios rules) {
    String decision = rules.files().decision();
    List<Archived> all = new ArrayList<>();
    all.add(new Archived(rules.files().hash(), decision, rules.files().all()));
    rules
        .hashOfScenarios()
        .ifPresent(hash -> all.add(new Archived(hash, decision, rules.scenarios().orElseThrow())));
    return new Draft(listing, tail, sealed, List.copyOf(all), removed);
  }

  static boolean removes(Kind kind) {
    return kind == Kind.REDACTION || kind == Kind.RETENTION;
  }

  private static Draft of(Listing listing, ObjectNode content, ObjectNode words) {
    Sealed sealed = words.isEmpty() ? null : Sealed.of(words.toString());
    String tail =
        Body.tail(
            listing,
            Versions.all(),
            Sealed.sealOf(sealed),
            json -> json.writeRawValue(content.toString()));
    return new Draft(listing, tail, sealed, List.of(), List.of());
  }
}
