package dev.rolecall.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line of JSON for each row: where it stood, the id that it has in the record, the cells that are
 * not part of its situation, what questionnaires answered, and the decision.
 */
final class JsonLinesRendering implements Rendering {

  private static final JsonFactory FACTORY = new JsonFactory();

  @Override
  public String header() {
    return "";
  }

  @Override
  public String lines(Intake input, List<Decided> rows) {
    StringWriter text = new StringWriter(rows.size() * 2_048);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setRootValueSeparator(null);
      for (Decided decided : rows) {
        if (decided.result() instanceof Result.Ok<Decision> ok) {
          line(input, decided, ok.value(), json);
        }
      }
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be written", e);
    }
    return text.toString();
  }

  @Override
  public String line(Closed requisition) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("closed", requisition.requisition());
      json.writeStringField("was", requisition.was());
      json.writeStringField("at", requisition.at().toString());
      json.writeStringField("id", requisition.decision().toString());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be written", e);
    }
    return text.toString();
  }

  private static void line(Intake input, Decided decided, Decision decision, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("file", decided.row().file());
    json.writeNumberField("row", decided.row().number());
    if (decided.id() == null) {
      json.writeBooleanField("recorded", false);
    } else {
      json.writeStringField("id", decided.id().toString());
    }
    carried(input, decided.row().cells(), json);
    answered(decided.answered(), json);
    BeforeJson.write(decided.before(), json);
    json.writeFieldName("decision");
    DecisionJson.write(decision, json);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private static void answered(Map<Attribute, Place> places, JsonGenerator json)
      throws IOException {
    if (!places.isEmpty()) {
      json.writeObjectFieldStart("fromQuestionnaires");
      for (Map.Entry<Attribute, Place> answer : places.entrySet()) {
        json.writeStringField(answer.getKey().path(), answer.getValue().toString());
      }
      json.writeEndObject();
    }
  }

  private static void carried(Intake input, List<String> cells, JsonGenerator json)
      throws IOException {
    Set<String> written = new HashSet<>(input.understood());
    boolean open = false;
    for (int i = 0; i < Math.min(cells.size(), input.columns().size()); i++) {
      if (written.add(input.columns().get(i))) {
        if (!open) {
          json.writeObjectFieldStart("carried");
          open = true;
        }
        json.writeStringField(input.columns().get(i), cells.get(i));
      }
    }
    if (open) {
      json.writeEndObject();
    }
  }
}
