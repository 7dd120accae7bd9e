package dev.rolecall.intake;

import dev.rolecall.cue.Conflict;
import dev.rolecall.cue.Cues;
import dev.rolecall.cue.Inferred;
import dev.rolecall.cue.Reading;
import dev.rolecall.cue.Repeated;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets descriptions answer what nobody stated. What is stated counts, whatever a description says;
 * and where a case is out of scope by what is stated, its description is not read. For any number
 * of threads.
 */
public final class Descriptions {

  /** Without cues they say nothing. */
  static final Descriptions SILENT =
      new Descriptions(() -> Result.ok(Cues.NONE), situation -> false, null);

  private final Supplier<Result<Cues>> reading;
  private final Predicate<Situation> inScope;
  private final @Nullable Repeated repeated;
  private volatile @Nullable Result<Cues> cues;

  private Descriptions(
      Supplier<Result<Cues>> reading, Predicate<Situation> inScope, @Nullable Repeated repeated) {
    this.reading = reading;
    this.inScope = inScope;
    this.repeated = repeated;
  }

  /** As a ruleset reads them; or what is wrong with its cues. */
  public static Result<Descriptions> of(Ruleset ruleset) {
    Descriptions descriptions = whenNeeded(ruleset);
    return Result.of(descriptions, descriptions.problems());
  }

  /** The same, for which the cues are read with the first description: most cases have none. */
  static Descriptions whenNeeded(Ruleset ruleset) {
    return new Descriptions(
        () -> Cues.of(ruleset), situation -> ruleset.findBriefly(situation).isPresent(), null);
  }

  /** The same without the sentences that an employer repeats. */
  Descriptions leavingOut(Repeated counted) {
    return new Descriptions(this::cues, inScope, counted);
  }

  /** What is wrong with the cues; while there is something, descriptions say nothing. */
  List<Problem> problems() {
    return cues() instanceof Result.Refused<Cues> refused ? refused.problems() : List.of();
  }

  boolean areRead() {
    return cues() instanceof Result.Ok<Cues> ok && !ok.value().isEmpty();
  }

  private Result<Cues> cues() {
    Result<Cues> read = cues;
    if (read == null) {
      synchronized (this) {
        read = cues == null ? reading.get() : cues;
        cues = read;
      }
    }
    return read;
  }

  /** What is known, and what a description says besides, as it was written. */
  public Situation over(Situation stated, String written) {
    return over(stated, () -> new Description("", DescriptionText.of(written)), conflict -> {});
  }

  /**
   * What is known, and what a description says besides.
   *
   * @param told of attributes that stay open, as it speaks both ways of them
   */
  Situation over(Situation stated, Supplier<Description> described, Consumer<Conflict> told) {
    if (!(cues() instanceof Result.Ok<Cues> ok) || ok.value().isEmpty() || !inScope.test(stated)) {
      return stated;
    }
    Description description = described.get();
    Reading reading = ok.value().read(description.text(), description.employer(), repeated);
    Situation.Builder known = stated.change();
    for (Inferred inferred : reading.inferred()) {
      if (known.get(inferred.attribute()) == null) {
        known.set(inferred.attribute(), Answer.inferred(inferred.value(), inferred.quote()));
      }
    }
    reading.conflicts().stream().filter(c -> known.get(c.attribute()) == null).forEach(told);
    return known.build();
  }
}
