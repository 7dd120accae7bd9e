package dev.rolecall.cli;

import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Row;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * How a command is told of one case: a file, and the id of the requisition where the file holds
 * several.
 */
final class OneCase {

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "CSV, JSON, JSON Lines or YAML; - is the standard input.")
  private String file = Intake.STDIN;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REQUISITION",
      description = "Its id, where the file holds several cases.")
  private @Nullable String id;

  @Mixin private Input input = new Input();

  /** The case that is meant; or the end of the command. */
  Situation situation(Ruleset ruleset) throws IOException {
    return read(file, id, input, ruleset);
  }

  static Situation read(String file, @Nullable String id, Input input, Ruleset ruleset)
      throws IOException {
    List<String> ids = new ArrayList<>();
    Situation first = null;
    try (Intake cases = input.open(List.of(file), ruleset).get(0)) {
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
      message =
          "there is no `" + id + "` in it; there are " + Nearest.list(ids) + Nearest.maybe(id, ids);
    }
    return new Refused(ExitCode.INPUT_REFUSED, List.of(new Problem(Place.of(file), message)));
  }
}
