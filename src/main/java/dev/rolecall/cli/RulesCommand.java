package dev.rolecall.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "rules")
final class RulesCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return ExitCode.DONE;
  }
}
