package dev.rolecall.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolecall.cue.Cues;
import dev.rolecall.cue.Inferred;
import dev.rolecall.cue.Reading;
import dev.rolecall.cue.Repeated;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Outcome;
import dev.rolecall.problem.Result;
import dev.rolecall.ruleset.RulesFolder;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How well the cues of hiring read descriptions: what they infer, what is recommended on it, and
 * whether titles are told apart. {@code src/bench/cues} runs it.
 */
public final class CueQuality {

  private static final int ROUNDS = 200;

  /** Of the draw: what is drawn again is drawn the same. */
  private static final int SEED = Integer.getInteger("seed", 6);

  /** A rough line between postings of software and devices, and those of buildings and the rest. */
  private static final Pattern TECHNOLOGY =
      Pattern.compile(
          "\\b(software|hardware|cloud|engineering teams?|developers?|data|machine learning|agile"
              + "|scrum|it|sdlc|api|apps?|platforms?|web|technical program|computer science)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BUILDING =
      Pattern.compile(
          "\\b(construction|contractors?|subcontractors?|civil|superintendents?|architects|site"
              + "|buildings?|real estate|clinical|offshore)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Ruleset ruleset;
  private final Cues cues;
  private final Attribute title;
  private final Attribute advertised;
  private final Repeated repeated = new Repeated();
  private final List<Posting> postings = new ArrayList<>();

  private record Posting(String id, String title, String employer, String description) {

    boolean isTechnology() {
      long technology = TECHNOLOGY.matcher(description).results().count();
      return technology >= 3 && technology > BUILDING.matcher(description).results().count();
    }
  }

  private record Read(Posting posting, String group, Reading reading, Decision decision) {

    int lean(String to, String from) {
      int lean = 0;
      for (var voice : decision.voices()) {
        lean += to.equals(voice.leans()) ? 1 : from.equals(voice.leans()) ? -1 : 0;
      }
      return lean;
    }

    String outcome() {
      Outcome outcome = decision.outcome();
      return outcome.answer() == null
          ? outcome.kind().toString().toLowerCase(Locale.ROOT)
          : outcome.answer() + " by " + outcome.decidedBy();
    }
  }

  private CueQuality(Ruleset ruleset) {
    this.ruleset = ruleset;
    this.cues = ok(Cues.of(ruleset));
    this.title = ruleset.vocabulary().attribute("posting.title").orElseThrow();
    this.advertised = ruleset.vocabulary().attribute("posting.advertisedAs").orElseThrow();
  }

  /**
   * @param arguments {@code all}, {@code even} or {@code odd}: which of the employers, in the order
   *     of their names; how many inferred answers to draw and print; then CSV files with the
   *     columns id, title, company, description
   */
  public static void main(String[] arguments) throws IOException {
    CueQuality quality =
        new CueQuality(
            ok(RulesFolder.open(Path.of("rules"), "hiring", Path.of("target", "bench-cache"))));
    for (int i = 2; i < arguments.length; i++) {
      quality.read(Path.of(arguments[i]));
    }
    quality.measure(arguments[0], Integer.parseInt(arguments[1]));
  }

  private void read(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        String employer = employer(row.getField("company"), row.getField("id"));
        String description = row.getField("description");
        postings.add(new Posting(row.getField("id"), row.getField("title"), employer, description));
        repeated.add(employer, description);
      }
    }
  }

  /** {@code Google/YouTube} is Google; who is not named is an employer of their own. */
  private static String employer(String company, String id) {
    String name = company.strip().toLowerCase(Locale.ROOT).replaceAll("/.*", "");
    return name.isEmpty() ? "unnamed " + id : name.equals("youtube") ? "google" : name;
  }

  private void measure(String which, int drawn) {
    List<String> employers =
        List.copyOf(new TreeSet<>(postings.stream().map(Posting::employer).toList()));
    List<Read> reads = new ArrayList<>();
    for (Posting posting : postings) {
      boolean even = employers.indexOf(posting.employer) % 2 == 0;
      if (which.equals("all") || which.equals(even ? "even" : "odd")) {
        reads.add(read(posting));
      }
    }
    System.out.printf("%d descriptions of %s employers%n", reads.size(), which);
    inferred(reads);
    table("recommendations, all postings", reads);
    List<Read> technology = reads.stream().filter(r -> r.posting.isTechnology()).toList();
    table("recommendations, technology postings", technology);
    System.out.printf("AUC of voices, TPM over PM titles: %s%n", auc(reads));
    System.out.printf("AUC of voices, technology postings: %s%n", auc(technology));
    time(reads.stream().map(Read::posting).toList());
    draw(reads, drawn);
  }

