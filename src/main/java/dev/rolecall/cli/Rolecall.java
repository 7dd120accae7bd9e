package dev.rolecall.cli;

import dev.rolecall.problem.Problem;
import dev.rolecall.record.RecordTrouble;
import dev.rolecall.ruleset.Versions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** The command {@code rolecall}; each of its subcommands is a class of its own. */
@Command(
    name = "rolecall",
    description = {
      "Decides by rules that people can read which role a piece of work needs, and says why.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Rolecall.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  rolecall decide examples/requisition.yaml",
      "  rolecall why examples/requisition.yaml",
      "  rolecall batch examples/open-requisitions.csv --out results.csv",
      "  rolecall test",
      "",
      "Exit codes: 0 done, 1 a check failed, 2 usage, 3 input refused, 4 rules refused,",
      "5 record damaged or out of reach, 70 a bug, 74 a result could not be written.",
      "Completion: source <(rolecall generate-completion)"
    })
public final class Rolecall {

  private static final int HELP_WIDTH = 100;

  /** In the order of the help. */
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("decide", DecideCommand.class);
    COMMANDS.put("batch", BatchCommand.class);
    COMMANDS.put("intake", IntakeCommand.class);
    COMMANDS.put("why", WhyCommand.class);
    COMMANDS.put("why-not", WhyNotCommand.class);
    COMMANDS.put("what-if", WhatIfCommand.class);
    COMMANDS.put("ask", AskCommand.class);
    COMMANDS.put("test", TestCommand.class);
    COMMANDS.put("template", TemplateCommand.class);
    COMMANDS.put("schema", SchemaCommand.class);
    COMMANDS.put("rules", RulesCommand.class);
    COMMANDS.put("audit", AuditCommand.class);
  }

  private Rolecall() {}

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Rolecall "
            + Versions.rolecall()
            + " (Drools "
            + Versions.drools()
            + ", Java "
            + Versions.java()
            + ")"
      };
    }
  }

  /** Runs a command line and returns its exit code; nothing is printed but through these two. */
  public static int run(PrintWriter out, PrintWriter err, boolean color, String... arguments) {
    CommandLine line =
        commands(arguments)
            .setOut(out)
            .setErr(err)
            .setColorScheme(CommandLine.Help.defaultColorScheme(color ? Ansi.ON : Ansi.OFF))
            .setUsageHelpWidth(HELP_WIDTH)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(new Misused())
            .setExecutionExceptionHandler(new Failures(err));
    try {
      return arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** The command that is named, or all of them: reading the options of each takes a while. */
  private static CommandLine commands(String... arguments) {
    CommandLine line = new CommandLine(new Rolecall());
    Class<?> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (named != null) {
      return line.addSubcommand(arguments[0], named);
    }
    COMMANDS.forEach(line::addSubcommand);
    line.addSubcommand(AutoComplete.GenerateCompletion.class);
    return line;
  }

  /**
   * What is said when a command ends with an exception. A class, and no lambda: for that, Java 17
   * leaves {@link CommandLine} out of the launcher's archive of classes.
   */
  private record Failures(PrintWriter err) implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
      return failed(e, err);
    }
  }

  private static int failed(Exception e, PrintWriter err) {
    if (e instanceof Refused refused) {
      for (Problem problem : refused.problems()) {
        err.println(problem);
      }
      return refused.exitCode();
    }
    if (e instanceof RecordTrouble trouble) {
      err.println(trouble.problem());
      return ExitCode.RECORD;
    }
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    err.println(
        "This is a bug in Rolecall, and nothing you did wrong. Please report it with what follows:");
    err.println(trace);
    return ExitCode.BUG;
  }
}
