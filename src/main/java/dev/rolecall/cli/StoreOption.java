package dev.rolecall.cli;

import dev.rolecall.record.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which record is meant. */
final class StoreOption {

  @Option(
      names = "--store",
      paramLabel = "STORE",
      defaultValue = "${env:ROLECALL_STORE}",
      description =
          "The record: jdbc:postgresql://host/database, or a file, copy.db (default: $$ROLECALL_STORE, else record.db in --home).")
  private @Nullable String url;

  Store store(Folders folders) {
    return Refused.unless(Store.at(url, folders.home()), ExitCode.USAGE);
  }
}
