package dev.rolecall.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.intake.Intake;
import dev.rolecall.ruleset.Sha256;
import java.nio.file.Path;
import java.util.List;

/**
 * What a batch reads and writes, from the root of the disk. Its entry says their names, and by what
 * it is found again a digest of where they are: {@code {"inputs": […], "out": …, "places": …}}.
 * Names of folders are often those of people.
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

  private static String name(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode names = json.putArray("inputs");
    inputs.forEach(input -> names.add(name(input)));
    return json.put("out", name(out))
        .put("places", Sha256.of(String.join("\n", inputs) + "\n" + out));
  }

  /** Whether a batch with these words in its entry read and wrote the same. */
  boolean areIn(JsonNode words) {
    return json().equals(words);
  }
}
