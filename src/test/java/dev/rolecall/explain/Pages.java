package dev.rolecall.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.decision.Envelope;
import dev.rolecall.document.Node;
import dev.rolecall.document.Yaml;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.SituationReader;
import dev.rolecall.space.Space;
import dev.rolecall.space.WhatIf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pages of situations, as the program makes them, at one time and with one id. */
final class Pages {

  static final UUID ID = UUID.fromString("019b76da-a800-7000-8000-000000000001");
  static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  private final Ruleset ruleset;
  private final Space space;

  Pages(Ruleset ruleset) {
    this.ruleset = ruleset;
    this.space = Space.of(ruleset.rulebook());
  }

  OnePage of(Situation situation) {
    WhatIf.Found found = WhatIf.search(ruleset, space, situation, List.of(), false, 2, 20_000);
    return OnePage.of(new Envelope(ID, AT, Map.of(), ruleset.decide(situation)), found);
  }

  /** Of what a file says. */
  OnePage of(String yaml) {
    List<Node> nodes = value(Yaml.read("case.yaml", yaml));
    return of(value(SituationReader.read(ruleset.vocabulary(), nodes.get(0))));
  }

  static OnePage example(Pages pages) throws IOException {
    return pages.of(Files.readString(Path.of("examples/requisition.yaml")));
  }

  private static <T> T value(Result<T> result) {
    assertThat(result).as(result.toString()).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<T>) result).value();
  }
}
