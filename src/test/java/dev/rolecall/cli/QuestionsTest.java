package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code what-if} and {@code ask}, as they are typed. */
class QuestionsTest {

  private static final String EXAMPLES = "examples/open-requisitions.csv";
  private final InputStream stdin = System.in;

  @AfterEach
  void giveBackTheInput() {
    System.setIn(stdin);
  }

  @Test
  void the_smallest_changes_are_found_and_proven_smallest() {
    Run run = Run.of("what-if", EXAMPLES, "REQ-1015");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("inconclusive  by a change of one answer, in any of", "- scope.teams: 4 -> 1");
    assertThat(Run.of("what-if", EXAMPLES, "REQ-1015", "--keep", "scope.teams").out())
        .contains("by a change of one answer")
        .doesNotContain("scope.teams");
  }

  @Test
  void a_change_tried_by_hand_shows_what_differs() {
    Run run = Run.of("what-if", EXAMPLES, "REQ-1015", "--set", "scope.teams=1");
    assertThat(run.out())
        .contains(
            "outcome: Technical Program Manager (TPM) -> inconclusive",
            "Scope: TPM -> PM",
            "now says: scope-one-team (PM): the work stays inside one team");
    assertThat(Run.of("what-if", EXAMPLES, "REQ-1015", "--set", "scope.teams=4").out())
        .contains("Nothing changes");
  }

  @Test
  void a_bound_on_work_is_said() {
    assertThat(Run.of("what-if", "examples/requisition.yaml", "--tries", "5").out())
        .contains("Not found: 5 changes were tried");
  }

  @Test
  void what_does_not_exist_is_answered_with_the_nearest() {
    Run attribute = Run.of("what-if", EXAMPLES, "REQ-1015", "--set", "scope.team=1");
    assertThat(attribute.code()).isEqualTo(ExitCode.USAGE);
    assertThat(attribute.err()).contains("`scope.team` is not an attribute; maybe `scope.teams`?");

    assertThat(Run.of("what-if", EXAMPLES, "REQ-1015", "--set", "scope.teams=700").err())
        .contains("`700` is not a whole number from 1 to 500");

    Run requisition = Run.of("what-if", EXAMPLES, "REQ-9015");
    assertThat(requisition.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(requisition.err())
        .contains("there is no `REQ-9015` in it")
        .contains("maybe `REQ-1015`?");

    assertThat(Run.of("what-if", EXAMPLES).err())
        .contains("it holds 42 cases; say which one: `REQ-1001`");
  }

  @Test
  void asking_stops_once_nothing_can_change_any_more() {
    Run run = asked("2\n2\n", "ask", "--decision", "hiring");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "What is the hardest part of the work?", "  1  keeping a known set of tasks on track")
        .contains("Technical Program Manager (TPM)  decided by boundary");
    assertThat(run.out().indexOf("hardest part"))
        .as("the most decisive question first")
        .isLessThan(run.out().indexOf("How deep"));
  }

  @Test
  void an_answer_that_cannot_be_read_is_asked_again() {
    assertThat(asked("maybe\n1\n", "ask").out()).contains("`maybe` is not one of");
  }

  @Test
  void nothing_is_asked_where_nothing_can_change() {
    Run run = asked("n\n", "ask", "examples/growth.yaml", "--decision", "growth");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "the recommendation, its marks and warnings stay.",
            "Answer them for the record all the same?")
        .contains("decided by motivation");
  }

  private static Run asked(String answers, Object... arguments) {
    System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
    return Run.of(arguments);
  }
}
