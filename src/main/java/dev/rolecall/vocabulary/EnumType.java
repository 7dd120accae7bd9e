package dev.rolecall.vocabulary;

import dev.rolecall.problem.Place;
import java.util.List;
import java.util.Optional;

/** A declared enum; the order of its constants is their rank. */
public record EnumType(String name, Role role, List<Constant> constants, Place at) {

  /** What the constants stand for. */
  public enum Role {
    /** The answers to a question. */
    CHOICES,
    /** What the decision can come to. */
    OUTCOMES,
    /** Kinds of warnings, the most important first. */
    WARNINGS,
    /** Topics of suggestions, in the order in which they are shown. */
    TOPICS
  }

  public EnumType {
    constants = List.copyOf(constants);
  }

  public Optional<Constant> constant(String constantName) {
    int rank = rank(constantName);
    return rank < 0 ? Optional.empty() : Optional.of(constants.get(rank));
  }

  /** The label of a constant; a name that is none of them is a bug. */
  public String label(String constantName) {
    return constant(constantName)
        .orElseThrow(() -> new IllegalArgumentException(name + "." + constantName))
        .label();
  }

  /** The place of a constant in the order of declaration, from 0; -1 if it is none of them. */
  public int rank(String constantName) {
    for (int i = 0; i < constants.size(); i++) {
      if (constants.get(i).name().equals(constantName)) {
        return i;
      }
    }
    return -1;
  }

  public List<String> names() {
    return constants.stream().map(Constant::name).toList();
  }
}
