package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: signals, pipes, a disk that takes no more. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ProcessTest {

  private static final String HEADER = "id,title,scope.teams\n";
  private static final byte[] ROWS =
      "REQ-1,\"Project Manager, Platform\",5\n".repeat(128).getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Path out;
  private Path part;
  private Path report;
  private Process process;

  @BeforeEach
  void fillCache() throws IOException {
    Run.of("decide", "examples/requisition.yaml");
    out = Files.writeString(folder.resolve("out.csv"), "old\n");
    part = folder.resolve("out.csv.part");
    report = Files.writeString(folder.resolve("report.html"), "old page\n");
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  private ProcessBuilder command(Object... arguments) {
    ProcessBuilder process = Run.process(arguments);
    process.command().addAll(List.of("--home", Run.HOME.toString()));
    return process.redirectError(folder.resolve("err").toFile());
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  /** Feeds rows until the batch has written some. */
  private OutputStream batchUnderWay() throws IOException {
    ProcessBuilder batch = command("batch", "-", "--out", out, "--report", report);
    process = batch.redirectOutput(folder.resolve("said").toFile()).start();
    OutputStream rows = process.getOutputStream();
    rows.write(HEADER.getBytes(StandardCharsets.UTF_8));
    while (!Files.exists(part) || Files.size(part) < 100_000) {
      rows.write(ROWS);
    }
    return rows;
  }

  private int exitCode() throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  private long wholeRows() throws IOException {
    List<String> lines = Files.readAllLines(part);
    assertThat(Files.readString(part)).endsWith("\n");
    assertThat(lines.subList(1, lines.size()))
        .allMatch(line -> line.matches("REQ-1,.*,[0-9a-f]{64}"));
    return lines.size() - 1;
  }

  @Test
  void ctrlCLeavesWholeRowsAndTheOldResult() throws Exception {
    OutputStream rows = batchUnderWay();
    new ProcessBuilder("kill", "-" + interrupt(), "" + process.pid()).start().waitFor();
    try {
      while (process.isAlive()) {
        rows.write(ROWS);
      }
    } catch (IOException e) {
      // It does not read any more.
    }
    assertThat(exitCode()).isIn(130, 143);
    assertThat(err()).isEmpty();
    assertThat(Files.readString(folder.resolve("said")))
        .contains(
            "Stopped after " + wholeRows() + " rows; they are in " + part,
            "There is no report: it would be about all rows.");
    assertThat(out).hasContent("old\n");
    assertThat(report).hasContent("old page\n");
    assertThat(folder.toFile().list()).noneMatch(name -> name.matches(".*html\\..*"));
  }

  /** A process started in the background of a script does not hear Ctrl-C. */
  private String interrupt() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return "INT";
    }
    String caught =
        Files.readAllLines(status).stream().filter(l -> l.startsWith("SigCgt")).findFirst().get();
    return (Long.parseUnsignedLong(caught.substring(7).strip(), 16) & 2) != 0 ? "INT" : "TERM";
  }

  @Test
  void killingItLeavesTheOldResult() throws Exception {
    batchUnderWay();
    process.destroyForcibly();
    assertThat(exitCode()).isEqualTo(137);
    assertThat(out).hasContent("old\n");
    assertThat(wholeRows()).isPositive();
  }

  @Test
  void aDiskThatTakesNoMoreLeavesTheOldResult() throws Exception {
    Path in = folder.resolve("in.csv");
    Files.writeString(in, HEADER + new String(ROWS, StandardCharsets.UTF_8).repeat(20));
    ProcessBuilder batch = command("batch", in, "--out", out, "--no-record");
    batch.command().addAll(0, List.of("sh", "-c", "ulimit -f 100 && exec \"$@\"", "sh"));
    process = batch.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(exitCode()).isEqualTo(ExitCode.NOT_WRITTEN);
    assertThat(err()).startsWith(out + ": it cannot be written: ").hasLineCount(1);
    assertThat(out).hasContent("old\n");
    assertThat(part).doesNotExist();
  }

  @Test
  void anOutputThatTakesNoMoreIsTold() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
    process =
        command("decide", "examples/requisition.yaml")
            .redirectOutput(new File("/dev/full"))
            .start();
    assertThat(exitCode()).isEqualTo(ExitCode.NOT_WRITTEN);
    assertThat(err()).startsWith("The standard output cannot be written: ").hasLineCount(1);
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoTrouble() throws Exception {
    process = command("decide", "-").start();
    try (BufferedReader said =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        OutputStream rows = process.getOutputStream()) {
      rows.write((HEADER + "REQ-1,TPM,5\n".repeat(2_000)).getBytes(StandardCharsets.UTF_8));
      rows.flush();
      assertThat(said.readLine()).isEqualTo("REQ-1 · TPM");
    }
    assertThat(exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(err()).isEmpty();
  }
}
