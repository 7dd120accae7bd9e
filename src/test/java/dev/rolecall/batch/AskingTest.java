package dev.rolecall.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Understanding;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.vocabulary.Attribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people are asked where there is no time to find out what matters. */
class AskingTest {

  private static <T> T good(Result<T> result) {
    assertThat(result).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<T>) result).value();
  }

  private static Asked asked(String export) throws IOException {
    Ruleset rules =
        good(RulesFolder.open(Path.of("rules"), "hiring", Path.of("target/test-home/cache")));
    byte[] bytes = export.getBytes(StandardCharsets.UTF_8);
    try (Intake input =
        good(
            Intake.open(
                Intake.STDIN,
                Optional.empty(),
                good(Understanding.of(rules)),
                new ByteArrayInputStream(bytes)))) {
      return Asking.of(rules, List.of(input), Past.none(rules), Duration.ofSeconds(-1));
    }
  }

  @Test
  void allThatIsOpenIsAskedWhatTheRulesAskFirst() throws IOException {
    Asked asked = asked("id,title,scope.teams\nA,Project Manager,3\nB,Nurse,\n");
    assertThat(asked.notProven()).isEqualTo(1);
    assertThat(asked.requisitions()).hasSize(1);
    assertThat(asked.requisitions().get(0).questions())
        .extracting(Attribute::path)
        .startsWith("boundaryTest.hardestPart", "ownership.accountableFor")
        .contains("scope.projects")
        .doesNotContain("scope.teams", "posting.level")
        .doesNotHaveDuplicates();
  }

  @Test
  void oneRequisitionIsAskedAboutOnceAndOneWithoutIdIsCounted() throws IOException {
    Asked asked = asked("id,title\nA,Project Manager\nA,Project Manager\n,Project Manager\n");
    assertThat(asked.requisitions()).hasSize(1);
    assertThat(asked.withoutId()).isEqualTo(1);
    assertThat(asked.rows()).isEqualTo(3);
  }

  @Test
  void whatDoesNotFitIsCounted() throws IOException {
    StringBuilder export = new StringBuilder("id,title\n");
    for (int i = 0; i < 1_000; i++) {
      export.append("R-").append(i).append(",Project Manager\n");
    }
    Asked asked = asked(export.toString());
    assertThat(asked.questions()).isLessThanOrEqualTo(20_000);
    assertThat(asked.requisitions().size() + asked.left()).isEqualTo(1_000);
    assertThat(asked.left()).isPositive();
  }
}
