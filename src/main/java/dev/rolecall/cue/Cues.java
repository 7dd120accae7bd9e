package dev.rolecall.cue;

import dev.rolecall.document.CsvTable;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Alike;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.vocabulary.Vocabulary;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cues of a ruleset: which words of a description speak for which value of an attribute. They
 * are immutable, and any number of threads may read with them.
 */
public final class Cues {

  /** The file in the folder of the rules. */
  public static final String FILE = "cues.csv";

  /** What the cues for a value must weigh together before it is inferred. */
  static final int ENOUGH = 3;

  /** Those of rules that read no descriptions. */
  public static final Cues NONE = new Cues(null);

  private final @Nullable CueTable table;

  private Cues(@Nullable CueTable table) {
    this.table = table;
  }

  /** Those of a ruleset; none where its folder has no such file. */
  public static Result<Cues> of(Ruleset ruleset) {
    return of(ruleset.files(), ruleset.rulebook());
  }

  /** Those among the files of a ruleset, which need not be compiled. */
  public static Result<Cues> of(RuleFiles files, Rulebook rulebook) {
    if (!files.files().containsKey(FILE)) {
      return Result.ok(NONE);
    }
    String file = files.shown() + "/" + FILE;
    try {
      return read(rulebook.vocabulary(), Alike.of(rulebook), file, files.text(FILE));
    } catch (CharacterCodingException e) {
      return Result.refused(Place.of(file), "it is not UTF-8; save it with that encoding");
    }
  }

  /**
   * Reads a table, or says all that is wrong with it.
   *
   * @param alike which numbers the rules cannot tell apart: a range of others is no value
   */
  public static Result<Cues> read(Vocabulary vocabulary, Alike alike, String file, String text) {
    return CsvTable.read(file, text)
        .then(lines -> new CueReader(vocabulary, file).read(lines, alike))
        .then(table -> Result.ok(new Cues(table)));
  }

  /** Whether nothing can be read with them. */
  public boolean isEmpty() {
    return table == null || table.meanings().stream().noneMatch(m -> m instanceof Meaning.Cue);
  }

  /**
   * What a description says.
   *
   * @param description plain text with its paragraphs and bullets
   */
  public Reading read(String description) {
    return read(description, "", null);
  }

  /**
   * What a description says, without the sentences that its employer repeats.
   *
   * @param employer as it was counted; empty where the input names none
   */
  public Reading read(String description, String employer, @Nullable Repeated repeated) {
    if (table == null) {
      return Reading.NOTHING;
    }
    List<Evidence> evidence = new Reader(table, description).read(employer, repeated);
    return evidence.isEmpty() ? Reading.NOTHING : Tally.of(description, evidence);
  }
}
