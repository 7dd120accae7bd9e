package dev.rolecall.cli;

import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.KeyFile;
import dev.rolecall.record.SignedHead;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "head",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints where the record ends: one line to keep elsewhere.",
      "Number and hash of the last entry, and the time, for a ticket, an e-mail, paper: with it",
      "`rolecall audit verify --head` finds later whether anything up to there was changed or cut off.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit head >> heads.txt",
      "  rolecall audit head --sign key.pem > head.txt",
      "",
      "A key to sign with, and the one that shows who signed:",
      "  openssl genpkey -algorithm ed25519 -out key.pem",
      "  openssl pkey -in key.pem -pubout -out public.pem"
    })
final class AuditHeadCommand implements Callable<Integer> {

  @Option(
      names = "--sign",
      paramLabel = "KEY.pem",
      description = "Sign the line with this Ed25519 key.")
  private @Nullable Path sign;

  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrivateKey key = sign == null ? null : SmallFile.read(sign, KeyFile::secret);
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders))) {
      SignedHead head = SignedHead.unsigned(record.head(), Clock.systemUTC().instant());
      spec.commandLine().getOut().println(key == null ? head : head.signed(key));
    }
    return ExitCode.DONE;
  }
}
