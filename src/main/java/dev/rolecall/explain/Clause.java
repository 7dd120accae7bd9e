package dev.rolecall.explain;

import dev.rolecall.ruleset.Probe;
import dev.rolecall.ruleset.Standing;
import dev.rolecall.space.Setting;
import dev.rolecall.vocabulary.Attribute;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule, and how it stands in a situation.
 *
 * @param words {@code scope.teams is at least 3}
 * @param join what its parts have to come to
 * @param attribute the one that it is about; empty where it is about several, or about voices
 * @param actual the value of this attribute; null where it has none
 * @param now what is so instead, {@code it is 1}; empty where its parts say so, and where the words
 *     do
 * @param nearest the nearest value that would meet it
 * @param parts empty where it is about one attribute
 */
public record Clause(
    String words,
    Standing standing,
    Probe.Join join,
    Optional<Attribute> attribute,
    @Nullable Object actual,
    String now,
    Optional<Setting> nearest,
    List<Clause> parts) {

  public boolean isMet() {
    return standing == Standing.MET;
  }
}
