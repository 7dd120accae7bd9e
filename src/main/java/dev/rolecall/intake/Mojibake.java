package dev.rolecall.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that somebody before us read in the wrong encoding, {@code MÃ¼ller} and {@code isnâ€™t},
 * made whole again.
 */
final class Mojibake {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset BIG5 = Charset.forName("Big5");

  /** What the bytes 0x80 to 0xBF of UTF-8 look like as Windows-1252 or Latin-1. */
  private static final String INNER = "[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

  private static final Pattern UTF8 =
      Pattern.compile(
          "[\\u00C2-\\u00DF]"
              + INNER
              + "|[\\u00E0-\\u00EF]"
              + INNER
              + "{2}|[\\u00F0-\\u00F4]"
              + INNER
              + "{3}");

  /** Quotes of Big5; Spanish, which opens with the same sign, never puts these behind it. */
  private static final Pattern CERTAINLY_BIG5 = Pattern.compile("¡[¦§¨]");

  private static final Pattern QUOTES_OF_BIG5 = Pattern.compile("¡[¥¦§¨KVX]");

  private Mojibake() {}

  /** The same text object where nothing is garbled. */
  static String repaired(String text) {
    if (isPlain(text)) {
      return text;
    }
    String repaired = replaced(UTF8, text, Mojibake::utf8);
    return CERTAINLY_BIG5.matcher(repaired).find()
        ? replaced(QUOTES_OF_BIG5, repaired, m -> new String(m.getBytes(WINDOWS), BIG5))
        : repaired;
  }

  /** Whether no letter occurs that begins something garbled; most texts end here. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0xC2 && c <= 0xF4 || c == '¡') {
        return false;
      }
    }
    return true;
  }

  private static String replaced(
      Pattern pattern, String text, java.util.function.UnaryOperator<String> made) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? matcher.replaceAll(found -> Matcher.quoteReplacement(made.apply(found.group())))
        : text;
  }

  /** What the bytes behind the letters mean, or the letters where they mean nothing. */
  private static String utf8(String garbled) {
    byte[] bytes = new byte[garbled.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = garbled.charAt(i);
      bytes[i] = c < 0x100 ? (byte) c : WINDOWS.encode(CharBuffer.wrap(new char[] {c})).get();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return garbled;
    }
  }
}
