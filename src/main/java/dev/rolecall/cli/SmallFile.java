package dev.rolecall.cli;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;

/** Text of a file that a command line names beside its input: a key, a head. */
final class SmallFile {

  private static final int LARGEST = 64 * 1024;

  private static final int LARGEST_TEXT = 1024 * 1024;

  private SmallFile() {}

  /** What a file holds, by a reader that takes its name and its text; or the end of the command. */
  static <T> T read(Path file, BiFunction<String, String, Result<T>> reader) {
    Result<T> read = text(file).then(text -> reader.apply(file.toString(), text));
    return Refused.unless(read, ExitCode.INPUT_REFUSED);
  }

  /** The words of a person in a file. */
  static Result<String> words(Path file) {
    return bytes(file, LARGEST_TEXT)
        .then(
            bytes -> {
              try {
                CharBuffer text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                return Result.ok(text.toString().replaceFirst("^\uFEFF", ""));
              } catch (CharacterCodingException e) {
                return Result.refused(
                    Place.of(file.toString()), "it is not UTF-8; save it with that encoding");
              }
            });
  }

  private static Result<String> text(Path file) {
    return bytes(file, LARGEST)
        .then(bytes -> Result.ok(new String(bytes, StandardCharsets.ISO_8859_1)));
  }

  private static Result<byte[]> bytes(Path file, int largest) {
    Place at = Place.of(file.toString());
    if (Files.isDirectory(file)) {
      return Result.refused(at, "this is a directory; a file is expected");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(largest + 1);
      return bytes.length > largest
          ? Result.refused(at, "it is too large to be meant")
          : Result.ok(bytes);
    } catch (IOException e) {
      return Result.refused(at, Files.exists(file) ? "it cannot be read" : "there is no such file");
    }
  }
}
