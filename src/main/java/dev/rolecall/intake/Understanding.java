package dev.rolecall.intake;

import dev.rolecall.cue.Repeated;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Alike;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * What inputs are understood by: what can be asked, what columns are called, which values the rules
 * treat alike, and what descriptions say.
 */
public final class Understanding {

  private final Vocabulary vocabulary;
  private final ColumnNames names;
  private final Alike alike;
  private final Statuses statuses;
  private final Descriptions descriptions;
  private final boolean forgiving;

  private Understanding(
      Vocabulary vocabulary,
      ColumnNames names,
      Alike alike,
      Statuses statuses,
      Descriptions descriptions,
      boolean forgiving) {
    this.vocabulary = vocabulary;
    this.names = names;
    this.alike = alike;
    this.statuses = statuses;
    this.descriptions = descriptions;
    this.forgiving = forgiving;
  }

  /** Without rules: every range is then as good as its least value. */
  public static Understanding of(Vocabulary vocabulary) {
    return new Understanding(
        vocabulary,
        ColumnNames.of(vocabulary),
        Alike.withoutRules(),
        Statuses.ALL,
        Descriptions.SILENT,
        false);
  }

  /** That of a ruleset, with the names of columns and the cues that its folder lists. */
  public static Result<Understanding> of(Ruleset ruleset) {
    return names(ruleset.files(), ruleset.vocabulary())
        .then(names -> Result.ok(of(ruleset, names)));
  }

  private static Understanding of(Ruleset ruleset, ColumnNames names) {
    return new Understanding(
        ruleset.vocabulary(),
        names,
        Alike.of(ruleset.rulebook()),
        Statuses.ALL,
        Descriptions.whenNeeded(ruleset),
        false);
  }

  /** The same, of which only requisitions of these statuses are read. */
  public Understanding reading(Statuses wanted) {
    return new Understanding(vocabulary, names, alike, wanted, descriptions, forgiving);
  }

  /** The same where somebody said what some columns are for. */
  public Understanding with(Mapping mapping) {
    return new Understanding(
        vocabulary, names.with(mapping), alike, statuses, descriptions, forgiving);
  }

  /** The same, by which a header that is not understood is told of instead of refused. */
  public Understanding forgiving() {
    return new Understanding(vocabulary, names, alike, statuses, descriptions, true);
  }

  boolean isForgiving() {
    return forgiving;
  }

  /** The same without the sentences of descriptions that an employer repeats. */
  Understanding leavingOut(Repeated repeated) {
    return new Understanding(
        vocabulary, names, alike, statuses, descriptions.leavingOut(repeated), forgiving);
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

  Descriptions descriptions() {
    return descriptions;
  }

  Statuses statuses() {
    return statuses;
  }

  /** Whether no rule tells any two values apart of those from the least to the most. */
  boolean isAlike(Attribute attribute, BigDecimal least, BigDecimal most) {
    return alike.are(attribute, least, most);
  }
}
