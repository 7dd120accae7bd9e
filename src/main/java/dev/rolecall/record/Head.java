package dev.rolecall.record;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the chain ends. Kept elsewhere, it shows later that nothing before it was changed and
 * nothing cut off.
 *
 * @param sequence of the last entry; 0 where there is none
 * @param hash of the last entry, 64 hexadecimal digits; zeros where there is none
 */
public record Head(long sequence, String hash) {

  static final Head NONE = new Head(0, "0".repeat(64));

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18})[: ]([0-9a-f]{64})");

  /** Reads what {@link #toString} wrote. */
  public static Result<Head> read(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    return matcher.matches()
        ? Result.ok(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Result.refused(
            Place.of(""),
            "`"
                + written
                + "` is no head of a record; it is the number of an entry, a colon, and its hash of"
                + " 64 digits");
  }

  @Override
  public String toString() {
    return sequence + ":" + hash;
  }
}
