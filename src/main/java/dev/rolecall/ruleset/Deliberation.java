package dev.rolecall.ruleset;

import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.Known;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Question;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Verb;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One decision on its way: what the rules said in each phase becomes the facts of the next, and at
 * last the decision.
 */
final class Deliberation {

  private final Ruleset ruleset;
  private final Vocabulary vocabulary;
  private final Situation situation;
  private final EngineValues values;
  private final Wording wording;
  private final BitSet spoke = new BitSet();

  /** The engine's facts that joined in each phase that was reached. */
  private final Map<Phase, List<?>> heard = new EnumMap<>(Phase.class);

  private List<Finding> findings = List.of();

  /**
   * @param inWords whether texts are filled and facts listed; it costs most of the time
   */
  Deliberation(Ruleset ruleset, Situation situation, boolean inWords) {
    this.ruleset = ruleset;
    this.vocabulary = ruleset.vocabulary();
    this.situation = situation;
    this.values = new EngineValues(situation);
    this.wording = new Wording(ruleset, situation, values, inWords);
  }

  Decision hold(Engine engine, @Nullable Memory memory) {
    try (Hearing hearing = new Hearing(engine, memory, situation)) {
      List<Rule> first = heard(hearing, Phase.FINDINGS, List.of(values.known()));
      List<Rule> away = saying(first, Verb.OUT_OF_SCOPE);
      if (!away.isEmpty()) {
        return decision(
            outcome(Outcome.Kind.OUT_OF_SCOPE, null, away, Verb.OUT_OF_SCOPE),
            List.of(),
            List.of());
      }
      findings = findings(first);
      List<?> counted = values.count(ruleset.dimensions(), findings);

      List<Rule> second = heard(hearing, Phase.OUTCOME, counted);
      Outcome outcome = outcome(second);

      List<Rule> third = heard(hearing, Phase.ADVICE, List.of(values.recommend(outcome)));
      return decision(outcome, questions(second, third), third);
    }
  }

  /** Hears the first phase and stops: what it finds; empty where the case is out of scope. */
  Optional<List<Finding>> begin(Engine engine, @Nullable Memory memory) {
    try (Hearing hearing = new Hearing(engine, memory, situation)) {
      List<Rule> first = heard(hearing, Phase.FINDINGS, List.of(values.known()));
      return saying(first, Verb.OUT_OF_SCOPE).isEmpty()
          ? Optional.of(findings(first))
          : Optional.empty();
    }
  }

  private List<Rule> heard(Hearing hearing, Phase phase, List<?> facts) {
    BitSet speaking = hearing.next(phase, facts);
    heard.put(phase, facts);
    spoke.or(speaking);
    List<Rule> rules = new ArrayList<>(speaking.cardinality());
    for (int i = speaking.nextSetBit(0); i >= 0; i = speaking.nextSetBit(i + 1)) {
      rules.add(ruleset.rulebook().rules().get(i));
    }
    return rules;
  }

  /**
   * The engine's facts, as they joined phase by phase; phases that were not reached are missing.
   */
  Map<Phase, List<?>> heard() {
    return heard;
  }

  /** The positions of all rules that spoke. */
  BitSet spoke() {
    return spoke;
  }

  Known known() {
    return values.known();
  }

