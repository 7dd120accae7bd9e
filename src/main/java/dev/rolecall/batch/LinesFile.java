package dev.rolecall.batch;

import dev.rolecall.file.WholeFile;
import dev.rolecall.intake.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Results that are lines of text. */
final class LinesFile implements ResultsFile {

  private final Rendering rendering;
  private final WholeFile file;

  LinesFile(Path file, Rendering rendering) throws IOException {
    this.rendering = rendering;
    this.file = new WholeFile(file);
    try {
      this.file.write(rendering.header());
    } catch (IOException e) {
      this.file.close();
      throw e;
    }
  }

  @Override
  public Prepared prepare(Intake input, List<Decided> rows) {
    String lines = rendering.lines(input, rows);
    return () -> file.write(lines);
  }

  @Override
  public void refused(List<String> cells) {}

  @Override
  public void closed(Closed requisition) throws IOException {
    file.write(rendering.line(requisition));
  }

  @Override
  public void complete(Provenance provenance) throws IOException {
    file.complete();
  }

  @Override
  public Path leave(Provenance provenance) throws IOException {
    return file.leave();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
