package dev.rolecall.record;

import dev.rolecall.ruleset.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Free text beside a body that holds only its seal. With text and salt removed nobody can find the
 * text again by trying.
 *
 * @param salt 32 hexadecimal digits
 * @param words one line of JSON
 */
record Sealed(String salt, String words) {

  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Sealed of(String words) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new Sealed(HexFormat.of().formatHex(salt), words);
  }

  static @Nullable String sealOf(@Nullable Sealed sealed) {
    return sealed == null ? null : sealed.seal();
  }

  /** SHA-256 of the digits of the salt and the words behind them. */
  String seal() {
    return Sha256.of(salt + words);
  }
}
