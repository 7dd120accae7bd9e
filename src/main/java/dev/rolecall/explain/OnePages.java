package dev.rolecall.explain;

import dev.rolecall.decision.Envelope;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import dev.rolecall.space.Space;
import dev.rolecall.space.WhatIf;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the pages of the decisions of a ruleset. What would change an answer is searched once for
 * all situations that rules cannot tell apart by what is known. Safe for any number of threads.
 */
public final class OnePages {

  /** How many answers may change together for a page, and the bound on work for it. */
  private static final int UP_TO = 3;

  private static final long TRIES = 200_000;

  /** Searches that are remembered. */
  private static final int REMEMBERED = 10_000;

  private final Ruleset ruleset;
  private final Space space;
  private final List<Attribute> read;
  private final Map<List<Optional<Known>>, WhatIf.Found> searched = new ConcurrentHashMap<>();

  private record Known(Object value, Origin origin) {}

  public OnePages(Ruleset ruleset) {
    this.ruleset = ruleset;
    this.space = Space.of(ruleset.rulebook());
    this.read = ruleset.vocabulary().attributes().stream().filter(this::isRead).toList();
  }

  /** Of what frames a situation, only what a rule compares; all else counts as an answer, too. */
  private boolean isRead(Attribute attribute) {
    return space.axis(attribute).isPresent()
        || ruleset.vocabulary().factOf(attribute).role() != FactType.Role.CONTEXT;
  }

  public OnePage of(Envelope envelope) {
    return OnePage.of(envelope, found(envelope.decision().situation()));
  }

  private WhatIf.Found found(Situation situation) {
    List<Optional<Known>> known = known(ruleset.derive(situation));
    WhatIf.Found before = searched.get(known);
    if (before != null) {
      return before;
    }
    WhatIf.Found found = WhatIf.search(ruleset, space, situation, List.of(), false, UP_TO, TRIES);
    if (searched.size() < REMEMBERED) {
      searched.put(known, found);
    }
    return found;
  }

  private List<Optional<Known>> known(Situation situation) {
    return read.stream().map(a -> situation.answer(a).map(OnePages::known)).toList();
  }

  private static Known known(Answer answer) {
    return new Known(answer.value(), answer.origin());
  }
}
