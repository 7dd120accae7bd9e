package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files read as the project's hiring rules understand them. */
final class Inputs {

  static final Understanding HIRING = hiring();

  private Inputs() {}

  private static Understanding hiring() {
    Result<Ruleset> opened =
        RulesFolder.open(Path.of("rules"), "hiring", Path.of("target/test-home/cache"));
    return value(opened.then(Understanding::of));
  }

  static <T> T value(Result<T> result) {
    assertThat(result).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<T>) result).value();
  }

  /** What came of a file: its rows, what they say, and what is said of it. */
  record Came(
      List<String> columns,
      List<Row> rows,
      List<Map<String, Object>> known,
      List<String> problems,
      List<String> notes) {}

  static Came read(Path file) throws IOException {
    return read(open(file));
  }

  static Came read(Result<Intake> opened) throws IOException {
    try (Intake intake = value(opened)) {
      List<Row> rows = new ArrayList<>();
      List<Map<String, Object>> known = new ArrayList<>();
      List<String> problems = new ArrayList<>();
      for (Row row = intake.next(); row != null; row = intake.next()) {
        rows.add(row);
        if (row.situation() instanceof Result.Ok<Situation> ok) {
          known.add(known(ok.value()));
        } else if (row.situation() instanceof Result.Refused<Situation> refused) {
          refused.problems().stream().map(Problem::toString).forEach(problems::add);
        }
      }
      return new Came(intake.columns(), rows, known, problems, intake.notes());
    }
  }

  static Result<Intake> open(Path file) {
    return Intake.open(file.toString(), Optional.empty(), HIRING, InputStream.nullInputStream());
  }

  /** Why a file cannot be opened. */
  static String refused(Path file) {
    Result<Intake> opened = open(file);
    assertThat(opened).isInstanceOf(Result.Refused.class);
    return ((Result.Refused<Intake>) opened).problems().toString();
  }

  private static Map<String, Object> known(Situation situation) {
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("id", situation.id());
    for (Attribute attribute : situation.vocabulary().attributes()) {
      situation.answer(attribute).map(Answer::value).ifPresent(v -> known.put(attribute.path(), v));
    }
    return known;
  }

  /** The one row of a table of one row. */
  static Map<String, Object> one(Path folder, String table) throws IOException {
    Path file = folder.resolve("one.csv");
    Files.write(file, table.getBytes(StandardCharsets.UTF_8));
    List<Map<String, Object>> known = read(file).known();
    assertThat(known).hasSize(1);
    return known.get(0);
  }
}
