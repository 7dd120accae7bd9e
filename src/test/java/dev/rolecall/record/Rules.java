package dev.rolecall.record;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Envelope;
import dev.rolecall.document.Yaml;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.ruleset.Versions;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.SituationReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The shipped rules, and decisions that they make. */
final class Rules {

  static final Author ADA = new Author("ada", "cli");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00.250Z");

  static final Ruleset HIRING = open("hiring");
  static final DecisionDrafts DRAFTS = DecisionDrafts.of(HIRING);

  private Rules() {}

  static Ruleset open(String decision) {
    return good(RulesFolder.open(Path.of("rules"), decision, Path.of("target", "test-cache")));
  }

  static <T> T good(Result<T> result) {
    if (result instanceof Result.Ok<T> ok) {
      return ok.value();
    }
    throw new AssertionError(((Result.Refused<T>) result).problems());
  }

  static Situation situation(String yaml) {
    return good(
        SituationReader.read(
            HIRING.vocabulary(), good(Yaml.read("situation", "{" + yaml + "}")).get(0)));
  }

  /** Entry number n is made n seconds after noon and has an id that says n. */
  static Envelope envelope(int number, String yaml) {
    Decision decision = HIRING.decide(situation(yaml));
    return new Envelope(id(number), NOON.plusSeconds(number), Versions.all(), decision);
  }

  static UUID id(int number) {
    return new UUID(0x019c_ad9d_8c00_7000L, 0x8000_0000_0000_0000L + number);
  }

  static Draft draft(int number) {
    return DRAFTS.draft(
        envelope(
            number,
            "id: REQ-"
                + number
                + ", posting: { title: Project Manager, department: Ops }, scope: { teams: "
                + (1 + number % 9)
                + " }, boundaryTest: { hardestPart: ALIGNMENT_ACROSS_BOUNDARIES }"),
        ADA,
        null);
  }

  static Draft[] drafts(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(Rules::draft).toArray(Draft[]::new);
  }

  /** All that is shipped as examples, as lines of YAML. */
  static Stream<String> examples() {
    return Stream.of(
        "id: REQ-1",
        "id: REQ-2, posting: { title: Software Engineer }",
        "scope: { teams: 1 }",
        "id: Ü-4, posting: { title: \"Project \\\"Manager\\\"\\n\", location: Zürich 🏔 },"
            + " scope: { teams: 6, quarters: 4, systems: 9 }, boundaryTest: { hardestPart:"
            + " ALIGNMENT_ACROSS_BOUNDARIES }",
        "id: REQ-5, posting: { title: Program Manager }, scope: { teams: 5, projects: 3 },"
            + " authority: { reach: INFLUENCE_ACROSS_TEAMS }, ambiguity: { definition:"
            + " SHAPED_ALONG_THE_WAY }, inferred: { scope.teams: with five teams, posting.title:"
            + " we seek a Program Manager }");
  }
}
