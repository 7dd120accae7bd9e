package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Thousands of files that were whole before some of their bytes were changed, the same ones each
 * time: each is refused, or each of its rows is read or refused.
 */
@Timeout(60)
class MutatedExportsTest {

  private static final String CSV =
      "id,title,scope.teams,Artifacts\n1,\"Program, Manager\",5,\"schedule; risk register\"\n"
          + "2,\"a \"\"b\"\"\nc\",3-5,\n\n3,Müller,,x\n";

  private static final String JSON =
      "[{\"id\":\"1\",\"scope\":{\"teams\":5}},{\"id\":2,\"posting\":{\"title\":\"T\\u00e9\"}},"
          + "{\"shortcode\":\"A\",\"title\":\"PM\",\"description\":\"<p>several teams</p>\"}]";

  private static final PlainWorkbook WORKBOOK =
      PlainWorkbook.of(
              "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' s='1'><v>46203</v></c></row>"
                  + "<row r='3'><c r='A3'><f>1+1</f><v>2</v></c><c r='B3' t='b'><v>1</v></c></row>")
          .withTexts("<sst><si><t>R-1</t></si></sst>")
          .withStyles(
              "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");

  private final Random random = new Random(20250303);
  private int opened;
  private int read;
  private int refused;

  @Test
  void textsAreReadOrRefused() throws IOException {
    for (String text : new String[] {CSV, JSON, JSON.replace("},{", "}\n{")}) {
      byte[] whole = text.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1000; i++) {
        attempt(mutated(whole));
      }
    }
    bothHappened();
  }

  @Test
  void workbooksAreReadOrRefused() throws IOException {
    byte[] packed = WORKBOOK.bytes();
    for (int i = 0; i < 400; i++) {
      PlainWorkbook broken =
          switch (i % 3) {
            case 0 ->
                new PlainWorkbook(text(WORKBOOK.sheet()), WORKBOOK.texts(), WORKBOOK.styles());
            case 1 -> WORKBOOK.withTexts(text(WORKBOOK.texts()));
            default -> WORKBOOK.withStyles(text(WORKBOOK.styles()));
          };
      attempt(broken.bytes());
      attempt(mutated(packed));
    }
    bothHappened();
  }

  private void bothHappened() {
    assertThat(opened).isPositive();
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  private String text(String whole) {
    return new String(mutated(whole.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  /** Some bytes replaced, doubled or left out, or the end cut off. */
  private byte[] mutated(byte[] whole) {
    byte[] bytes = whole.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 1; changes--) {
      int at = random.nextInt(bytes.length);
      int other = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = bytes[other];
        case 2 -> bytes[at] = (byte) "\",;\n\r<>&{}[]'=\0".charAt(random.nextInt(15));
        case 3 -> bytes = spliced(bytes, Math.min(at, other), Math.max(at, other));
        default -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
      }
    }
    return bytes;
  }

  /** A piece taken out and put at the end. */
  private static byte[] spliced(byte[] bytes, int from, int to) {
    byte[] moved = bytes.clone();
    System.arraycopy(bytes, to, moved, from, bytes.length - to);
    System.arraycopy(bytes, from, moved, from + bytes.length - to, to - from);
    return moved;
  }

  private void attempt(byte[] file) throws IOException {
    Result<Intake> result =
        Intake.open(Intake.STDIN, Optional.empty(), Inputs.HIRING, new ByteArrayInputStream(file));
    if (!(result instanceof Result.Ok<Intake> ok)) {
      refused++;
      return;
    }
    opened++;
    try (Intake intake = ok.value()) {
      int rows = 0;
      for (Row row = intake.next(); row != null; row = intake.next()) {
        rows++;
        if (row.situation() instanceof Result.Ok) {
          read++;
        } else {
          refused++;
        }
      }
      assertThat(rows).isLessThan(200);
      assertThat(intake.next()).isNull();
      assertThat(intake.notes()).doesNotContainNull();
    }
  }
}
