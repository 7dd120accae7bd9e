package dev.rolecall.ruleset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The classes that rules were compiled to.
 *
 * @param classes class files by binary name
 * @param models the names of those that are Drools models
 */
record Compiled(Map<String, byte[]> classes, List<String> models) {

  private static final String MODELS = "drools-model";

  /** Reads a jar as Drools builds it, or as {@link #toJar} writes it. */
  static Compiled ofJar(byte[] jar) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    List<String> models = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".class")) {
          String name = entry.getName().substring(0, entry.getName().length() - ".class".length());
          classes.put(name.replace('/', '.'), zip.readAllBytes());
        } else if (entry.getName().endsWith(MODELS)) {
          new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(models::add);
        }
      }
    }
    models.retainAll(classes.keySet()); // the list begins with a line about its own version
    return new Compiled(classes, models);
  }

  byte[] toJar() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> type : classes.entrySet()) {
        zip.putNextEntry(new ZipEntry(type.getKey().replace('.', '/') + ".class"));
        zip.write(type.getValue());
      }
      zip.putNextEntry(new ZipEntry(MODELS));
      zip.write(String.join("\n", models).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }
}
