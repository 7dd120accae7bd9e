package dev.rolecall.cli;

import dev.rolecall.explain.Style;
import dev.rolecall.record.Author;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who has an entry made. */
final class ActorOption {

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      description = "Who does it, for the record (default: $$ROLECALL_ACTOR, else your account).")
  private @Nullable String actor;

  Author author() {
    return author("cli");
  }

  /**
   * @param channel through what
   */
  Author author(String channel) {
    String name =
        actor == null
            ? Environment.get("ROLECALL_ACTOR").orElseGet(() -> System.getProperty("user.name", ""))
            : actor;
    if (name.isBlank()) {
      throw Refused.usage("the record needs to know who does it; give a name with --actor");
    }
    return new Author(Style.clean(name).strip(), channel);
  }
}
