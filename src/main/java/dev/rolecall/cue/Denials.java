package dev.rolecall.cue;

import dev.rolecall.document.CsvTable;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The words of English that deny, which every table of cues is read with. */
final class Denials {

  private static final String FILE = "denials.csv";

  private Denials() {}

  static List<CsvTable.Line> lines() {
    try (InputStream stream =
        Objects.requireNonNull(Denials.class.getResourceAsStream(FILE), FILE)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      if (CsvTable.read(FILE, text) instanceof Result.Ok<CsvTable> ok) {
        return ok.value().lines();
      }
      throw new AssertionError(FILE + " is shipped with us and has to be a table");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
