package dev.rolecall.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook, which its cells name by their number. The first ones are held in memory;
 * where they are too many, those behind are written down and read again one by one.
 */
final class SharedTexts implements Closeable {

  /** What a short text takes beside its letters. */
  private static final int OVERHEAD = 64;

  private static final int WRITTEN_AT_ONCE = 1 << 20;

  private final long inMemory;
  private final List<String> held = new ArrayList<>();
  private @Nullable FileChannel behind;
  private final ByteBuffer waiting = ByteBuffer.allocate(WRITTEN_AT_ONCE);

  /** Where each text that is written down begins; one more for where the last one ends. */
  private long[] begins = new long[16];

  private int written;

  private SharedTexts(long inMemory) {
    this.inMemory = inMemory;
  }

  /**
   * @param part closed when it has been read; null where the workbook has none
   * @param inMemory about as many bytes are held
   */
  static SharedTexts of(@Nullable InputStream part, long inMemory) throws IOException {
    SharedTexts texts = new SharedTexts(inMemory);
    if (part == null) {
      return texts;
    }
    try (Xml xml = new Xml(part)) {
      texts.read(xml);
      return texts;
    } catch (IOException e) {
      texts.close();
      throw e;
    }
  }

  private void read(Xml xml) throws IOException {
    long size = 0;
    while (xml.next()) {
      if (xml.starts("si")) {
        String text = xml.text();
        size += OVERHEAD + 2L * text.length();
        if (size <= inMemory) {
          held.add(text);
        } else {
          write(text);
        }
      }
    }
    if (behind != null) {
      flush(behind);
    }
  }

  private void write(String text) throws IOException {
    if (behind == null) {
      behind =
          FileChannel.open(
              Files.createTempFile("rolecall-", ".texts"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > waiting.remaining()) {
      flush(behind);
    }
    if (bytes.length > waiting.remaining()) {
      writeAll(behind, ByteBuffer.wrap(bytes));
    } else {
      waiting.put(bytes);
    }
    if (written + 2 > begins.length) {
      checkRoom();
      begins = Arrays.copyOf(begins, begins.length * 2);
    }
    begins[written + 1] = begins[written] + bytes.length;
    written++;
  }

  /** The numbers of the texts take memory too. */
  private void checkRoom() throws Unreadable {
    if (begins.length * 4L * Long.BYTES > Math.max(inMemory, 1 << 20) * 2) {
      throw new Unreadable(
          String.format(
              "it holds more than %,d different texts, more than fit into memory; save the sheet as"
                  + " `CSV UTF-8`",
              held.size() + written));
    }
  }

  private void flush(FileChannel file) throws IOException {
    writeAll(file, waiting.flip());
    waiting.clear();
  }

  private static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  /** The text of a number, or null where there is none. */
  @Nullable String text(int number) throws IOException {
    if (number >= 0 && number < held.size()) {
      return held.get(number);
    }
    int at = number - held.size();
    if (behind == null || at < 0 || at >= written) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) (begins[at + 1] - begins[at]));
    while (bytes.hasRemaining() && behind.read(bytes, begins[at] + bytes.position()) >= 0) {
      // It is read whole.
    }
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (behind != null) {
      behind.close();
    }
  }
}
