package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Problem;
import dev.rolecall.ruleset.RuleFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of a rules folder that says what columns are called. */
class ColumnNamesTest {

  private static List<String> problems(byte[] table) {
    RuleFiles files = RuleFiles.of("hiring", "rules/hiring", Map.of("columns.csv", table));
    return Understanding.problems(files, Inputs.HIRING.vocabulary()).stream()
        .map(Problem::toString)
        .toList();
  }

  private static List<String> problems(String lines) {
    return problems(("means,called\n" + lines).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everythingThatIsWrongWithItIsSaidAtOnceWithoutCompilingTheRules() {
    assertThat(problems("scope.team,squads\nid,\nid,Ref\nstatus,ref\nopen status,ref\n"))
        .containsExactly(
            "rules/hiring/columns.csv: row 2, column \"means\": `scope.team` is nothing that a"
                + " column can mean: an attribute, a fact whose attributes are all yes or no,"
                + " `id`, `status`, `open status`, `description`, `employer` or `routing`; maybe"
                + " `scope.teams`?",
            "rules/hiring/columns.csv: row 3, column \"means\": each line has two cells: what is"
                + " meant, what it is called",
            "rules/hiring/columns.csv: row 5, column \"called\": `ref` means `id` in row 4; it"
                + " cannot mean `status` too");
  }

  @Test
  void oneThatCannotBeReadAtAllSaysWhy() {
    assertThat(problems(new byte[] {'m', (byte) 0xE9, ','}))
        .containsExactly("rules/hiring/columns.csv: it is not UTF-8; save it with that encoding");
    assertThat(problems("id;ref\nid,\"ref\n")).hasSize(1);
    assertThat(problems("what,name\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("rules/hiring/columns.csv:1: the first line must be `means,called`");
  }

  @Test
  void aNameMayStandTwiceForTheSame() {
    assertThat(problems("scope.teams,squads\nscope.teams,Squads\n")).isEmpty();
  }
}
