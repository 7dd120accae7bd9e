package dev.rolecall.intake;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workbook: of its sheets, the one whose header is understood best is read. */
final class Workbook {

  private record Candidate(WorkbookParts.OpenSheet sheet, Header header) {}

  private final Content content;
  private final WorkbookParts parts;
  private final Understanding understanding;
  private final List<String> others = new ArrayList<>();

  private Workbook(Content content, WorkbookParts parts, Understanding understanding) {
    this.content = content;
    this.parts = parts;
    this.understanding = understanding;
  }

  static Result<Intake> open(Content content, WorkbookParts parts, Understanding understanding)
      throws IOException {
    try {
      Result<Intake> opened = new Workbook(content.with(parts), parts, understanding).open();
      if (opened instanceof Result.Refused<Intake>) {
        parts.close();
      }
      return opened;
    } catch (IOException e) {
      parts.close();
      throw e;
    }
  }

  private Result<Intake> open() throws IOException {
    Candidate best = best();
    if (best == null) {
      return Result.refused(
          Place.of(content.name()),
          "there is nothing in its sheets"
              + (others.isEmpty() ? "" : "; passed over: " + Nearest.list(others)));
    }
    if (QuestionnaireReader.canRead(best.header)) {
      return questionnaire(best);
    }
    content.notes().add(Trait.FORMAT, "workbook");
    content.notes().add(Trait.SHEET, best.sheet.name());
    if (!others.isEmpty()) {
      content
          .notes()
          .add(
              "of its sheets, `"
                  + best.sheet.name()
                  + "` was read; passed over: "
                  + Nearest.list(others));
    }
    return TableIntake.of(
        content.reading(best.sheet.read()), best.header, best.sheet.rows(), understanding);
  }

  private Result<Intake> questionnaire(Candidate asked) throws IOException {
    WorkbookParts.Sheet known = parts.sheet(QuestionnaireSheet.KNOWN).orElse(null);
    try (TableRows rows = asked.sheet.rows();
        TableRows hidden = known == null ? null : parts.open(known, content.notes()).rows()) {
      return QuestionnaireReader.read(content, asked.header, rows, hidden, understanding);
    }
  }

  private @Nullable Candidate best() throws IOException {
    Candidate best = null;
    for (WorkbookParts.Sheet sheet : parts.sheets()) {
      if (sheet.hidden()) {
        others.add(sheet.name() + " (hidden)");
        continue;
      }
      WorkbookParts.OpenSheet opened = parts.open(sheet, content.notes());
      Header header = Header.find(opened.rows(), understanding.names());
      if (header == null) {
        opened.rows().close();
      } else if (best == null || header.known() > best.header.known()) {
        passOver(best);
        best = new Candidate(opened, header);
      } else {
        passOver(new Candidate(opened, header));
      }
    }
    return best;
  }

  private void passOver(@Nullable Candidate candidate) throws IOException {
    if (candidate != null) {
      candidate.sheet.rows().close();
      others.add(candidate.sheet.name());
    }
  }
}
