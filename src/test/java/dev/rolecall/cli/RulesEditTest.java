package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rolecall rules new} and {@code rolecall rules fmt}. */
class RulesEditTest {

  @TempDir Path folder;
  private Path rules;
  private Path scenarios;

  @BeforeEach
  void copyProject() throws IOException {
    rules = Run.copy(Path.of("rules"), folder.resolve("rules")).resolve("hiring");
    scenarios = Run.copy(Path.of("scenarios"), folder.resolve("scenarios")).resolve("hiring");
  }

  private Run rules(String command, String... more) {
    List<Object> line = new ArrayList<>(List.of("rules", command, "--home", Run.HOME));
    line.addAll(List.of("--rules", rules.getParent(), "--scenarios", scenarios.getParent()));
    line.addAll(List.of("--decision", "hiring"));
    line.addAll(List.of(more));
    return Run.of(List.of(), line.toArray());
  }

  @Test
  void aWholeRuleIsWrittenWithAScenarioThatPasses() throws IOException {
    String before = Files.readString(rules.resolve("technical-depth.drl"));
    Run run =
        rules(
            "new",
            "technicaldepth",
            "Estimates are challenged, and the work is sequenced",
            "--when=challengesEstimates == true, sequencesTechnicalWork == true",
            "--leans=tpm",
            "--because=the estimates of a \"sequence\" are challenged");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Rule `technical-depth-estimates-challenged-work`", "rolecall rules check");
    assertThat(Files.readString(rules.resolve("technical-depth.drl")))
        .isEqualTo(
            before
                + """

                rule "Estimates are challenged, and the work is sequenced"
                    @id(technical-depth-estimates-challenged-work) @source(house)
                when
                    TechnicalDepth( challengesEstimates == true, sequencesTechnicalWork == true )
                then
                    verdict.leans( Hire.TPM, "the estimates of a \\"sequence\\" are challenged" );
                end
                """);
    Run check = rules("check");
    assertThat(check.code()).isZero();
    assertThat(check.out()).doesNotContain("no case expects");
    assertThat(rules("fmt", "--check", "technical-depth.drl").code()).isZero();
  }

  @Test
  void theScenarioMissesByOne() throws IOException {
    rules("new", "Scope", "Many teams", "--when=teams >= 10", "--leans=TPM", "--because={teams}!");
    assertThat(Files.readString(rules.resolve("scope.drl")))
        .contains("Scope( $teams : teams >= 10 )");
    assertThat(Files.readString(scenarios.resolve("scope-many-teams.yaml")))
        .isEqualTo(
            """
            title: Many teams
            given:
              scope: { teams: 10 }
            cases:
              - name: it speaks
                expect:
                  because: [scope-many-teams]
              - name: it only just does not
                change: { scope: { teams: 9 } }
                expect:
                  notBecause: [scope-many-teams]
              - name: the answers are not known
                change: { scope: { teams: null } }
                expect:
                  notBecause: [scope-many-teams]
            """);
  }

  @Test
  void aDraftDecidesNothing() {
    assertThat(rules("new", "Scope", "Many teams").out()).contains("take `@draft` away");
    Run check = rules("check");
    assertThat(check.code()).isEqualTo(ExitCode.RULES_REFUSED);
    assertThat(check.out())
        .containsIgnoringWhitespaces("the rule is still to be written: edit its condition");
  }

  @Test
  void anythingWrongWithItWritesNothing() throws IOException {
    Files.writeString(scenarios.resolve("scope-many-teams.yaml"), "mine");
    String before = Files.readString(rules.resolve("scope.drl"));
    assertThat(rules("new", "Scop", "Many teams").err())
        .contains("`Scop` is not a dimension", "maybe `Scope`?");
    assertThat(rules("new", "Scope", "Many teams").err()).contains("it is there already");
    Run twice = rules("new", "Scope", "The work stays inside one team");
    assertThat(twice.err()).contains("has the same name");
    assertThat(twice.code()).isEqualTo(ExitCode.RULES_REFUSED);
    assertThat(rules("new", "Scope", "A team", "--when=team >= 3").err())
        .contains("`team` is not an attribute of Scope", "maybe `teams`?");
    assertThat(rules("new", "Scope", "A team", "--when=teams >= 3 ) then end").code())
        .isEqualTo(ExitCode.RULES_REFUSED);
    assertThat(rules.resolve("scope.drl")).hasContent(before);
    assertThat(scenarios.resolve("scope-a-team.yaml")).doesNotExist();
  }

  @Test
  void aDimensionWithoutRulesGetsItsFile() throws IOException {
    Path vocabulary = rules.resolve("vocabulary.drl");
    Files.writeString(
        vocabulary,
        Files.readString(vocabulary)
            + "\ndeclare RunRate @dimension\n    perYear : BigDecimal @range(\"0..9\")\nend\n");
    assertThat(rules("new", "RunRate", "It costs much").out()).contains("run-rate.drl");
    assertThat(Files.readString(rules.resolve("run-rate.drl")))
        .startsWith("// Run rate: …\npackage hiring;\n\nrule \"It costs much\"\n");
  }

  @Test
  void filesAreLaidOutAndOnlyNamedOnACheck() throws IOException {
    Path scope = rules.resolve("scope.drl");
    String before = Files.readString(scope);
    String messy = before.replace("( teams == 1 )", "(teams==1)");
    Files.writeString(scope, messy);
    Run check = rules("fmt", "--check");
    assertThat(check.out()).contains("would change: ", "/hiring/scope.drl");
    assertThat(check.code()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(Files.readString(scope)).isEqualTo(messy);
    assertThat(rules("fmt").out()).contains("laid out: ");
    assertThat(Files.readString(scope)).isEqualTo(before);
    assertThat(rules("fmt", "scop.drl").err()).contains("maybe `scope.drl`?");
    assertThat(rules("fmt", scope.toString()).code()).isZero();
    for (String other : List.of("/", "other/place/scope.drl")) {
      Run run = rules("fmt", other);
      assertThat(run.err()).contains("is no rule file of ");
      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    }
  }
}
