package dev.rolecall.cue;

import java.util.List;

/**
 * What a description says, in the order of the vocabulary. What it does not speak of, and what it
 * speaks of both ways, is not among the inferred.
 */
public record Reading(List<Inferred> inferred, List<Conflict> conflicts) {
  static final Reading NOTHING = new Reading(List.of(), List.of());

  public Reading {
    inferred = List.copyOf(inferred);
    conflicts = List.copyOf(conflicts);
  }
}
