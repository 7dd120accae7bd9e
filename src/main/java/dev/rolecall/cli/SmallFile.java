package dev.rolecall.cli;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;

/** Text of a file that a command line names beside its input: a key, a head. */
final class SmallFile {

  private static final long LARGEST = 64 * 1024;

  private SmallFile() {}

  /** What a file holds, by a reader that takes its name and its text; or the end of the command. */
  static <T> T read(Path file, BiFunction<String, String, Result<T>> reader) {
    Result<T> read = text(file).then(text -> reader.apply(file.toString(), text));
    return Refused.unless(read, ExitCode.INPUT_REFUSED);
  }

  private static Result<String> text(Path file) {
    Place at = Place.of(file.toString());
    try {
      return Files.size(file) > LARGEST
          ? Result.refused(at, "it is too large to be meant")
          : Result.ok(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Result.refused(at, Files.exists(file) ? "it cannot be read" : "there is no such file");
    }
  }
}
