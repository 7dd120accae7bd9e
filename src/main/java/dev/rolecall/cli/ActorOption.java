package dev.rolecall.cli;

import dev.rolecall.explain.Style;
import dev.rolecall.record.Author;
import picocli.CommandLine.Option;

/** Who has an entry made. */
final class ActorOption {

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      defaultValue = "${env:ROLECALL_ACTOR:-${sys:user.name}}",
      description = "Who does it, for the record (default: $$ROLECALL_ACTOR, else your account).")
  private String actor = "";

  Author author() {
    return author("cli");
  }

  /**
   * @param channel through what
   */
  Author author(String channel) {
    if (actor.isBlank()) {
      throw Refused.usage("the record needs to know who does it; give a name with --actor");
    }
    return new Author(Style.clean(actor).strip(), channel);
  }
}
