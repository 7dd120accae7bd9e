package dev.rolecall.situation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolecall.decision.DecisionJson;
import dev.rolecall.document.Json;
import dev.rolecall.document.Node;
import dev.rolecall.document.Yaml;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SituationReaderTest {

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          "trip",
          List.of(
              new FactType(
                  "Way",
                  FactType.Role.DIMENSION,
                  List.of(
                      attribute(
                          "Way", "km", 0, new ValueType.WholeNumber(1, 500), Optional.empty()),
                      attribute(
                          "Way", "price", 1, new ValueType.Decimal(null, null), Optional.empty()),
                      attribute("Way", "abroad", 2, new ValueType.YesNo(), Optional.empty())),
                  Place.of("")),
              new FactType(
                  "OldTicket",
                  FactType.Role.CONTEXT,
                  List.of(
                      attribute(
                          "OldTicket", "note", 3, new ValueType.Text(List.of()), Optional.empty()),
                      attribute(
                          "OldTicket",
                          "kind",
                          4,
                          new ValueType.Text(List.of()),
                          Optional.of(new Attribute.Derived("oldTicket.note", "t.csv")))),
                  Place.of(""))),
          List.of(),
          true);

  private static Attribute attribute(
      String fact, String name, int index, ValueType type, Optional<Attribute.Derived> derived) {
    return new Attribute(
        fact, name, FactType.keyOf(fact) + "." + name, index, type, "", derived, Place.of(""));
  }

  private static Result<Situation> read(String yaml) {
    return Yaml.read("s", yaml) instanceof Result.Ok<List<Node>> ok
        ? SituationReader.read(VOCABULARY, ok.value().get(0))
        : Result.refused(List.of());
  }

  private static Situation good(String yaml) {
    return ((Result.Ok<Situation>) read(yaml)).value();
  }

  private static List<String> problems(String yaml) {
    return ((Result.Refused<Situation>) read(yaml))
        .problems().stream().map(Problem::toString).toList();
  }

  private static Attribute named(String path) {
    return VOCABULARY.attribute(path).orElseThrow();
  }

  @Test
  void readsGroupsAndPathsAndWhereValuesCameFrom() {
    Situation situation =
        good(
            "id: 007\nway: {km: 5.0, abroad: 'No'}\nway.price: 1e1\noldTicket: ~\ninferred: {way.km: 'five'}\n");
    assertThat(situation.id()).isEqualTo("007");
    assertThat(situation.answer(named("way.km"))).contains(Answer.inferred(5, "five"));
    assertThat(situation.answer(named("way.abroad"))).contains(Answer.stated(false));
    assertThat(situation.value(named("way.price"))).hasToString("1E+1");
    assertThat(situation.count(Origin.STATED)).isEqualTo(2);
    assertThat(situation.count(Origin.INFERRED)).isEqualTo(1);
  }

  @Test
  void namesEverythingThatIsWrongWithItsPlace() {
    assertThat(
            problems(
                """
                id: [1]
                wya: {km: 1}
                way: {km: 501, pricee: 1, abroad: [yes]}
                oldTicket: 5
                way.kn: 1
                way.km: 2
                inferred: {way.price: x, way.foo: y}
                derived: [way.km, [x]]
                """))
        .extracting(p -> p.replaceFirst(";(?! found).*", ""))
        .containsExactly(
            "s:1:5: `id` is a text or a number; found a list",
            "s:2:1: `wya` is not known",
            "s:3:11: `way.km`: `501` is not a whole number from 1 to 500",
            "s:3:16: `pricee` is not an attribute of `way`",
            "s:3:35: `way.abroad` is `yes` or `no`; found a list",
            "s:4:12: `oldTicket` is a group of fields (`note`, `kind`); found a number",
            "s:5:1: `way.kn` is not an attribute",
            "s:6:9: `way.km` is given twice",
            "s:7:12: `way.price` is called inferred but has no value",
            "s:7:26: `way.foo` is not an attribute",
            "s:8:11: `way.km` is not derived from anything",
            "s:8:19: `derived` is a list of attributes; found a list");
  }

  @Test
  void derivesAnewWhatWasDerived() {
    assertThat(
            good("oldTicket: {note: a, kind: b}\nderived: [oldTicket.kind]")
                .value(named("oldTicket.kind")))
        .isNull();
    assertThat(good("oldTicket: {note: a, kind: b}").value(named("oldTicket.kind"))).isEqualTo("b");
  }

  @Test
  void readsBackWhatIsWritten() throws IOException {
    Situation situation =
        good(
            "id: 'a\"b'\nway: {km: 5, price: 1.50, abroad: true}\noldTicket: {note: '5'}\ninferred: {way.km: \"\\u2028 é\"}");
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      DecisionJson.write(situation, json);
    }
    Result<Situation> again =
        Json.read("j", 1, text.toString()).then(n -> SituationReader.read(VOCABULARY, n));
    assertThat(again).isEqualTo(Result.ok(situation));
  }
}
