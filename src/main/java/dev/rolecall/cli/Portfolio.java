package dev.rolecall.cli;

import dev.rolecall.batch.Impact;
import dev.rolecall.batch.ImpactFile;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Statuses;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Files of cases on which two versions of the rules are tried. */
record Portfolio(List<String> files, Input input, Statuses statuses) {

  /**
   * Decides every case under both versions; or the end of the command. Which requisitions are open
   * is for the later version to say.
   *
   * @param out gets the cases that change; null where nobody wants them
   * @param err gets what people should know of the reading
   */
  Impact impact(Ruleset before, Ruleset after, @Nullable Path out, PrintWriter err)
      throws IOException {
    check(before, after, out);
    Result<List<Intake>> was = input.read(files, before, Statuses.ALL);
    Result<List<Intake>> now = input.read(files, after, statuses);
    List<Intake> ofBefore = opened(was, now, "earlier");
    List<Intake> ofAfter = opened(now, was, "later");
    try {
      Impact impact =
          out == null
              ? Impact.of(before, after, ofBefore, ofAfter, (in, row, situation, moved) -> {})
              : written(before, after, ofBefore, ofAfter, out);
      Intake.notes(ofAfter).forEach(err::println);
      if (impact.rows() == 0) {
        throw StatusOption.nothing(ofAfter);
      }
      return impact;
    } finally {
      for (Intake opened : ofBefore) {
        opened.close();
      }
      for (Intake opened : ofAfter) {
        opened.close();
      }
    }
  }

  /** What only one version of the rules refuses is told with a way out. */
  private static List<Intake> opened(
      Result<List<Intake>> read, Result<List<Intake>> byTheOther, String version) {
    if (read instanceof Result.Refused<List<Intake>> refused
        && byTheOther instanceof Result.Ok<List<Intake>>) {
      List<Problem> problems = new ArrayList<>();
      refused
          .problems()
          .forEach(
              p -> problems.add(new Problem(p.at(), "the " + version + " rules: " + p.message())));
      problems.add(
          new Problem(
              Place.of(""),
              "both versions read the same files: take out of a copy what only one of them knows,"
                  + " and try that"));
      throw new Refused(ExitCode.INPUT_REFUSED, problems);
    }
    return Refused.unless(read, ExitCode.INPUT_REFUSED);
  }

  private void check(Ruleset before, Ruleset after, @Nullable Path out) {
    if (!before.vocabulary().recorded() || !after.vocabulary().recorded()) {
      throw Refused.usage(
          "`"
              + after.vocabulary().decision()
              + "` is for a person's own use (@record(none)); it is not tried on files of cases");
    }
    if (files.contains(Intake.STDIN)) {
      throw Refused.usage("each file is read twice, so the standard input cannot be one of them");
    }
    if (out != null && !out.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw Refused.usage("`--out " + out + "`: the name must end with .csv");
    }
    if (out != null) {
      OutFile.check("--out " + out, out, files);
    }
  }

  private Impact written(
      Ruleset before, Ruleset after, List<Intake> ofBefore, List<Intake> ofAfter, Path out) {
    try (ImpactFile file = new ImpactFile(out, ofAfter)) {
      Impact impact = Impact.of(before, after, ofBefore, ofAfter, file);
      file.complete();
      return impact;
    } catch (IOException e) {
      throw OutFile.notWritten(out, e);
    }
  }

  /** Names the rows that could not be read; what the command says when it ends. */
  int told(Impact impact, PrintWriter err) {
    impact.problems().forEach(err::println);
    if (impact.furtherProblems() > 0) {
      err.println("… and " + impact.furtherProblems() + " more");
    }
    return impact.unread() + impact.readByOne() == impact.rows()
        ? ExitCode.INPUT_REFUSED
        : ExitCode.DONE;
  }
}
