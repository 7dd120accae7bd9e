package dev.rolecall.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What made and runs the compiled rules. */
public final class Versions {

  private static final Properties BUILD = build();
  private static final Map<String, String> ALL = Collections.unmodifiableMap(inOrder());

  private Versions() {}

  /** What the build wrote down; a jar made of many has no other place to ask. */
  private static Properties build() {
    Properties properties = new Properties();
    try (InputStream stream = Versions.class.getResourceAsStream("versions.properties")) {
      properties.load(Objects.requireNonNull(stream));
    } catch (IOException e) {
      throw new IllegalStateException(
          "the program is not whole: versions.properties cannot be read", e);
    }
    return properties;
  }

  public static String rolecall() {
    return BUILD.getProperty("rolecall");
  }

  public static String drools() {
    return BUILD.getProperty("drools");
  }

  public static String java() {
    return Runtime.version().toString();
  }

  /** All of them by name, in a fixed order. */
  public static Map<String, String> all() {
    return ALL;
  }

  private static Map<String, String> inOrder() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("rolecall", rolecall());
    all.put("drools", drools());
    all.put("java", java());
    return all;
  }
}
