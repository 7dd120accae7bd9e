package dev.rolecall.scenario;

import dev.rolecall.intake.Descriptions;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads scenario files of one decision. */
public final class ScenarioFiles {

  /** The largest scenario file, in bytes. */
  static final int LARGEST = 1024 * 1024;

  private ScenarioFiles() {}

  /** Reads these files in the names of a ruleset; refused with all problems of all of them. */
  public static Result<List<ScenarioFile>> read(Ruleset ruleset, List<Path> files) {
    return Descriptions.of(ruleset).then(read -> read(ruleset, read, files));
  }

  private static Result<List<ScenarioFile>> read(
      Ruleset ruleset, Descriptions descriptions, List<Path> files) {
    List<Problem> problems = new ArrayList<>();
    List<ScenarioFile> read = new ArrayList<>();
    for (Path file : files) {
      Result<ScenarioFile> one =
          text(file)
              .then(
                  text -> ScenarioReader.read(ruleset.rulebook(), descriptions, shown(file), text));
      if (one instanceof Result.Ok<ScenarioFile> ok) {
        read.add(ok.value());
      } else if (one instanceof Result.Refused<ScenarioFile> refused) {
        problems.addAll(refused.problems());
      }
    }
    return Result.of(List.copyOf(read), problems);
  }

  private static Result<String> text(Path file) {
    Place at = Place.of(shown(file));
    try {
      if (Files.size(file) > LARGEST) {
        return Result.refused(
            at, "it has " + Files.size(file) + " bytes; at most " + LARGEST + " are allowed");
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return Result.ok(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Result.refused(at, "it is not UTF-8; save it with that encoding");
    } catch (IOException e) {
      return Result.refused(at, "it cannot be read");
    }
  }

  /** A path as messages show it, alike on every system. */
  static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }
}
