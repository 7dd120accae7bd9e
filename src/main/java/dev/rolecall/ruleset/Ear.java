package dev.rolecall.ruleset;

import java.util.BitSet;

/**
 * Hears which rules speak. Compiled rules call it and nothing else, each with its position in the
 * rulebook; one that matches in several branches is heard once. Public for compiled rules only.
 */
public final class Ear {

  private final BitSet heard = new BitSet();

  public void speak(int rule) {
    heard.set(rule);
  }

  /** The rules heard since the last call. */
  BitSet take() {
    BitSet taken = (BitSet) heard.clone();
    heard.clear();
    return taken;
  }
}
