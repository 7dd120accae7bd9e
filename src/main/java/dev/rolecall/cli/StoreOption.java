package dev.rolecall.cli;

import dev.rolecall.record.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which record is meant. */
final class StoreOption {

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "The record: jdbc:postgresql://host/database, or a file, copy.db (default: $$ROLECALL_STORE, else record.db in --home).")
  private @Nullable String url;

  Store store(Folders folders) {
    String named = url == null ? Environment.get("ROLECALL_STORE").orElse(null) : url;
    return Refused.unless(Store.at(named, folders.home()), ExitCode.USAGE);
  }
}
