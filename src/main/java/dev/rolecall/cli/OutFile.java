package dev.rolecall.cli;

import dev.rolecall.file.WholeFile;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.record.Store;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A file that a command line names to be written, and why it cannot be. */
final class OutFile {

  private OutFile() {}

  /** Ends the command before it begins where the file could not be written. */
  static void check(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw notWritten(file, "there is no folder `" + folder + "`; make it first");
    }
    if (Files.isDirectory(file)) {
      throw notWritten(file, "it is a folder");
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw notWritten(file, "it is there already and may not be changed");
    }
    if (Store.isDatabase(file)) {
      throw notWritten(file, "it is a database, maybe a record; choose another name");
    }
  }

  /**
   * The same where it would be written over an input.
   *
   * @param option that names it, with what the command line says there
   */
  static void check(String option, Path file, List<String> inputs) {
    check(file);
    for (String input : inputs) {
      if (isSame(input, file)) {
        throw Refused.usage(
            "`%s` would write over the input `%s`; choose another name".formatted(option, input));
      }
    }
  }

  private static boolean isSame(String input, Path file) {
    try {
      return !input.equals(Intake.STDIN)
          && Files.exists(file)
          && Files.isSameFile(Path.of(input), file);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  /** All of it, in the place of what stands there; or the end of the command. */
  static void write(Path file, byte[] bytes) {
    try {
      WholeFile.write(file, bytes);
    } catch (IOException e) {
      throw notWritten(file, e);
    }
  }

  static Refused notWritten(Path file, IOException e) {
    return notWritten(file, reason(e));
  }

  static Refused notWritten(Path file, String reason) {
    return new Refused(
        ExitCode.NOT_WRITTEN,
        List.of(new Problem(Place.of(file.toString()), "it cannot be written: " + reason)));
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "writing there is not permitted";
    }
    if (e instanceof NoSuchFileException) {
      return "its folder is not there";
    }
    if (e instanceof FileSystemException f) {
      return f.getReason() == null ? "its place cannot be written to" : f.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
