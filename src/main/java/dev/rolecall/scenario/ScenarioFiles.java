package dev.rolecall.scenario;

import dev.rolecall.intake.Descriptions;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.FileSet;
import dev.rolecall.ruleset.Ruleset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads scenario files of one decision. */
public final class ScenarioFiles {

  /** The largest scenario file, in bytes. */
  static final int LARGEST = 1024 * 1024;

  private ScenarioFiles() {}

  /** Reads these files in the names of a ruleset; refused with all problems of all of them. */
  public static Result<List<ScenarioFile>> read(Ruleset ruleset, List<Path> files) {
    Map<String, Result<String>> texts = new LinkedHashMap<>();
    files.forEach(file -> texts.put(shown(file), text(file)));
    return read(ruleset, texts);
  }

  /** The same of files that stand in no folder, which messages name as they are named there. */
  static Result<List<ScenarioFile>> read(Ruleset ruleset, FileSet files) {
    Map<String, Result<String>> texts = new LinkedHashMap<>();
    files.files().forEach((name, bytes) -> texts.put(name, decoded(Place.of(name), bytes)));
    return read(ruleset, texts);
  }

  private static Result<List<ScenarioFile>> read(
      Ruleset ruleset, Map<String, Result<String>> texts) {
    return Descriptions.of(ruleset).then(descriptions -> read(ruleset, descriptions, texts));
  }

  private static Result<List<ScenarioFile>> read(
      Ruleset ruleset, Descriptions descriptions, Map<String, Result<String>> texts) {
    List<Problem> problems = new ArrayList<>();
    List<ScenarioFile> read = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          Result<ScenarioFile> one =
              text.then(t -> ScenarioReader.read(ruleset.rulebook(), descriptions, name, t));
          if (one instanceof Result.Ok<ScenarioFile> ok) {
            read.add(ok.value());
          } else if (one instanceof Result.Refused<ScenarioFile> refused) {
            problems.addAll(refused.problems());
          }
        });
    return Result.of(List.copyOf(read), problems);
  }

  private static Result<String> text(Path file) {
    Place at = Place.of(shown(file));
    try {
      if (Files.size(file) > LARGEST) {
        return Result.refused(
            at, "it has " + Files.size(file) + " bytes; at most " + LARGEST + " are allowed");
      }
      return decoded(at, Files.readAllBytes(file));
    } catch (IOException e) {
      return Result.refused(at, "it cannot be read");
    }
  }

  private static Result<String> decoded(Place at, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Result.ok(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Result.refused(at, "it is not UTF-8; save it with that encoding");
    }
  }

  /** A path as messages show it, alike on every system. */
  static String shown(Path path) {
    return path.toString().replace('\\', '/');
  }
}
