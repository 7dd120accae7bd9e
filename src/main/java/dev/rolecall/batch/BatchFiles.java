package dev.rolecall.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.intake.Intake;
import java.nio.file.Path;
import java.util.List;

/**
 * What a batch reads and writes, by which it is found again: {@code {"inputs": […], "out": …}},
 * from the root of the disk.
 */
public record BatchFiles(List<String> inputs, String out) {

  public BatchFiles {
    inputs = List.copyOf(inputs);
  }

  /**
   * @param inputs as {@link Intake#open} takes them
   */
  public static BatchFiles of(List<String> inputs, Path out) {
    return new BatchFiles(
        inputs.stream().map(f -> f.equals(Intake.STDIN) ? f : absolute(Path.of(f))).toList(),
        absolute(out));
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    inputs.forEach(json.putArray("inputs")::add);
    return json.put("out", out);
  }

  /** Whether a batch with these words in its entry read and wrote the same. */
  boolean areIn(JsonNode words) {
    return json().equals(words);
  }
}
