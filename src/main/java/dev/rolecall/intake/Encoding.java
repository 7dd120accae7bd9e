package dev.rolecall.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * In which letters a text is written: UTF-8 with or without a mark, or UTF-16. Bytes that are not
 * UTF-8 are read as Windows-1252, which is what exports that say nothing are written in.
 *
 * @param mark how many bytes of the beginning are a byte order mark
 */
record Encoding(Charset charset, int mark) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Recognises the encoding by the beginning of a text. */
  static Encoding of(byte[] start) {
    if (begins(start, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (begins(start, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (begins(start, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    int[] zeros = new int[2];
    for (int i = 0; i < start.length; i++) {
      zeros[i % 2] += start[i] == 0 ? 1 : 0;
    }
    // Letters of the Latin alphabet have a zero for their upper half; no other text has any.
    int many = start.length / 5;
    if (zeros[1] > many && zeros[0] <= zeros[1] / 10) {
      return new Encoding(StandardCharsets.UTF_16LE, 0);
    }
    if (zeros[0] > many && zeros[1] <= zeros[0] / 10) {
      return new Encoding(StandardCharsets.UTF_16BE, 0);
    }
    return new Encoding(StandardCharsets.UTF_8, 0);
  }

  static boolean begins(byte[] start, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= start.length || start[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }

  String word() {
    return charset.name() + (mark > 0 ? " with a mark" : "");
  }

  /** The first bytes of a file as text, without the mark. */
  String text(byte[] start) {
    return new String(Arrays.copyOfRange(start, mark, start.length), charset);
  }

  /**
   * Reads the text behind the mark.
   *
   * @param windows told once, when the first byte is read as Windows-1252
   */
  Reader reader(CountingStream bytes, Runnable windows) throws IOException {
    bytes.skipNBytes(mark);
    CharsetDecoder decoder =
        charset.equals(StandardCharsets.UTF_8)
            ? new Lenient(windows)
            : charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    return new InputStreamReader(bytes, decoder);
  }

  /** Reads UTF-8, and each byte that cannot be as Windows-1252. */
  private static final class Lenient extends CharsetDecoder {
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private @Nullable Runnable windows;

    Lenient(Runnable windows) {
      super(StandardCharsets.UTF_8, 1, 1);
      this.windows = windows;
      onMalformedInput(CodingErrorAction.REPLACE);
    }

    @Override
    protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
      CoderResult result = utf8.decode(in, out, false);
      while (result.isMalformed() && out.hasRemaining()) {
        out.put(WINDOWS.decode(ByteBuffer.wrap(new byte[] {in.get()})));
        if (windows != null) {
          windows.run();
          windows = null;
        }
        utf8.reset();
        result = utf8.decode(in, out, false);
      }
      return result.isMalformed() ? CoderResult.OVERFLOW : result;
    }
  }
}