  private Read read(Posting posting) {
    Reading reading = cues.read(posting.description, posting.employer, repeated);
    Situation.Builder situation =
        Situation.of(ruleset.vocabulary(), posting.id).set(title, Answer.stated(posting.title));
    reading
        .inferred()
        .forEach(i -> situation.set(i.attribute(), Answer.inferred(i.value(), i.quote())));
    Decision decision = ruleset.decide(situation.build());
    Object group = decision.situation().value(advertised);
    return new Read(posting, group == null ? "unclear" : group.toString(), reading, decision);
  }

  private void inferred(List<Read> reads) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    int conflicts = 0;
    for (Read read : reads) {
      conflicts += read.reading.conflicts().size();
      for (Inferred one : read.reading.inferred()) {
        String path = one.attribute().path();
        String what = path + " " + one.attribute().type().print(one.value());
        counts.computeIfAbsent(what, w -> new TreeMap<>()).merge(read.group, 1, Integer::sum);
      }
    }
    System.out.printf("%ninferred, by the title%n");
    counts.forEach((what, by) -> System.out.printf("  %-75s %s%n", what, by));
    long silent = reads.stream().filter(r -> r.reading.inferred().isEmpty()).count();
    System.out.printf("%d contradictions; nothing inferred from %d%n", conflicts, silent);
  }

  private static void table(String name, List<Read> reads) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Read read : reads) {
      counts
          .computeIfAbsent(read.group, g -> new TreeMap<>())
          .merge(read.outcome(), 1, Integer::sum);
    }
    System.out.printf("%n%s (%d), by the title%n", name, reads.size());
    counts.forEach((group, by) -> System.out.printf("  %-8s %s%n", group, by));
  }

  /** How often a posting of one title leans further to it than one of the other; a tie is half. */
  private static String auc(List<Read> reads) {
    double won = 0;
    List<Read> programs = reads.stream().filter(r -> r.group.equals("TPM")).toList();
    List<Read> projects = reads.stream().filter(r -> r.group.equals("PM")).toList();
    for (Read program : programs) {
      for (Read project : projects) {
        won += 0.5 + 0.5 * Integer.signum(program.lean("TPM", "PM") - project.lean("TPM", "PM"));
      }
    }
    return String.format(
        Locale.ROOT,
        "%.3f (%d TPM, %d PM)",
        won / programs.size() / projects.size(),
        programs.size(),
        projects.size());
  }

  private void time(List<Posting> read) {
    long characters = read.stream().mapToLong(p -> p.description.length()).sum();
    long spoke = 0;
    long start = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      start = round == 0 ? cpuNanos() : start;
      for (Posting posting : read) {
        spoke += cues.read(posting.description, posting.employer, repeated).inferred().size();
      }
    }
    double micros = (cpuNanos() - start) / 1e3 / ROUNDS;
    System.out.printf(
        Locale.ROOT,
        "%n%.0f µs a description, %.0f µs for 3,000 characters (%d answers)%n",
        micros / read.size(),
        micros * 3_000 / characters,
        spoke);
  }

  /** Of this thread: the machine may be busy with others. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void draw(List<Read> reads, int drawn) {
    List<String> all = new ArrayList<>();
    for (Read read : reads) {
      for (Inferred one : read.reading.inferred()) {
        String value = one.attribute().type().print(one.value());
        all.add(
            "%s%n   %s = %s%n   \"%s\""
                .formatted(read.posting.title, one.attribute().path(), value, one.quote()));
      }
    }
    Random random = new Random(SEED);
    for (int i = 1; i <= drawn && !all.isEmpty(); i++) {
      System.out.printf("%n%d. %s%n", i, all.remove(random.nextInt(all.size())));
    }
  }

  private static <T> T ok(Result<T> result) {
    if (result instanceof Result.Ok<T> ok) {
      return ok.value();
    }
    throw new IllegalStateException(((Result.Refused<T>) result).problems().toString());
  }
}
