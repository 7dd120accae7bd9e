package dev.rolecall.scenario;

import dev.rolecall.document.Node;
import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group of fields with known keys, being read. Whatever is wrong with a value goes to the
 * problems.
 */
final class Group {

  private final Node.Fields fields;
  private final List<Problem> problems;

  private Group(Node.Fields fields, List<Problem> problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /**
   * The node as a group that may have these keys; empty, and a problem, if it is something else.
   */
  static Optional<Group> of(Node node, String what, List<String> keys, List<Problem> problems) {
    if (!(node instanceof Node.Fields fields)) {
      problems.add(
          new Problem(
              node.at(), what + " is a group of " + Nearest.list(keys) + "; found " + node.kind()));
      return Optional.empty();
    }
    fields
        .fields()
        .forEach((key, field) -> checked(key, field.at(), "a key of " + what, keys, problems));
    return Optional.of(new Group(fields, problems));
  }

  Place at() {
    return fields.at();
  }

  boolean isEmpty() {
    return fields.fields().isEmpty();
  }

  void problem(Place at, String message) {
    problems.add(new Problem(at, message));
  }

  /** Where a key stands; where it is missing, where the group begins. */
  Place placeOf(String key) {
    Node.Field field = fields.fields().get(key);
    return field == null ? at() : field.at();
  }

  @Nullable Node node(String key) {
    Node.Field field = fields.fields().get(key);
    return field == null ? null : field.value();
  }

  /**
   * A text on one line. One that is missing, empty or something else is a problem and reads as
   * empty.
   */
  String text(String key) {
    Node node = node(key);
    if (node == null) {
      problem(at(), "there is no `" + key + "`");
      return "";
    }
    if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
      String found = node instanceof Node.Scalar ? "nothing" : node.kind();
      problem(node.at(), "`" + key + "` is a text; found " + found);
      return "";
    }
    return scalar.text().strip().replaceAll("\\p{Cntrl}+", " ");
  }

  Optional<Boolean> truth(String key) {
    Node node = node(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof Node.Scalar scalar && scalar.value() instanceof Boolean truth) {
      return Optional.of(truth);
    }
    problem(node.at(), "`" + key + "` is true or false; found " + found(node));
    return Optional.empty();
  }

  /** One of these names. */
  Optional<String> name(String key, String what, Collection<String> allowed) {
    Node node = node(key);
    return node == null ? Optional.empty() : name(key, node, what, allowed);
  }

  private Optional<String> name(String key, Node node, String what, Collection<String> allowed) {
    if (!(node instanceof Node.Scalar scalar) || scalar.value() == null) {
      problem(node.at(), "`" + key + "` is " + what + "; found " + node.kind());
      return Optional.empty();
    }
    checked(scalar.text(), node.at(), what, allowed, problems);
    return Optional.of(scalar.text());
  }

  /** A list of these names; empty where the key is missing. */
  Optional<List<String>> names(String key, String what, Collection<String> allowed) {
    Node node = node(key);
    if (node == null) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    if (node instanceof Node.Items list) {
      list.items().forEach(item -> name(key, item, what, allowed).ifPresent(names::add));
    } else {
      problem(node.at(), "`" + key + "` is a list, each " + what + "; found " + found(node));
    }
    return Optional.of(List.copyOf(names));
  }

  /** The same, where a list without names would say nothing. */
  List<String> someNames(String key, String what, Collection<String> allowed) {
    if (node(key) instanceof Node.Items list && list.items().isEmpty()) {
      problem(list.at(), "`" + key + "` names nothing; leave it out");
    }
    return names(key, what, allowed).orElse(List.of());
  }

  /** For each of these keys one of these names, in the order of the text. */
  Map<String, String> table(String key, List<String> keys, String what, List<String> allowed) {
    Node node = node(key);
    Map<String, String> table = new LinkedHashMap<>();
    if (node != null) {
      of(node, "`" + key + "`", keys, problems)
          .ifPresent(
              group ->
                  group
                      .fields
                      .fields()
                      .keySet()
                      .forEach(
                          name ->
                              group.name(name, what, allowed).ifPresent(v -> table.put(name, v))));
    }
    return table;
  }

  private static String found(Node node) {
    return node instanceof Node.Scalar scalar && scalar.value() != null
        ? "`" + scalar.text() + "`"
        : node.kind();
  }

  private static void checked(
      String name, Place at, String what, Collection<String> allowed, List<Problem> problems) {
    if (!allowed.contains(name)) {
      String maybe = Nearest.maybe(name, allowed);
      String listed =
          allowed.isEmpty() ? "; there is none" : "; there are " + Nearest.list(allowed);
      // A near match says more than the first twelve of a hundred rules.
      String hint = maybe.isEmpty() || allowed.size() <= 12 ? listed + maybe : maybe;
      problems.add(new Problem(at, "`" + name + "` is not " + what + hint));
    }
  }
}
