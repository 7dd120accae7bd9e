package dev.rolecall.record;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Ed25519 keys in PEM (RFC 7468), as {@code openssl genpkey -algorithm ed25519} writes them.
 */
public final class KeyFile {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private KeyFile() {}

  /** The key to sign with. */
  public static Result<PrivateKey> secret(String file, String text) {
    try {
      Optional<byte[]> key = between("PRIVATE KEY", text);
      if (key.isPresent()) {
        return Result.ok(keys().generatePrivate(new PKCS8EncodedKeySpec(key.get())));
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // refused below
    }
    return Result.refused(
        Place.of(file),
        "it holds no Ed25519 key to sign with; `openssl genpkey -algorithm ed25519 -out key.pem`"
            + " makes one, without a password");
  }

  /** The key that shows who signed. */
  public static Result<PublicKey> open(String file, String text) {
    try {
      Optional<byte[]> key = between("PUBLIC KEY", text);
      if (key.isPresent()) {
        return Result.ok(keys().generatePublic(new X509EncodedKeySpec(key.get())));
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // refused below
    }
    return Result.refused(
        Place.of(file),
        "it holds no Ed25519 public key; `openssl pkey -in key.pem -pubout -out public.pem` writes"
            + " that of a key");
  }

  private static Optional<byte[]> between(String what, String text) {
    Matcher matcher = PEM.matcher(text);
    return matcher.find() && matcher.group(1).equals(what)
        ? Optional.of(Base64.getMimeDecoder().decode(matcher.group(2)))
        : Optional.empty();
  }

  private static KeyFactory keys() throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519");
  }
}
