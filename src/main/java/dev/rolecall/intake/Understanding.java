package dev.rolecall.intake;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Operator;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Test;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What inputs are understood by: what can be asked, what columns are called, and which values the
 * rules treat alike.
 */
public final class Understanding {

  private final Vocabulary vocabulary;
  private final ColumnNames names;
  private final Map<Attribute, List<Test.Comparison>> comparisons;
  private final Statuses statuses;

  private Understanding(
      Vocabulary vocabulary,
      ColumnNames names,
      Map<Attribute, List<Test.Comparison>> comparisons,
      Statuses statuses) {
    this.vocabulary = vocabulary;
    this.names = names;
    this.comparisons = Map.copyOf(comparisons);
    this.statuses = statuses;
  }

  /** Without rules: every range is then as good as its least value. */
  public static Understanding of(Vocabulary vocabulary) {
    return new Understanding(vocabulary, ColumnNames.of(vocabulary), Map.of(), Statuses.ALL);
  }

  /** That of a ruleset, with the names of columns that its folder lists. */
  public static Result<Understanding> of(Ruleset ruleset) {
    Vocabulary vocabulary = ruleset.vocabulary();
    return names(ruleset.files(), vocabulary)
        .then(
            names ->
                Result.ok(
                    new Understanding(
                        vocabulary, names, comparisons(ruleset.rulebook()), Statuses.ALL)));
  }

  /** The same, of which only requisitions of these statuses are read. */
  public Understanding reading(Statuses wanted) {
    return new Understanding(vocabulary, names, comparisons, wanted);
  }

  /** The same where somebody said what some columns are for. */
  public Understanding with(Mapping mapping) {
    return new Understanding(vocabulary, names.with(mapping), comparisons, statuses);
  }

  /** What is wrong with the tables that inputs are read by, before any rule is compiled. */
  public static List<Problem> problems(RuleFiles files, Vocabulary vocabulary) {
    return names(files, vocabulary) instanceof Result.Refused<ColumnNames> refused
        ? refused.problems()
        : List.of();
  }

  private static Result<ColumnNames> names(RuleFiles files, Vocabulary vocabulary) {
    if (!files.files().containsKey(ColumnNames.FILE)) {
      return Result.ok(ColumnNames.of(vocabulary));
    }
    String file = files.shown() + "/" + ColumnNames.FILE;
    try {
      return ColumnNames.read(vocabulary, file, files.text(ColumnNames.FILE));
    } catch (CharacterCodingException e) {
      return Result.refused(Place.of(file), "it is not UTF-8; save it with that encoding");
    }
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  ColumnNames names() {
    return names;
  }

  Statuses statuses() {
    return statuses;
  }

  private static Map<Attribute, List<Test.Comparison>> comparisons(Rulebook rulebook) {
    Map<Attribute, List<Test.Comparison>> comparisons = new HashMap<>();
    rulebook.rules().stream()
        .flatMap(rule -> rule.when().comparisons())
        .forEach(c -> comparisons.computeIfAbsent(c.attribute(), a -> new ArrayList<>()).add(c));
    return comparisons;
  }

  /** Whether no rule tells any two values apart of those from the least to the most. */
  boolean isAlike(Attribute attribute, BigDecimal least, BigDecimal most) {
    return comparisons.getOrDefault(attribute, List.of()).stream()
        .flatMap(c -> c.literals().stream().map(literal -> new Cut(c.operator(), literal)))
        .noneMatch(cut -> cut.parts(least, most));
  }

  /** A constant that an attribute is compared with. */
  private record Cut(Operator operator, Literal literal) {

    /** Whether the comparison holds of some of the values between and not of others. */
    boolean parts(BigDecimal least, BigDecimal most) {
      if (!(literal.value() instanceof Number)) {
        return false;
      }
      BigDecimal constant = new BigDecimal(literal.value().toString());
      int below = least.compareTo(constant);
      int above = most.compareTo(constant);
      return switch (operator) {
        case GREATER, AT_MOST -> below <= 0 && above > 0;
        case AT_LEAST, LESS -> below < 0 && above >= 0;
        default -> below <= 0 && above >= 0;
      };
    }
  }
}
