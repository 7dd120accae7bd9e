package dev.rolecall.cli;

import dev.rolecall.intake.Intake;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * How a command is told of one case: a file, and the id of the requisition where the file holds
 * several; or a requisition of the record.
 */
final class OneCase {

  @Parameters(index = "0", paramLabel = "FILE", description = CaseSource.DESCRIPTION)
  private String file = Intake.STDIN;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REQUISITION",
      description = "Its id, where the file holds several cases.")
  private @Nullable String id;

  @Mixin private CaseSource source = new CaseSource();

  /** The case that is meant, and its rules; or the end of the command. */
  CaseSource.Asked asked(Folders folders, PrintWriter err) {
    return source.find(file, id, folders, err);
  }
}
