package dev.rolecall.cli;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.record.AuditRecord;
import dev.rolecall.record.Head;
import dev.rolecall.record.KeyFile;
import dev.rolecall.record.SignedHead;
import dev.rolecall.record.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads the whole record and checks that nothing in it was touched.",
      "Changed, put in, taken out or moved: every hash, the links between entries, the words beside them,",
      "the archived rules.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit verify",
      "  rolecall audit verify --head head.txt --key public.pem",
      "  rolecall audit verify --head 1042:3fa9…",
      "",
      "Whoever can write to the record can make all of it anew, or cut off its end. Only a head that was",
      "kept elsewhere shows that: see `rolecall audit head --help`.",
      "",
      "Exit codes: 0 everything holds, 1 something does not, 5 the record is out of reach."
    })
final class AuditVerifyCommand implements Callable<Integer> {

  private static final String NOT_SIGNED = " was not signed with this key, or was changed since";
  private static final Pattern LIKE_A_HEAD = Pattern.compile("[0-9]+[: ].*|[0-9a-fA-F]{32,}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  @Option(
      names = "--head",
      paramLabel = "HEAD",
      description =
          "Where the record ended once: a file that `rolecall audit head` wrote (of several lines the last counts), NUMBER:HASH, or the hash alone.")
  private @Nullable String head;

  @Option(
      names = "--key",
      paramLabel = "PUBLIC.pem",
      description = "The head has to be signed; this is the key of who signed it.")
  private @Nullable Path key;

  @Mixin private StoreOption store = new StoreOption();
  @Mixin private Folders folders = new Folders();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (key != null && head == null) {
      throw Refused.usage("`--key` shows who signed a head; name one with --head");
    }
    try (AuditRecord record = AuditRecord.openExisting(store.store(folders))) {
      Head known = head == null ? null : known(head, record);
      Verification found = verify(record, known);
      if (found instanceof Verification.Holds holds) {
        spec.commandLine().getOut().println(holds(holds.head(), known));
        return ExitCode.DONE;
      }
      throw broken(record, ((Verification.Broken) found).words());
    }
  }

  private static Verification verify(AuditRecord record, @Nullable Head known) {
    if (!Terminal.isWatched()) {
      return record.verify(known);
    }
    try (EntriesLine line = new EntriesLine("Verifying", record.head().sequence())) {
      return record.verify(known, line::at);
    }
  }

  private static String holds(Head end, @Nullable Head known) {
    if (end.sequence() == 0) {
      return "The record is empty: it has no entries.";
    }
    String all =
        end.sequence() == 1
            ? "1 entry, and it holds."
            : String.format(Locale.ROOT, "%,d entries, and every one holds.", end.sequence());
    String ends = " The record ends with " + end + ".";
    return known == null
        ? all + ends
        : all + " Up to entry " + known.sequence() + " it is what the given head says." + ends;
  }

  private Head known(String named, AuditRecord record) {
    Head written = Head.read(named) instanceof Result.Ok<Head> read ? read.value() : null;
    boolean hash = HASH.matcher(named).matches();
    if (written == null && !hash) {
      return signed(file(named), record);
    }
    if (key != null) {
      throw Refused.usage("`--key` needs the file with the signed head as --head");
    }
    return written != null ? written : record.headOf(named).orElseThrow(() -> gone(named, record));
  }

  private static Path file(String named) {
    Path file = LIKE_A_HEAD.matcher(named).matches() ? null : Path.of(named);
    if (file == null || !Files.exists(file)) {
      throw Refused.usage(
          "`--head "
              + named
              + "` is neither a file nor a head: a head is the number of an entry, a colon and its hash"
              + " of 64 digits (0-9, a-f), or the hash alone");
    }
    return file;
  }

  private static Refused gone(String hash, AuditRecord record) {
    return broken(
        record, "no entry has the hash `" + hash + "`: the one that had it was changed or cut off");
  }

  private Head signed(Path file, AuditRecord record) {
    SignedHead read = SmallFile.read(file, SignedHead::last);
    if (key == null && read.signature() != null) {
      spec.commandLine().getErr().println("The signature was not checked; give --key to check it.");
    }
    if (key != null && !read.isSignedBy(SmallFile.read(key, KeyFile::open))) {
      throw broken(
          record,
          "the head in " + file + (read.signature() == null ? " is not signed" : NOT_SIGNED));
    }
    return read.head();
  }

  private static Refused broken(AuditRecord record, String words) {
    return new Refused(
        ExitCode.CHECK_FAILED, List.of(new Problem(Place.of(record.shown()), words)));
  }
}
