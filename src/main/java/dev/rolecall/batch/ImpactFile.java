package dev.rolecall.batch;

import dev.rolecall.document.CsvText;
import dev.rolecall.file.WholeFile;
import dev.rolecall.intake.Intake;
import dev.rolecall.intake.Row;
import dev.rolecall.situation.Situation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases that do not stay as they are, as CSV: their own cells in the order of their files, and
 * behind them what changes and because of what.
 */
public final class ImpactFile implements Impact.Listener, AutoCloseable {

  private static final List<String> APPENDED =
      List.of("change", "before", "after", "appeared", "gone", "because of");

  private final Carried carried;
  private final WholeFile file;

  public ImpactFile(Path file, List<Intake> inputs) throws IOException {
    this.carried = new Carried(inputs);
    this.file = new WholeFile(file);
    this.file.write(CsvText.BOM);
    write(carried.columns(), APPENDED);
  }

  @Override
  public void moved(Intake input, Row row, Situation situation, Impact.Moved moved)
      throws IOException {
    write(
        carried.arrange(input, row.cells(situation)),
        List.of(
            moved.flip().word(),
            moved.before(),
            moved.after(),
            String.join(" | ", moved.appeared()),
            String.join(" | ", moved.gone()),
            String.join(" | ", moved.causes())));
  }

  private void write(List<String> own, List<String> appended) throws IOException {
    List<String> cells = new ArrayList<>(own);
    cells.addAll(appended);
    file.write(CsvText.lines(List.of(cells)));
  }

  /** All cases are there: the file takes its name. */
  public void complete() throws IOException {
    file.complete();
  }

  @Override
  public void close() {
    file.close();
  }
}
