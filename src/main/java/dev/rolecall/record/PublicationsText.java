package dev.rolecall.record;

import dev.rolecall.problem.Counted;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Published versions as a person wants to read them, the newest first. */
public final class PublicationsText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int HASH = 12;

  private final Publications publications;
  private final LocalDate today;
  private final StringBuilder text = new StringBuilder(1_024);

  private PublicationsText(Publications publications, LocalDate today) {
    this.publications = publications;
    this.today = today;
  }

  public static String render(Publications publications, LocalDate today) {
    PublicationsText text = new PublicationsText(publications, today);
    for (int i = publications.all().size() - 1; i >= 0; i--) {
      text.version(publications.all().get(i));
    }
    return text.text.toString();
  }

  /** One of them. */
  public static String render(Publications publications, Publication one, LocalDate today) {
    PublicationsText text = new PublicationsText(publications, today);
    text.version(one);
    return text.text.toString();
  }

  private void version(Publication version) {
    Publication.Statement said = version.statement();
    Publication.Checks checks = said.checks();
    line("%-4s %s".formatted(version.name(), state(version)));
    if (!said.note().isEmpty()) {
      line("     " + said.note());
    }
    List<String> facts = new ArrayList<>();
    facts.add("published " + MINUTE.format(version.at()) + " by " + version.by());
    add("approved by ", said.approvedBy(), facts);
    add("", said.reference(), facts);
    version.rollbackOf().ifPresent(entry -> facts.add("rollback of " + nameOf(entry)));
    line("     " + String.join(" · ", facts));
    line("     changed: " + said.changed());
    line(
        "     %s, %s%s%s · ruleset %s"
            .formatted(
                Counted.of(checks.rules(), "rule"),
                Counted.of(checks.cases(), "case"),
                checks.failed() == 0 ? "" : " (" + checks.failed() + " of them failing)",
                checks.warnings() == 0 ? "" : ", " + Counted.of(checks.warnings(), "warning"),
                version.ruleset().substring(0, HASH)));
    line("");
  }

  private String state(Publication version) {
    String words =
        switch (publications.state(version, today)) {
          case IN_FORCE -> "in force since ";
          case PLANNED -> "planned for ";
          case FORMER -> "was in force from ";
          case OVERTAKEN -> "never in force; was planned for ";
        };
    return words + version.statement().effective();
  }

  private String nameOf(UUID entry) {
    return publications.all().stream()
        .filter(p -> p.entry().equals(entry))
        .map(Publication::name)
        .findFirst()
        .orElse("an entry that is no more");
  }

  private static void add(String label, String words, List<String> facts) {
    if (!words.isEmpty()) {
      facts.add(label + words);
    }
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
