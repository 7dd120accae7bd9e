package dev.rolecall.record;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A head as it is kept elsewhere, in one line: number, hash and time, and where it is signed, an
 * Ed25519 signature (RFC 8032) of what stands before it: {@code 1042 3fa9… 2026-11-22T19:40:12.123Z
 * ed25519:MEUC…}.
 *
 * @param at when the record ended there
 * @param signature in Base64; null where it is not signed
 */
public record SignedHead(Head head, Instant at, @Nullable String signature) {

  private static final String ALGORITHM = "Ed25519";
  private static final Pattern WRITTEN =
      Pattern.compile("(\\S+ \\S+) (\\S+)(?: ed25519:([A-Za-z0-9+/=]+))?");

  public static SignedHead unsigned(Head head, Instant at) {
    return new SignedHead(head, Body.precise(at), null);
  }

  public SignedHead signed(PrivateKey key) {
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(key);
      signer.update(said());
      return new SignedHead(head, at, Base64.getEncoder().encodeToString(signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no key of " + ALGORITHM, e);
    }
  }

  /** Whether the owner of the key signed just this. */
  public boolean isSignedBy(PublicKey key) {
    if (signature == null) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(said());
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // what is no signature at all signs nothing
    }
  }

  /** Reads the last line of a file in which each is what {@link #toString} wrote. */
  public static Result<SignedHead> last(String file, String text) {
    String stripped = text.strip();
    Matcher matcher = WRITTEN.matcher(stripped.substring(stripped.lastIndexOf('\n') + 1).strip());
    if (matcher.matches() && Head.read(matcher.group(1)) instanceof Result.Ok<Head> head) {
      try {
        Instant at = Instant.parse(matcher.group(2));
        return Result.ok(new SignedHead(head.value(), at, matcher.group(3)));
      } catch (DateTimeException e) {
        // refused below
      }
    }
    return Result.refused(
        Place.of(file),
        "it holds no head of a record; `rolecall audit head` writes one: a line with number, hash"
            + " and time");
  }

  private byte[] said() {
    return (head.sequence() + " " + head.hash() + " " + at).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    String said = new String(said(), StandardCharsets.US_ASCII);
    return signature == null ? said : said + " ed25519:" + signature;
  }
}
