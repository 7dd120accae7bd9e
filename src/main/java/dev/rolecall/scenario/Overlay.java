package dev.rolecall.scenario;

import dev.rolecall.document.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes two situations fit to be laid over each other. */
final class Overlay {

  private static final String INFERRED = "inferred";

  private Overlay() {}

  /**
   * {@code scope.teams: 5} written as {@code scope: { teams: 5 }}: one attribute is one key,
   * however it is written.
   */
  static Node.Fields grouped(Node.Fields fields) {
    Node.Fields grouped = new Node.Fields(fields.at(), Map.of());
    for (Map.Entry<String, Node.Field> entry : fields.fields().entrySet()) {
      int dot = entry.getKey().indexOf('.');
      Node.Field field = entry.getValue();
      Node.Fields one =
          dot < 0
              ? only(fields, entry.getKey(), field)
              : only(fields, entry.getKey().substring(0, dot), inner(entry.getKey(), dot, field));
      grouped = grouped.overlaidBy(one);
    }
    return grouped;
  }

  private static Node.Field inner(String path, int dot, Node.Field field) {
    return new Node.Field(
        field.at(), new Node.Fields(field.at(), Map.of(path.substring(dot + 1), field)));
  }

  private static Node.Fields only(Node.Fields fields, String key, Node.Field field) {
    return new Node.Fields(fields.at(), Map.of(key, field));
  }

  /** Without the quotes that a change took away: {@code inferred: { scope.teams: null }}. */
  static Node.Fields withoutLostQuotes(Node.Fields situation) {
    Node.Field inferred = situation.fields().get(INFERRED);
    if (inferred == null || !(inferred.value() instanceof Node.Fields quotes)) {
      return situation;
    }
    Map<String, Node.Field> kept = new LinkedHashMap<>(quotes.fields());
    kept.values().removeIf(q -> q.value() instanceof Node.Scalar s && s.value() == null);
    Map<String, Node.Field> all = new LinkedHashMap<>(situation.fields());
    all.put(INFERRED, new Node.Field(inferred.at(), new Node.Fields(quotes.at(), kept)));
    return new Node.Fields(situation.at(), all);
  }
}
