package dev.rolecall.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the classes of compiled rules may be and name: the content of {@code
 * allowed-references.txt}, which says how it is written.
 */
final class AllowedReferences {

  private static final String FILE = "allowed-references.txt";

  /**
   * A kind of class.
   *
   * @param interfaces what it may implement
   * @param methods what their code may name, by their names
   */
  record Kind(
      String name,
      int flags,
      Pattern pattern,
      String superclass,
      List<String> interfaces,
      Map<String, Set<String>> methods) {}

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Set<String> types = new HashSet<>();
  private List<String> of = List.of();
  private List<String> in = List.of();

  AllowedReferences() {
    text().lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(this::line);
  }

  private void line(String line) {
    List<String> words = Arrays.asList(line.split(" "));
    List<String> rest = words.subList(1, words.size());
    switch (words.get(0)) {
      case "#" -> {}
      case "class" -> kind(rest);
      case "type" -> types.addAll(rest);
      case "of" -> of = rest;
      case "in" -> {
        in = rest;
        of.forEach(kind -> in.forEach(method -> uses(kind, method)));
      }
      default -> reference(line);
    }
  }

  private void kind(List<String> words) {
    List<String> interfaces = words.subList(4, words.size());
    types.add(words.get(3));
    types.addAll(interfaces);
    kinds.put(
        words.get(0),
        new Kind(
            words.get(0),
            Integer.parseInt(words.get(1), 16),
            Pattern.compile(Printer.PACKAGE.replace('.', '/') + "/" + words.get(2)),
            words.get(3),
            interfaces,
            new HashMap<>()));
  }

  private void reference(String name) {
    String owner = name.substring(0, Math.max(0, name.indexOf('.')));
    if (owner.contains("/")) {
      types.add(owner);
    }
    for (String kind : of) {
      String own = owner.equals("self") ? kind.concat(name.substring(owner.length())) : name;
      in.forEach(method -> uses(kind, method).add(own));
    }
  }

  private Set<String> uses(String kind, String method) {
    return Objects.requireNonNull(kinds.get(kind), kind)
        .methods()
        .computeIfAbsent(method, m -> new HashSet<>());
  }

  Iterable<Kind> kinds() {
    return kinds.values();
  }

  /** Whether a type beyond the compiled classes may be named. */
  boolean allowsType(String type) {
    return types.contains(type);
  }

  private static String text() {
    try (InputStream file =
        Objects.requireNonNull(AllowedReferences.class.getResourceAsStream(FILE), FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
