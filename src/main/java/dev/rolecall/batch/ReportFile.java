package dev.rolecall.batch;

import dev.rolecall.explain.ReportHtml;
import dev.rolecall.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The report of a batch, written when all rows are there. */
final class ReportFile implements AutoCloseable {

  private final Report report = new Report();
  private final WholeFile file;

  ReportFile(Path path) throws IOException {
    this.file = new WholeFile(path);
  }

  void add(List<Decided> rows) {
    rows.forEach(report::add);
  }

  void complete(Provenance provenance) throws IOException {
    file.write(ReportHtml.render(report.page(provenance)));
    file.complete();
  }

  @Override
  public void close() {
    file.close();
  }
}
