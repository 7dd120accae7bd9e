package dev.rolecall.cli;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which two versions of the rules a command is about: the one before, and the one after. */
final class TwoRules {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "A",
      defaultValue = RuleVersions.PUBLISHED,
      description = {
        "The rules before: published, working, a version like v3, a hash of rules as",
        "`rules versions` shows it, or a folder of rules (default: ${DEFAULT-VALUE})."
      })
  private String before = RuleVersions.PUBLISHED;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      defaultValue = RuleVersions.WORKING,
      description = "The rules after, named alike (default: ${DEFAULT-VALUE}).")
  private String after = RuleVersions.WORKING;

  @Mixin private RuleVersions versions = new RuleVersions();

  Folders folders() {
    return versions.folders();
  }

  /** Both, the one before first; of one decision, or the command ends. */
  List<NamedRules> both() {
    NamedRules one = versions.named(before);
    NamedRules other = versions.named(after);
    String decision = other.files().decision();
    if (!one.files().decision().equals(decision)) {
      throw Refused.usage(
          "`%s` holds rules of `%s`, and `%s` those of `%s`; only versions of one decision compare"
              .formatted(
                  one.files().shown(), one.files().decision(), other.files().shown(), decision));
    }
    return List.of(one, other);
  }
}
