package dev.rolecall.ruleset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The classes that rules were compiled to.
 *
 * @param classes class files by binary name
 */
record Compiled(Map<String, byte[]> classes) {

  private static final String CLASS = ".class";
  private static final Pattern MODEL =
      Pattern.compile(Pattern.quote(Printer.PACKAGE + ".Rules") + "[0-9A-F]{32}");

  /** Of all entries together; a jar can claim to hold a thousand times its size. */
  private static final int LARGEST = 128 * 1024 * 1024;

  /** Reads a jar as Drools builds it, or as {@link #toJar} writes it. */
  static Compiled ofJar(byte[] jar) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    int left = LARGEST;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readNBytes(left + 1);
        left -= bytes.length;
        if (left < 0) {
          throw new IOException("the classes are too large");
        }
        if (entry.getName().endsWith(CLASS)) {
          String name = entry.getName().substring(0, entry.getName().length() - CLASS.length());
          classes.put(name.replace('/', '.'), bytes);
        }
      }
    }
    return new Compiled(classes);
  }

  /** The class that holds all the rules; there is no other one. */
  String model() {
    List<String> models = classes.keySet().stream().filter(MODEL.asMatchPredicate()).toList();
    if (models.size() != 1) {
      throw new IllegalStateException("compiled rules have " + models.size() + " models");
    }
    return models.get(0);
  }

  byte[] toJar() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> type : classes.entrySet()) {
        zip.putNextEntry(new ZipEntry(type.getKey().replace('.', '/') + CLASS));
        zip.write(type.getValue());
      }
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }
}
