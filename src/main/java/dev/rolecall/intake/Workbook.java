package dev.rolecall.intake;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** A workbook: of its sheets, the one whose header is understood best is read. */
final class Workbook {

  private record Candidate(Sheet sheet, SheetRows rows, Header header) {}

  private Workbook() {}

  static Result<Intake> open(Content content, Path file, ZipFile zip, Understanding understanding)
      throws IOException {
    boolean styled = zip.getEntry("xl/styles.xml") != null;
    ReadableWorkbook workbook;
    try {
      workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true));
    } catch (RuntimeException e) { // whatever a broken part makes the library throw
      throw new Unreadable("this workbook is damaged; save it again from a spreadsheet");
    }
    Candidate best = best(content, workbook, understanding);
    if (best != null && QuestionnaireReader.canRead(best.header)) {
      return questionnaire(content.with(workbook), best, workbook, understanding);
    }
    return best == null
        ? Result.refused(Place.of(content.name()), "there is nothing in its sheets")
        : TableIntake.of(content.with(workbook), best.header, best.rows, understanding);
  }

  private static Result<Intake> questionnaire(
      Content content, Candidate sheet, ReadableWorkbook workbook, Understanding understanding)
      throws IOException {
    Sheet known = workbook.findSheet(QuestionnaireSheet.KNOWN).orElse(null);
    try (TableRows rows = sheet.rows;
        SheetRows hidden = known == null ? null : SheetRows.of(workbook, known, content.notes())) {
      return QuestionnaireReader.read(content, sheet.header, rows, hidden, understanding);
    }
  }

  private static @Nullable Candidate best(
      Content content, ReadableWorkbook workbook, Understanding understanding) throws IOException {
    Candidate best = null;
    List<String> others = new ArrayList<>();
    for (Sheet sheet : workbook.getSheets().toList()) {
      if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
        continue;
      }
      SheetRows rows = SheetRows.of(workbook, sheet, content.notes());
      Header header = Header.find(rows, understanding.names());
      if (header == null) {
        rows.close();
      } else if (best == null || header.known() > best.header.known()) {
        passOver(best, others);
        best = new Candidate(sheet, rows, header);
      } else {
        passOver(new Candidate(sheet, rows, header), others);
      }
    }
    if (best != null && !others.isEmpty() && !QuestionnaireReader.canRead(best.header)) {
      content
          .notes()
          .add(
              "of its sheets, `"
                  + best.sheet.getName()
                  + "` was read; passed over: "
                  + Nearest.list(others));
    }
    return best;
  }

  private static void passOver(@Nullable Candidate candidate, List<String> others) {
    if (candidate != null) {
      candidate.rows.close();
      others.add(candidate.sheet.getName());
    }
  }
}
