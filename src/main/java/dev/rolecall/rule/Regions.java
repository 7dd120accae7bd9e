package dev.rolecall.rule;

import dev.rolecall.vocabulary.ValueType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where conditions hold, so that they can be compared with each other. There is one fact of each
 * type and attributes are compared with constants only, so this is exact for the facts of a
 * vocabulary. What the engine counts depends on more than itself: there a region can be larger than
 * what ever happens, never smaller.
 */
public final class Regions {

  /** A condition in more pieces than this is not judged. */
  private static final int MOST_BOXES = 256;

  private static final String DIMENSION = "dimension";

  private final Map<String, ValueType> types = new HashMap<>();
  private final Map<String, Set<Object>> constants = new HashMap<>();
  private final Map<String, Set<Optional<Object>>> values = new HashMap<>();

  private Regions() {}

  /**
   * @param conditions all that are to be compared; those of two rulesets only where their
   *     attributes have the same kinds of values
   */
  public static Regions over(Stream<Condition> conditions) {
    Regions regions = new Regions();
    conditions.flatMap(Condition::comparisons).forEach(regions::add);
    return regions;
  }

  private void add(Test.Comparison comparison) {
    String path = comparison.attribute().path();
    types.putIfAbsent(path, comparison.attribute().type());
    Set<Object> known = constants.computeIfAbsent(path, p -> new LinkedHashSet<>());
    for (Literal literal : comparison.literals()) {
      if (literal.value() != null) {
        known.add(literal.value());
      }
    }
  }

  /** Where a condition holds; empty where that is not judged. */
  public Optional<Region> of(Condition condition) {
    try {
      return Optional.of(where(condition, true));
    } catch (NotJudged e) {
      return Optional.empty();
    }
  }

  /** Whether a comparison holds of every value but the unknown one, so that it tests nothing. */
  public boolean isAlways(Test.Comparison comparison) {
    boolean ofUnknown = comparison.literals().stream().anyMatch(l -> l.value() == null);
    return !ofUnknown
        && values(comparison.attribute().path()).stream()
            .allMatch(value -> value.isEmpty() || holds(comparison, value));
  }

  /** A value of every class of an attribute, by its path; the unknown one first. */
  public Set<Optional<Object>> values(String key) {
    return values.computeIfAbsent(
        key,
        k -> {
          String path = k.substring(k.indexOf('/') + 1);
          Set<Optional<Object>> all = new LinkedHashSet<>(Set.of(Optional.empty()));
          ValueType type = Objects.requireNonNull(types.get(path));
          Representatives.of(type, constants.getOrDefault(path, Set.of()))
              .forEach(value -> all.add(Optional.of(value)));
          return all;
        });
  }

  private Region where(Condition condition, boolean wanted) throws NotJudged {
    if (condition instanceof Condition.Pattern pattern) {
      return where(new Test.AllOf(pattern.tests()), owner(pattern), wanted);
    }
    if (condition instanceof Condition.Not not) {
      return where(not.condition(), !wanted);
    }
    if (condition instanceof Condition.Exists exists) {
      return where(exists.condition(), wanted);
    }
    boolean all = condition instanceof Condition.AllOf;
    List<Condition> parts =
        condition instanceof Condition.AllOf every
            ? every.conditions()
            : ((Condition.AnyOf) condition).conditions();
    Region region = all == wanted ? Region.EVERYWHERE : Region.NOWHERE;
    for (Condition part : parts) {
      region = joined(region, where(part, wanted), all == wanted);
    }
    return region;
  }

  /** There are many voices; one that names its dimension is one of them. */
  private static String owner(Condition.Pattern pattern) throws NotJudged {
    if (!pattern.fact().name().equals(EngineFacts.VOICE)) {
      return "";
    }
    for (Test test : pattern.tests()) {
      if (test instanceof Test.Comparison comparison && namesDimension(comparison)) {
        return comparison.literals().get(0).value() + "/";
      }
    }
    throw new NotJudged();
  }

  private static boolean namesDimension(Test.Comparison comparison) {
    return comparison.attribute().fact().equals(EngineFacts.VOICE)
        && comparison.attribute().name().equals(DIMENSION)
        && comparison.operator() == Operator.EQUAL;
  }

  private Region where(Test test, String owner, boolean wanted) throws NotJudged {
    if (test instanceof Test.Comparison comparison) {
      return comparison(comparison, owner, wanted);
    }
    if (test instanceof Test.Not not) {
      return where(not.test(), owner, !wanted);
    }
    if (test instanceof Test.Bound) {
      return wanted ? Region.EVERYWHERE : Region.NOWHERE;
    }
    boolean all = test instanceof Test.AllOf;
    List<Test> parts =
        test instanceof Test.AllOf every ? every.tests() : ((Test.AnyOf) test).tests();
    Region region = all == wanted ? Region.EVERYWHERE : Region.NOWHERE;
    for (Test part : parts) {
      region = joined(region, where(part, owner, wanted), all == wanted);
    }
    return region;
  }

  private Region comparison(Test.Comparison comparison, String owner, boolean wanted) {
    if (!owner.isEmpty() && namesDimension(comparison)) {
      boolean own = owner.equals(comparison.literals().get(0).value() + "/");
      return own == wanted ? Region.EVERYWHERE : Region.NOWHERE;
    }
    String path = comparison.attribute().path();
    Set<Optional<Object>> held = new LinkedHashSet<>();
    for (Optional<Object> value : values(path)) {
      if (holds(comparison, value) == wanted) {
        held.add(value);
      }
    }
    return Region.of(owner + path, held);
  }

  private static Region joined(Region left, Region right, boolean both) throws NotJudged {
    Region joined = both ? left.and(right) : left.or(right);
    if (joined.size() > MOST_BOXES) {
      throw new NotJudged();
    }
    return joined;
  }

  private static boolean holds(Test.Comparison comparison, Optional<Object> value) {
    return switch (comparison.operator()) {
      case EQUAL, IN -> comparison.literals().stream().anyMatch(l -> order(value, l) == 0);
      case NOT_EQUAL, NOT_IN -> comparison.literals().stream().noneMatch(l -> order(value, l) == 0);
      case LESS -> value.isPresent() && order(value, comparison.literals().get(0)) < 0;
      case AT_MOST -> value.isPresent() && order(value, comparison.literals().get(0)) <= 0;
      case GREATER -> value.isPresent() && order(value, comparison.literals().get(0)) > 0;
      case AT_LEAST -> value.isPresent() && order(value, comparison.literals().get(0)) >= 0;
    };
  }

  /** Unknown is like nothing but itself. */
  @SuppressWarnings("unchecked") // the literals of one attribute are all of its one type
  private static int order(Optional<Object> value, Literal literal) {
    if (value.isEmpty() || literal.value() == null) {
      return value.isEmpty() && literal.value() == null ? 0 : 1;
    }
    return ((Comparable<Object>) value.get()).compareTo(literal.value());
  }

  private static final class NotJudged extends Exception {
    private static final long serialVersionUID = 1L;

    NotJudged() {
      super(null, null, false, false);
    }
  }
}
