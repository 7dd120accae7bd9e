package dev.rolecall.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rolecall.problem.Place;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.ValueType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReaderTest {

  private static final Map<String, ValueType> TYPES =
      Map.of(
          "number", new ValueType.WholeNumber(1, 500),
          "decimal", new ValueType.Decimal(BigDecimal.ZERO, null),
          "answer", new ValueType.YesNo(),
          "text", new ValueType.Text(List.of()),
          "choice",
              new ValueType.OneOf(
                  new EnumType(
                      "Plan",
                      EnumType.Role.CHOICES,
                      List.of(
                          new Constant("DEFINED_PLAN", "a defined plan"),
                          new Constant("SHAPED", "shaped, as it goes")),
                      Place.of(""))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          number  | 5               | 5
          number  | '  5 '          | 5
          number  | 5.0             | 5
          number  | 1e2             | 100
          number  | 007             | 7
          number  | ''              |
          number  | unknown         |
          number  | N/A             |
          number  | 0               | `0` is not a whole number from 1 to 500
          number  | 501             | `501` is not a whole number from 1 to 500
          number  | 5.5             | `5.5` is not a whole number
          number  | 99999999999     | `99999999999` is not a whole number
          number  | 1E999999999     | `1E999999999` is not a whole number
          number  | 1E99999999999   | `1E99999999999` is not a whole number
          number  | 1E-999999999    | `1E-999999999` is not a whole number
          number  | 5 teams         | `5 teams` is not a whole number
          number  | NaN             | `NaN` is not a whole number
          decimal | 5.50            | 5.50
          decimal | -1              | `-1` is not a number from 0
          decimal | 1E999999999     | `1E999999999` is not a number from 0
          decimal | 1E-999999999    | `1E-999999999` is not a number from 0
          answer  | yes             | true
          answer  | Y               | true
          answer  | TRUE            | true
          answer  | 1               | true
          answer  | No              | false
          answer  | 0               | false
          answer  | ?               |
          answer  | maybe           | `maybe` is not `yes` or `no`
          choice  | DEFINED_PLAN    | DEFINED_PLAN
          choice  | defined plan    | DEFINED_PLAN
          choice  | A defined plan! | DEFINED_PLAN
          choice  | Shaped as it goes | SHAPED
          choice  | defned_plan     | `defned_plan` is not one of `DEFINED_PLAN`, `SHAPED`; maybe `DEFINED_PLAN`?
          text    | ' a  b '        | a  b
          text    | unknown         | unknown
          """)
  void readsACell(String type, String cell, String expected) {
    ValueReader.Reading reading = ValueReader.read(TYPES.get(type), cell);
    String read =
        reading.problem() != null
            ? reading.problem()
            : reading.value() == null ? null : reading.value().toString();
    if (expected == null) {
      assertThat(read).isNull();
    } else {
      assertThat(read).startsWith(expected);
    }
  }

  @Test
  void readsScalarsAsWhatTheyAre() {
    assertThat(ValueReader.read(TYPES.get("number"), new BigDecimal("5.0"), "5.0").value())
        .isEqualTo(5);
    assertThat(ValueReader.read(TYPES.get("text"), 7, "007").value()).isEqualTo("007");
    assertThat(ValueReader.read(TYPES.get("answer"), "yes", "yes").value()).isEqualTo(true);
    assertThat(ValueReader.read(TYPES.get("answer"), 1, "1").problem())
        .contains("`1` is not `yes` or `no`");
    assertThat(ValueReader.read(TYPES.get("number"), true, "true").problem())
        .contains("`true` is not a whole number");
    assertThat(ValueReader.read(TYPES.get("number"), null, "").value()).isNull();
  }

  @Test
  void isNotHeldUpByALongCell() {
    String digits = "9".repeat(2_000_000);
    for (ValueType type : List.of(TYPES.get("number"), TYPES.get("decimal"), TYPES.get("choice"))) {
      String problem =
          assertTimeoutPreemptively(
              Duration.ofSeconds(5), () -> ValueReader.read(type, digits).problem());
      assertThat(problem).hasSizeLessThan(200).startsWith("`99999");
    }
  }
}
