package dev.rolecall.ruleset;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kie.api.KieServices;

/** What made and runs the compiled rules. */
public final class Versions {

  private Versions() {}

  public static String rolecall() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  public static String drools() {
    String version = KieServices.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  public static String java() {
    return Runtime.version().toString();
  }

  /** All of them by name, in a fixed order. */
  public static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("rolecall", rolecall());
    all.put("drools", drools());
    all.put("java", java());
    return all;
  }
}
