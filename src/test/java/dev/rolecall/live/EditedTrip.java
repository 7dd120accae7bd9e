package dev.rolecall.live;

import dev.rolecall.document.Node;
import dev.rolecall.document.Yaml;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.scenario.Trip;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.SituationReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A small decision with one scenario file, while somebody edits it. */
final class EditedTrip {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T14:02:11Z"), ZoneOffset.UTC);

  final WatchedFolders folders;
  final Path rules;
  final Path scenarios;
  private final String asWritten;

  EditedTrip(Path folder) {
    this(folder, Path.of("target", "test-cache"));
  }

  EditedTrip(Path folder, Path cache) {
    try {
      Path all = Trip.write(folder);
      folders = new WatchedFolders(all, folder.resolve("scenarios"), "trip", cache);
      rules = all.resolve("trip/trip.drl");
      scenarios = Files.createDirectories(folder.resolve("scenarios/trip")).resolve("far.yaml");
      asWritten = Files.readString(rules);
      expect("PLANE");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LiveRuleset open() {
    return LiveRuleset.open(folders, CLOCK);
  }

  /** What must come of 2,000 km. */
  void expect(String outcome) {
    save(
        scenarios,
        """
        title: Far trips
        why: A train takes too long.
        given: { distance: { km: 2000 } }
        cases:
          - name: two thousand kilometres
            expect: { outcome: %s }
        """
            .formatted(outcome));
  }

  /** The rules as they were at first, with one thing replaced. */
  void edit(String old, String by) {
    save(rules, edited(old, by));
  }

  String edited(String old, String by) {
    if (!asWritten.contains(old)) {
      throw new IllegalArgumentException(old);
    }
    return asWritten.replace(old, by);
  }

  static void save(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Situation far(Ruleset ruleset) {
    Node document = good(Yaml.read("situation", "distance: {km: 2000}")).get(0);
    return good(SituationReader.read(ruleset.vocabulary(), document));
  }

  private static <T> T good(Result<T> result) {
    return ((Result.Ok<T>) result).value();
  }
}
