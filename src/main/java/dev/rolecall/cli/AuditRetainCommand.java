package dev.rolecall.cli;

import dev.rolecall.record.Removal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "retain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Removes entries whose time is over: everything that they say.",
      "And what they can be found by. Their place and hash stay, so the chain still verifies. Versions of",
      "the rules, the rules themselves and what was removed before stay whole. An entry of its own says",
      "which were removed, when and by whom (--actor).",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rolecall audit retain --dry-run",
      "  rolecall audit retain --keep 18m"
    })
final class AuditRetainCommand implements Callable<Integer> {

  private static final Pattern KEEP = Pattern.compile("([1-9][0-9]{0,4})([ymd])");

  @Option(
      names = "--keep",
      paramLabel = "TIME",
      defaultValue = "4y",
      description = "How long entries are kept: 4y, 18m or 90d (default: ${DEFAULT-VALUE}).")
  private String keep = "";

  @Mixin private RemovalOptions removal = new RemovalOptions();

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    LocalDate before = LocalDate.now(clock).minus(period());
    Instant start = before.atStartOfDay(ZoneOffset.UTC).toInstant();
    return removal.remove(
        record -> Removal.ofEntries(record, start),
        "There is nothing to remove: no entry is from before " + before + ".",
        clock.instant(),
        "made before " + before + ", kept for " + keep,
        removal.author().actor());
  }

  private Period period() {
    Matcher matcher = KEEP.matcher(keep);
    if (!matcher.matches()) {
      throw Refused.usage(
          "`--keep " + keep + "`: years, months or days, as in `4y`, `18m` or `90d`");
    }
    int number = Integer.parseInt(matcher.group(1));
    return switch (matcher.group(2)) {
      case "y" -> Period.ofYears(number);
      case "m" -> Period.ofMonths(number);
      default -> Period.ofDays(number);
    };
  }
}
