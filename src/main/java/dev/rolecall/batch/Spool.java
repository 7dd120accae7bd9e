package dev.rolecall.batch;

import dev.rolecall.file.WholeFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Rows that wait on the disk, beside a result, until their sheet has its turn. */
final class Spool implements Closeable {

  private static final int BUFFER = 64 * 1024;

  private final FileChannel channel;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final DeflaterOutputStream packed;
  private final DataOutputStream rows;
  private long count;

  /** Takes each row, as it was added. */
  interface Reader {
    void row(List<String> cells) throws IOException;
  }

  Spool(Path result) throws IOException {
    Path folder = result.toAbsolutePath().getParent();
    Path file =
        Files.createTempFile(
            folder == null ? Path.of("") : folder, result.getFileName() + ".", WholeFile.PART);
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    this.packed = new DeflaterOutputStream(Channels.newOutputStream(channel), deflater, BUFFER);
    this.rows = new DataOutputStream(new BufferedOutputStream(packed, BUFFER));
  }

  void add(List<String> cells) throws IOException {
    rows.writeInt(cells.size());
    for (String cell : cells) {
      byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
      rows.writeInt(bytes.length);
      rows.write(bytes);
    }
    count++;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** All rows, in order; nothing is added any more. */
  void read(Reader reader) throws IOException {
    rows.flush();
    packed.finish();
    channel.position(0);
    DataInputStream read =
        new DataInputStream(
            new BufferedInputStream(
                new InflaterInputStream(Channels.newInputStream(channel)), BUFFER));
    for (long row = 0; row < count; row++) {
      List<String> cells = new ArrayList<>();
      for (int left = read.readInt(); left > 0; left--) {
        cells.add(new String(read.readNBytes(read.readInt()), StandardCharsets.UTF_8));
      }
      reader.row(cells);
    }
  }

  @Override
  public void close() throws IOException {
    deflater.end();
    channel.close();
  }
}
