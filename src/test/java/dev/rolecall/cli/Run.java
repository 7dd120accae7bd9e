package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a command line came to, in this process, with the rules of the project. */
public record Run(int code, String out, String err) {

  /** Own files of these runs; the rules are compiled once for all of them. */
  public static final Path HOME = Path.of("target/test-home");

  /** What other tests recorded there is not remembered. */
  public static Run of(Object... arguments) {
    List<String> options = new ArrayList<>(List.of("--home", HOME.toString()));
    if (arguments[0].equals("batch") || List.of(arguments).contains("questionnaire")) {
      options.add("--no-remember");
    }
    return of(options, arguments);
  }

  /** With options behind everything else. */
  public static Run of(List<String> options, Object... arguments) {
    List<String> line = new ArrayList<>(Stream.of(arguments).map(Object::toString).toList());
    line.addAll(options);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Rolecall.run(
            new PrintWriter(out), new PrintWriter(err), false, line.toArray(String[]::new));
    assertThat(out + "" + err)
        .as("no words of the machine")
        .doesNotContain("\tat ", "Exception", "java.", "com.fasterxml", "org.", "JsonToken");
    return new Run(code, out.toString(), err.toString());
  }

  /** The command line as a process of its own. */
  public static ProcessBuilder process(Object... arguments) {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                "dev.rolecall.Main"));
    Stream.of(arguments).map(Object::toString).forEach(line::add);
    return new ProcessBuilder(line);
  }

  /** As a person edits it: what is replaced is there. */
  static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  static Path copy(Path folder, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(folder.relativize(file).toString()));
      }
    }
    return to;
  }
}
