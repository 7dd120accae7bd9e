package dev.rolecall.batch;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.file.WholeFile;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.Versions;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Results as a workbook: the rows with their answers, every finding, what was refused, and where it
 * all comes from. Sheets are written one after another, so what belongs into a later one waits on
 * the disk.
 */
final class WorkbookFile implements ResultsFile {

  private static final List<String> FINDINGS =
      List.of("requisition", "row", "file", "dimension", "leans", "weight", "because", "rule");

  private static final List<String> NUMBERS = List.of("row", "weight");

  /** As the properties of a document want it: two numbers. */
  private static final String VERSION = Versions.rolecall().replaceAll("^(\\d+\\.\\d+).*", "$1");

  private final AnswerTable table;
  private final List<String> rejectsHeader;
  private final WholeFile file;
  private final Spool findings;
  private final Spool rejects;
  private final Workbook workbook;
  private final TableSheet results;

  private record Lines(List<List<String>> results, List<List<String>> findings) {}

  /**
   * @param rejectsHeader the columns of {@link #refused}
   */
  WorkbookFile(Path path, Carried carried, List<String> rejectsHeader) throws IOException {
    this.table = new AnswerTable(carried);
    this.rejectsHeader = rejectsHeader;
    List<String> header = table.header();
    if (rejectsHeader.size() > Worksheet.MAX_COLS || header.size() > Worksheet.MAX_COLS) {
      throw new FileSystemException(
          path.toString(),
          null,
          "a sheet has at most "
              + Worksheet.MAX_COLS
              + " columns, and these results have "
              + header.size()
              + "; choose a name that ends with .csv");
    }
    this.file = new WholeFile(path);
    try {
      this.findings = new Spool(path);
      this.rejects = new Spool(path);
    } catch (IOException e) {
      file.close();
      throw e;
    }
    this.workbook = new Workbook(file.stream(), "Rolecall", VERSION);
    this.results = new TableSheet(workbook, "results", header, List.of());
  }

  @Override
  public Prepared prepare(Intake input, List<Decided> rows) {
    List<List<String>> answered = new ArrayList<>(rows.size());
    List<List<String>> found = new ArrayList<>();
    for (Decided decided : rows) {
      if (decided.result() instanceof Result.Ok<Decision> ok) {
        Decision decision = ok.value();
        answered.add(table.row(input, decided, decision));
        decision.findings().forEach(finding -> found.add(cells(decided, decision, finding)));
      }
    }
    Lines lines = new Lines(answered, found);
    return () -> write(lines);
  }

  private static List<String> cells(Decided decided, Decision decision, Finding finding) {
    return List.of(
        decision.situation().id(),
        String.valueOf(decided.row().number()),
        decided.row().file(),
        finding.dimension(),
        finding.leans(),
        String.valueOf(finding.weight()),
        finding.because(),
        finding.rule());
  }

  private void write(Lines lines) throws IOException {
    for (List<String> row : lines.results) {
      results.add(row);
    }
    for (List<String> finding : lines.findings) {
      findings.add(finding);
    }
  }

  @Override
  public void refused(List<String> cells) throws IOException {
    rejects.add(cells);
  }

  @Override
  public void closed(Closed requisition) throws IOException {
    results.add(table.row(requisition));
  }

  @Override
  public void complete(Provenance provenance) throws IOException {
    finish(provenance);
    file.complete();
  }

  @Override
  public Path leave(Provenance provenance) throws IOException {
    finish(provenance);
    return file.leave();
  }

  private void finish(Provenance provenance) throws IOException {
    results.end();
    long cut = results.cut() + sheet("findings", FINDINGS, NUMBERS, findings);
    cut += sheet("rejects", rejectsHeader, List.of("row"), rejects);
    AboutSheet.write(provenance, cut, workbook.newWorksheet("about"));
    workbook.finish();
  }

  /** Returns how many cells were cut. */
  private long sheet(String name, List<String> header, List<String> numbers, Spool rows)
      throws IOException {
    TableSheet sheet = new TableSheet(workbook, name, header, numbers);
    rows.read(sheet::add);
    sheet.end();
    return sheet.cut();
  }

  @Override
  public void close() throws IOException {
    findings.close();
    rejects.close();
    file.close();
  }
}