  private static List<Rule> saying(List<Rule> rules, Verb verb) {
    List<Rule> saying = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.says(verb)) {
        saying.add(rule);
      }
    }
    return saying;
  }

  private List<Finding> findings(List<Rule> spoke) {
    List<Finding> found = new ArrayList<>();
    for (Rule rule : spoke) {
      String dimension = rule.dimension().map(FactType::name).orElse("");
      for (Statement leans : rule.then()) {
        found.add(
            new Finding(
                rule.id(),
                dimension,
                leans.about().orElseThrow(),
                rule.weight(),
                wording.text(rule, leans),
                wording.facts(rule),
                ruleset.placeOf(rule)));
      }
    }
    found.sort(
        Comparator.comparingInt((Finding f) -> ruleset.dimensions().indexOf(f.dimension()))
            .thenComparing(Finding::rule));
    return found;
  }

  /** Exactly one outcome, or the honest answer that there is none or more than one. */
  private Outcome outcome(List<Rule> spoke) {
    List<Rule> recommending = saying(spoke, Verb.RECOMMEND);
    List<Rule> undecided = saying(spoke, Verb.INCONCLUSIVE);
    if (recommending.isEmpty() && undecided.isEmpty()) {
      return plain("no rule decides", List.of());
    }
    if (recommending.isEmpty()) {
      return outcome(Outcome.Kind.INCONCLUSIVE, null, undecided, Verb.INCONCLUSIVE);
    }
    List<Rule> deciding = new ArrayList<>(recommending);
    deciding.addAll(undecided);
    if (recommending.stream().map(Deliberation::answer).distinct().count() > 1
        || !undecided.isEmpty()) {
      List<String> ids = deciding.stream().map(Rule::id).sorted().toList();
      return plain("rules contradict each other: " + String.join(" and ", ids), ids);
    }
    return outcome(
        Outcome.Kind.RECOMMENDED, answer(recommending.get(0)), recommending, Verb.RECOMMEND);
  }

  private static String answer(Rule recommending) {
    return recommending.then().stream()
        .filter(s -> s.verb() == Verb.RECOMMEND)
        .findFirst()
        .flatMap(Statement::about)
        .orElseThrow();
  }

  private static Outcome plain(String because, List<String> rules) {
    return new Outcome(
        Outcome.Kind.INCONCLUSIVE,
        null,
        null,
        "Inconclusive",
        "",
        false,
        false,
        false,
        because,
        rules);
  }

  private Outcome outcome(
      Outcome.Kind kind, @Nullable String answer, List<Rule> deciding, Verb verb) {
    String label =
        answer != null
            ? vocabulary.outcomes().label(answer)
            : kind == Outcome.Kind.OUT_OF_SCOPE ? "Out of scope" : "Inconclusive";
    List<String> because = new ArrayList<>();
    for (Rule rule : deciding) {
      rule.then().stream()
          .filter(s -> s.verb() == verb)
          .forEach(s -> because.add(wording.text(rule, s)));
    }
    return new Outcome(
        kind,
        answer,
        deciding.get(0).voicesOf().orElse(answer),
        label,
        deciding.get(0).decidedBy(),
        deciding.stream().anyMatch(r -> r.marks("contested")),
        deciding.stream().anyMatch(r -> r.marks("narrow")),
        answer != null && restsOnInferred(deciding, answer),
        String.join("; ", because),
        deciding.stream().map(Rule::id).sorted().toList());
  }

  private boolean restsOnInferred(List<Rule> deciding, String answer) {
    Inferences inferences = new Inferences(ruleset, situation);
    return deciding.stream()
        .anyMatch(rule -> inferences.carry(rule, rule.voicesOf().orElse(answer), findings));
  }

  /** In the order in which the rules stand; each once, and none that is answered. */
  private List<Question> questions(List<Rule> second, List<Rule> third) {
    List<Rule> asking = new ArrayList<>(saying(second, Verb.ASK));
    asking.addAll(saying(third, Verb.ASK));
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Rule rule : asking) {
      for (Statement statement : rule.then()) {
        if (statement.verb() == Verb.ASK) {
          Attribute about = vocabulary.attribute(statement.about().orElseThrow()).orElseThrow();
          if (situation.value(about) == null) {
            questions.putIfAbsent(about.path(), new Question(about, rule.id()));
          }
        }
      }
    }
    return List.copyOf(questions.values());
  }

  private Decision decision(Outcome outcome, List<Question> questions, List<Rule> advising) {
    return new Decision(
        vocabulary.decision(),
        situation,
        outcome,
        values.voices(),
        values.balance(),
        findings,
        advice(advising, Verb.WARN, EnumType.Role.WARNINGS),
        questions,
        advice(advising, Verb.SUGGEST, EnumType.Role.TOPICS),
        ruleset.hash(),
        ruleset.meaning());
  }

  /** By the rank of the kind, then in the order in which the rules stand. */
  private List<Advice> advice(List<Rule> spoke, Verb verb, EnumType.Role role) {
    List<Advice> advice = new ArrayList<>();
    EnumType kinds = vocabulary.withRole(role).orElse(null);
    if (kinds == null) {
      return advice;
    }
    for (Rule rule : spoke) {
      for (Statement statement : rule.then()) {
        if (statement.verb() == verb) {
          String kind = statement.about().orElseThrow();
          advice.add(new Advice(kind, kinds.label(kind), wording.text(rule, statement), rule.id()));
        }
      }
    }
    advice.sort(Comparator.comparingInt(a -> kinds.rank(a.kind())));
    return advice;
  }

  /** The value that an attribute has: of a declared fact, or of one of the engine's but Voice. */
  @Nullable Object value(Attribute attribute) {
    return values.value(attribute, situation);
  }
}
