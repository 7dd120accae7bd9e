package dev.rolecall.cli;

import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Row;
import dev.rolecall.intake.Statuses;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Entry;
import dev.rolecall.record.Named;
import dev.rolecall.record.RecordedDecisions;
import dev.rolecall.record.Store;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Where a command finds the case that it is asked about: in a file, or in the record. */
final class CaseSource {

  /** For the help of a parameter that names it. */
  static final String DESCRIPTION =
      "CSV, JSON, JSON Lines or YAML; - is the standard input. Or a requisition of the record, asked under the rules that it was decided by.";

  @Mixin private Input input = new Input();
  @Mixin private StoreOption store = new StoreOption();

  /** Reads a case. */
  interface Reading {
    Situation read() throws IOException;
  }

  /** The rules that a case is asked under, and the case, to be read behind them. */
  record Asked(Ruleset ruleset, Reading reading) {

    /** The case that is meant; or the end of the command. */
    Situation situation() throws IOException {
      return reading.read();
    }
  }

  /**
   * Where the case is; or the end of the command.
   *
   * @param named a file; where there is none, what the record calls it
   * @param id of the case, where the file holds several
   */
  Asked find(String named, @Nullable String id, Folders folders, PrintWriter err) {
    Store kept = store.store(folders);
    if (id == null && !isFile(named) && kept.exists()) {
      return recorded(kept, named, folders, err);
    }
    Ruleset ruleset = folders.ruleset();
    return new Asked(ruleset, () -> read(named, id, ruleset));
  }

  private static boolean isFile(String named) {
    return named.equals(Intake.STDIN) || Files.exists(Path.of(named));
  }

  private static Asked recorded(Store kept, String named, Folders folders, PrintWriter err) {
    try (AuditRecord record = AuditRecord.openExisting(kept)) {
      Entry entry = Refused.unless(decision(record, named), ExitCode.INPUT_REFUSED);
      String hash = String.valueOf(entry.listing().about().ruleset());
      Ruleset then = record.ruleset(hash).map(folders::open).orElseThrow(() -> gone(record, hash));
      err.println(
          "From the record: entry %d, under the rules that it was decided by (%s)."
              .formatted(entry.listing().sequence(), hash.substring(0, 12)));
      Situation situation = new RecordedDecisions(then.rulebook()).situation(entry);
      return new Asked(then, () -> situation);
    }
  }

  private static Result<Entry> decision(AuditRecord record, String named) {
    Result<Entry> found = new Named(record).reliable(named);
    return found instanceof Result.Refused<Entry> refused
        ? Result.refused(
            Place.of(named), "there is no such file, and " + refused.problems().get(0).message())
        : found;
  }

  private static Refused gone(AuditRecord record, String hash) {
    return new Refused(
        ExitCode.RECORD,
        List.of(new Problem(Place.of(record.shown()), "the rules " + hash + " are not there")));
  }

  private Situation read(String file, @Nullable String id, Ruleset ruleset) throws IOException {
    List<String> ids = new ArrayList<>();
    Situation first = null;
    try (Intake cases = input.open(List.of(file), ruleset, Statuses.ALL).get(0)) {
      for (Row row = cases.next(); row != null; row = cases.next()) {
        Result<Situation> read = row.situation();
        if (read instanceof Result.Ok<Situation> ok) {
          if (ok.value().id().equals(id)) {
            return ok.value();
          }
          ids.add(ok.value().id());
          first = first == null ? ok.value() : first;
        } else if (id == null) {
          Refused.unless(read, ExitCode.INPUT_REFUSED);
        }
      }
    }
    if (id == null && first != null && ids.size() == 1) {
      return first;
    }
    throw refused(file, id, ids);
  }

  private static Refused refused(String file, @Nullable String id, List<String> ids) {
    String message;
    if (ids.isEmpty()) {
      message = "there is no case in it";
    } else if (id == null) {
      message = "it holds " + ids.size() + " cases; say which one: " + Nearest.list(ids);
    } else {
      message = "there is no `" + id + "` in it; " + Nearest.thereAre(id, ids);
    }
    return new Refused(ExitCode.INPUT_REFUSED, List.of(new Problem(Place.of(file), message)));
  }
}
