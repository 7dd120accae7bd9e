package dev.rolecall.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is said of a command line that makes no sense: what is wrong with it, how it is written, and
 * where more stands. The whole help would push the first of these out of sight.
 */
final class Misused implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(words(String.valueOf(e.getMessage())));
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      if (command.getSubcommands().isEmpty()) {
        Help help = command.getHelp();
        err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
        err.println("`" + command.getCommandSpec().qualifiedName() + " --help` says more.");
      } else {
        command.usage(err);
      }
    }
    return ExitCode.USAGE;
  }

  private static String words(String message) {
    return message
        .replaceFirst("^Error: ", "")
        .replaceFirst(" is not an? (int|long)$", " is not a whole number");
  }
}
