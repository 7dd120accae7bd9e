package dev.rolecall.record;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RuleFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The published versions of one decision. None is ever taken back: to go back is to publish an
 * earlier one again.
 *
 * @param all the oldest first
 */
public record Publications(String decision, List<Publication> all) {

  private static final Pattern NUMBER = Pattern.compile("v?([1-9][0-9]{0,5})");

  /** A hash, or enough of its beginning to mean one. */
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{6,64}");

  private static final Predicate<String> PLAIN =
      Pattern.compile("(?!\\.{1,2}$)[^/\\\\:]+").asMatchPredicate();

  public Publications {
    all = List.copyOf(all);
  }

  public static Publications of(AuditRecord record, String decision) {
    List<Publication> all = new ArrayList<>();
    Filter published = Filter.all().kind(Kind.PUBLISH).decision(decision).oldestFirst();
    try (Stream<Entry> entries = record.entries(published)) {
      entries.forEach(
          entry -> {
            // what does not even give its own hash may not be readable
            Entry whole = entry.holds() ? entry : record.reliable(entry);
            all.add(Publication.read(all.size() + 1, whole));
          });
    }
    return new Publications(decision, all);
  }

  public static Publications none(String decision) {
    return new Publications(decision, List.of());
  }

  public Optional<Publication> newest() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The newest whose day has come. */
  public Optional<Publication> inForce(LocalDate today) {
    return all.stream()
        .filter(p -> !p.statement().effective().isAfter(today))
        .reduce((earlier, later) -> later);
  }

  /**
   * How rules that decide stand to the version in force, as a sentence; empty where they are that
   * version, or none is in force.
   *
   * @param ruleset the hash of their files
   */
  public Optional<String> departure(String ruleset, LocalDate today) {
    return inForce(today)
        .filter(version -> !version.ruleset().equals(ruleset))
        .map(
            version ->
                "These rules are not "
                    + version.name()
                    + ", the version in force; `rolecall rules diff` shows what differs.");
  }

  /** How a version stands on a day. */
  public enum State {
    FORMER("former"),
    /** Another followed it before its day came. */
    OVERTAKEN("overtaken"),
    IN_FORCE("in force"),
    PLANNED("planned");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public State state(Publication version, LocalDate today) {
    int inForce = inForce(today).map(Publication::number).orElse(0);
    if (version.number() == inForce) {
      return State.IN_FORCE;
    }
    if (version.number() > inForce) {
      return State.PLANNED;
    }
    return version.statement().effective().isAfter(today) ? State.OVERTAKEN : State.FORMER;
  }

  /**
   * The versions whose day was still to come when the newest, and none before it, overtook them.
   */
  public List<Publication> overtakenByNewest() {
    Publication newest = newest().orElseThrow();
    List<Publication> earlier = all.subList(0, all.size() - 1);
    return earlier.stream()
        .filter(newest::overtakes)
        .filter(planned -> earlier.stream().noneMatch(e -> e.overtakes(planned)))
        .toList();
  }

  /**
   * The version that a word means: its number ({@code 3}, {@code v3}) or the hash of its rules, six
   * digits of it at least; of several versions with the same rules the newest.
   */
  public Result<Publication> named(String word) {
    Matcher number = NUMBER.matcher(word);
    return all.stream()
        .filter(
            p ->
                number.matches()
                    ? p.number() == Integer.parseInt(number.group(1))
                    : isHash(word) && p.ruleset().startsWith(word))
        .reduce((earlier, later) -> later)
        .map(Result::ok)
        .orElseGet(() -> Result.refused(Place.of(""), unknown(word)));
  }

  private String unknown(String word) {
    return "`" + word + "` is no version of `" + decision + "`; " + inShort();
  }

  /** {@code there are v1 to v3}. */
  public String inShort() {
    return switch (all.size()) {
      case 0 -> "nothing of `" + decision + "` is published yet";
      case 1 -> "there is v1 only";
      default -> "there are v1 to v" + all.size();
    };
  }

  static boolean isHash(String word) {
    return HASH.matcher(word).matches();
  }

  /** The archived rules of a version. */
  public static RuleFiles files(AuditRecord record, Publication version) {
    return files(record, version.ruleset(), version.name());
  }

  /** The same with its scenarios. */
  public static RulesAndScenarios rules(AuditRecord record, Publication version) {
    return rules(record, version.ruleset(), version.scenarios(), version.name());
  }

  private static RulesAndScenarios rules(
      AuditRecord record, String ruleset, Optional<String> scenarios, String shown) {
    return new RulesAndScenarios(
        files(record, ruleset, shown), scenarios.map(s -> whole(record, s, shown).files()));
  }

  /**
   * What was archived, by the hash of the rules or of the scenarios, or how it begins; whether it
   * was ever published or not.
   */
  public static Optional<RulesAndScenarios> archived(
      AuditRecord record, String decision, String hash) {
    return isHash(hash)
        ? unpublished(record, decision, hash).or(() -> decided(record, decision, hash))
        : Optional.empty();
  }

  private static Optional<RulesAndScenarios> unpublished(
      AuditRecord record, String decision, String hash) {
    Filter kept = Filter.all().kind(Kind.ARCHIVE).decision(decision);
    String shown = "archived " + hash;
    try (Stream<Entry> entries = record.entries(kept)) {
      return entries
          .filter(entry -> isNamed(entry, hash))
          .findFirst()
          .map(
              entry ->
                  rules(record, ruleset(entry.listing()), Publication.scenarios(entry), shown));
    }
  }

  private static boolean isNamed(Entry entry, String hash) {
    return ruleset(entry.listing()).startsWith(hash)
        || Publication.scenarios(entry).filter(s -> s.startsWith(hash)).isPresent();
  }

  /** Rules of decisions, which nobody published. */
  private static Optional<RulesAndScenarios> decided(
      AuditRecord record, String decision, String hash) {
    Filter named = Filter.all().decision(decision).ruleset(hash).most(1);
    try (Stream<Listing> entries = record.listings(named)) {
      return entries
          .findFirst()
          .map(entry -> rules(record, ruleset(entry), Optional.empty(), "ruleset " + hash));
    }
  }

  private static String ruleset(Listing entry) {
    return String.valueOf(entry.about().ruleset());
  }

  private static RuleFiles files(AuditRecord record, String hash, String shown) {
    Archived rules = whole(record, hash, shown);
    return RuleFiles.of(rules.decision(), shown, rules.files().files());
  }

  /** Files that are not there, or not what they were, are trouble. */
  private static Archived whole(AuditRecord record, String hash, String shown) {
    return record
        .archived(hash)
        .filter(f -> f.files().hash().equals(hash))
        .filter(f -> f.files().files().keySet().stream().allMatch(Publications::isInside))
        .orElseThrow(
            () ->
                new RecordTrouble(
                    record.shown(),
                    "the archived files of "
                        + shown
                        + " are not there, or not what they were; `rolecall audit verify` says"
                        + " more"));
  }

  /** The name of a file, and no way out of its folder. */
  private static boolean isInside(String name) {
    return Stream.of(name.split("/", -1)).allMatch(PLAIN);
  }
}
