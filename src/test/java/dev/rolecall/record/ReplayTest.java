package dev.rolecall.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Envelope;
import dev.rolecall.decision.Outcome;
import dev.rolecall.ruleset.RuleFiles;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.ruleset.Versions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was decided is decided again, and compared to the byte. */
@ParameterizedClass
@EnumSource(Database.class)
class ReplayTest {

  private static final Path CACHE = Path.of("target", "test-cache");

  @Parameter private Database database;
  @TempDir private Path folder;
  private Store store;
  private AuditRecord record;

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    record = AuditRecord.open(store);
  }

  @AfterEach
  void close() {
    record.close();
  }

  @Test
  void decisionsAreIdenticalUnderTheRulesThatMadeThem() {
    Ruleset reworded = otherwise("the work spans {teams} teams", "it spans {teams} teams");
    Ruleset stricter = otherwise("teams >= 3", "teams >= 4");
    List<Draft> drafts = new ArrayList<>();
    int number = 0;
    for (String example : Rules.examples().toList()) {
      for (Ruleset ruleset : List.of(Rules.HIRING, reworded, stricter)) {
        drafts.add(draft(++number, example, ruleset, Versions.all()));
      }
    }
    record.append(drafts);
    assertThat(replayed()).hasSize(number).allMatch(r -> r instanceof Replayed.Identical);
    assertThat(replayed().stream().map(r -> r.decision().sequence())).isSorted();
  }

  @Test
  void theRulesThatSpokeForAnEntryAreThoseOfItsDecision() {
    List<String> examples = Rules.examples().toList();
    for (int number = 1; number <= examples.size(); number++) {
      Envelope envelope = Rules.envelope(number, examples.get(number - 1));
      record.append(List.of(Rules.DRAFTS.draft(envelope, Rules.ADA, null)));
      Entry entry = record.byId(Rules.id(number)).orElseThrow();
      assertThat(RecordedDecisions.spokeFor(entry))
          .containsExactlyElementsOf(envelope.decision().spokeFor());
    }
  }

  @Test
  void theVersionsThatMadeAnEntryDoNotMatter() {
    Map<String, String> older = Map.of("rolecall", "0.0.9", "drools", "9.44.0", "java", "11");
    record.append(List.of(draft(1, "id: REQ-1, scope: { teams: 5 }", Rules.HIRING, older)));
    assertThat(replayed()).singleElement().isInstanceOf(Replayed.Identical.class);
  }

  @Test
  void anotherAnswerDivergesAndSaysInWhat() {
    Envelope honest = Rules.envelope(1, "id: REQ-1, scope: { teams: 5 }");
    Decision decision = honest.decision();
    Outcome was = decision.outcome();
    Outcome forged =
        new Outcome(
            was.kind(),
            was.answer(),
            was.voicesOf(),
            was.label(),
            "the boss",
            was.contested(),
            !was.narrow(),
            was.inferred(),
            was.because(),
            was.rules());
    Decision other =
        new Decision(
            decision.name(),
            decision.situation(),
            forged,
            decision.voices(),
            decision.balance(),
            decision.findings().subList(1, decision.findings().size()),
            decision.warnings(),
            decision.questions(),
            decision.suggestions(),
            decision.ruleset(),
            "another reckoning of the meaning");
    Envelope envelope = new Envelope(honest.id(), honest.at(), honest.engine(), other);
    record.append(List.of(Rules.DRAFTS.draft(envelope, Rules.ADA, null)));

    assertThat(replayed())
        .singleElement()
        .isInstanceOfSatisfying(
            Replayed.Diverged.class,
            diverged ->
                assertThat(diverged.differences())
                    .containsExactly(
                        "outcome.decidedBy was `the boss`, is `nothing`",
                        "outcome.narrow was `true`, is `false`",
                        "findings: Scope scope-several-teams TPM was not there before"));
  }

  @Test
  void whatWasRedactedCannotBeReplayed() {
    record.append(List.of(Rules.drafts(1, 2)));
    Removal.ofWords(record, List.of(Filter.all().id(Rules.id(1))))
        .append(record, Rules.id(3), Rules.NOON, Rules.ADA, "asked for", "Ada");
    assertThat(replayed())
        .satisfiesExactly(
            r -> assertCannot(r, Replayed.Reason.REDACTED, "its words were removed"),
            r -> assertThat(r).isInstanceOf(Replayed.Identical.class));
  }

  @Test
  void aChangedEntryIsNotReplayed() {
    record.append(List.of(Rules.drafts(1, 3)));
    Database.tamper(
        store,
        "update entry set body = replace(body, 'TPM', 'PM') where sequence = 1",
        "update register set outcome = 'PM' where sequence = 2",
        "update entry set words = replace(words, 'Ops', 'IT') where sequence = 3");
    assertThat(replayed())
        .allSatisfy(
            r ->
                assertCannot(
                    r,
                    Replayed.Reason.DAMAGED,
                    "the entry was changed; `rolecall audit verify` says more"));
  }

  @Test
  void rulesThatWereAlteredOrAreGoneAreNotUsed() {
    record.append(List.of(Rules.draft(1)));
    String name = "ruleset " + Rules.HIRING.hash().substring(0, 12);
    Database.tamper(store, "update ruleset_file set name = 'scopes.drl' where name = 'scope.drl'");
    assertThat(replayed())
        .allSatisfy(
            r -> assertCannot(r, Replayed.Reason.DAMAGED, name + " was altered in the archive"));
    Database.tamper(store, "delete from ruleset_file");
    assertThat(replayed())
        .allSatisfy(r -> assertCannot(r, Replayed.Reason.DAMAGED, name + " is not in the archive"));
  }

  @Test
  void rulesThatThisVersionRefusesAreNotUsed() {
    RuleFiles refused =
        Rules.HIRING
            .files()
            .with(
                "evil.drl",
                "rule \"x\" when then System.exit(1); end".getBytes(StandardCharsets.UTF_8));
    record.append(List.of(Rules.draft(1)));
    Listing listing = record.byId(Rules.id(1)).orElseThrow().listing();
    Draft publish =
        Draft.of(
                Kind.PUBLISH,
                Rules.id(2),
                Rules.NOON,
                Rules.ADA,
                About.ruleset("hiring", refused.hash()),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode())
            .archiving(refused);
    record.append(List.of(publish));
    ArchivedRules rules = new ArchivedRules(record, CACHE);
    Listing resting =
        new Listing(
            3,
            listing.id(),
            null,
            Kind.DECISION,
            listing.at(),
            listing.author(),
            publish.listing().about());
    assertThat(rules.of(resting))
        .isInstanceOfSatisfying(
            ArchivedRules.Closed.class,
            closed -> {
              assertThat(closed.reason()).isEqualTo(Replayed.Reason.REFUSED);
              assertThat(closed.words())
                  .startsWith("this version of Rolecall refuses its rules: ruleset ")
                  .contains("evil.drl:1");
            });
  }

  private static void assertCannot(Replayed replayed, Replayed.Reason reason, String words) {
    assertThat(replayed).isEqualTo(new Replayed.Cannot(replayed.decision(), reason, words));
  }

  private List<Replayed> replayed() {
    List<Replayed> all = new ArrayList<>();
    try (Stream<Entry> entries = record.entries(Filter.all().kind(Kind.DECISION).oldestFirst())) {
      new Replay(record, CACHE).run(entries, all::add);
    }
    return all;
  }

  private static Draft draft(
      int number, String situation, Ruleset ruleset, Map<String, String> engine) {
    Decision decision = ruleset.decide(Rules.situation(situation));
    Envelope envelope =
        new Envelope(Rules.id(number), Rules.NOON.plusSeconds(number), engine, decision);
    return DecisionDrafts.of(ruleset).draft(envelope, Rules.ADA, null);
  }

  /** The shipped rules with another text in the file about scope. */
  private static Ruleset otherwise(String text, String instead) {
    String scope =
        new String(Rules.HIRING.files().files().get("scope.drl"), StandardCharsets.UTF_8);
    assertThat(scope).contains(text);
    byte[] edited = scope.replace(text, instead).getBytes(StandardCharsets.UTF_8);
    return Rules.good(Rules.HIRING.files().with("scope.drl", edited).open(CACHE));
  }
}
