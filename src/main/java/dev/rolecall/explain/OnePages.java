package dev.rolecall.explain;

import dev.rolecall.decision.Envelope;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.space.Space;
import dev.rolecall.space.WhatIf;
import java.util.List;

/** Makes the pages of the decisions of a ruleset. Safe for any number of threads. */
public final class OnePages {

  /** How many answers may change together for a page, and the bound on work for it. */
  private static final int UP_TO = 3;

  private static final long TRIES = 200_000;

  private final Ruleset ruleset;
  private final Space space;

  public OnePages(Ruleset ruleset) {
    this.ruleset = ruleset;
    this.space = Space.of(ruleset.rulebook());
  }

  public OnePage of(Envelope envelope) {
    return OnePage.of(
        envelope,
        WhatIf.search(
            ruleset, space, envelope.decision().situation(), List.of(), false, UP_TO, TRIES));
  }
}
