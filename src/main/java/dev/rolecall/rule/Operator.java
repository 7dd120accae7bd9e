package dev.rolecall.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How an attribute is compared with literals. */
public enum Operator {
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">="),
  IN("in"),
  NOT_IN("not in");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /** Whether it compares sizes, so that only numbers have it. */
  public boolean orders() {
    return this == LESS || this == AT_MOST || this == GREATER || this == AT_LEAST;
  }

  /** Whether Drools lets it match an unknown attribute when compared with a value. */
  public boolean holdsOfUnknown() {
    return this == NOT_EQUAL || this == NOT_IN;
  }

  public static Optional<Operator> of(String sign) {
    return Arrays.stream(values()).filter(o -> o.sign.equals(sign)).findFirst();
  }

  public static List<String> signs() {
    return Arrays.stream(values()).map(Operator::sign).toList();
  }
}
