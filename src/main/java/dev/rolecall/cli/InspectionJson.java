package dev.rolecall.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolecall.explain.PrettyJson;
import dev.rolecall.intake.Inspection;
import java.util.List;

/** What was understood of some inputs, for programs. */
final class InspectionJson {

  private InspectionJson() {}

  static String write(List<Inspection> inspections) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    inspections.forEach(inspection -> write(inspection, json.addObject()));
    return PrettyJson.of(json);
  }

  private static void write(Inspection inspection, ObjectNode json) {
    json.put("name", inspection.name());
    inspection.traits().forEach((trait, words) -> json.put(trait.word(), words));
    json.put("rows", inspection.rows());
    json.put("read", inspection.read());
    json.put("inScope", inspection.inScope());
    json.put("rejected", inspection.rejected());
    json.put("passedOver", inspection.passedOver());
    ArrayNode columns = json.putArray("columns");
    inspection.columns().forEach(column -> write(column, columns.addObject()));
    ArrayNode statuses = json.putArray("statuses");
    for (Inspection.Standing standing : inspection.statuses()) {
      statuses
          .addObject()
          .put("status", standing.status())
          .put("rows", standing.rows())
          .put("open", standing.open())
          .put("read", standing.read());
    }
    ArrayNode problems = json.putArray("problems");
    inspection.problems().forEach(problem -> problems.add(problem.toString()));
    ArrayNode notes = json.putArray("notes");
    inspection.notes().forEach(notes::add);
  }

  private static void write(Inspection.Inspected column, ObjectNode json) {
    json.put("column", column.header());
    json.put("means", column.isUnread() ? null : column.means());
    json.put("by", column.by().isEmpty() ? null : column.by());
    json.put("filled", column.filled());
    json.put("understood", column.understood());
    json.put("notUnderstood", column.left());
    ObjectNode examples = json.putObject("examples");
    column.examples().forEach(examples::put);
    ObjectNode others = json.putObject("others");
    column.others().forEach(others::put);
    json.put("nearest", column.nearest().isEmpty() ? null : column.nearest());
  }
}
