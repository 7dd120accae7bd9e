package dev.rolecall.ruleset;

import dev.rolecall.decision.Decision;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.WithoutInferred;
import dev.rolecall.rule.EngineFacts;
import dev.rolecall.rule.Phase;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one decision, read, checked and compiled: answers situations, from any number of
 * threads. Immutable; an edit of the folder makes another one.
 */
public final class Ruleset {

  private final Rulebook rulebook;
  private final List<Derivation> derivations;
  private final RuleFiles files;
  private final String hash;
  private final String meaning;
  private final Engine engine;
  private final AtomicBoolean untried = new AtomicBoolean(true);
  private final AtomicReference<@Nullable Memory> memory = new AtomicReference<>();
  private final Function<Rulebook, Engine> compiler;
  private @Nullable Probes probes;
  private final List<String> dimensions;
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, List<Attribute>> readBy = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, Integer> positions = new HashMap<>();

  Ruleset(
      Rulebook rulebook,
      List<Derivation> derivations,
      RuleFiles files,
      String meaning,
      Engine engine,
      Function<Rulebook, Engine> compiler) {
    this.rulebook = rulebook;
    this.derivations = List.copyOf(derivations);
    this.files = files;
    this.hash = files.hash();
    this.meaning = meaning;
    this.engine = engine;
    this.compiler = compiler;
    this.dimensions = vocabulary().dimensions().stream().map(FactType::name).toList();
    vocabulary().facts().forEach(f -> titles.put(f.name(), f.title()));
    for (Rule rule : rulebook.rules()) {
      readBy.put(
          rule.id(),
          rule.when()
              .attributes()
              .filter(a -> !EngineFacts.names().contains(a.fact()))
              .distinct()
              .sorted(Comparator.comparingInt(Attribute::index))
              .toList());
      positions.put(rule.id(), positions.size());
      places.put(rule.id(), vocabulary().decision() + "/" + rule.at().fileAndLine());
    }
  }

  public Vocabulary vocabulary() {
    return rulebook.vocabulary();
  }

  public Rulebook rulebook() {
    return rulebook;
  }

  /** The files that it was read from. */
  public RuleFiles files() {
    return files;
  }

  /** SHA-256 of the files of the folder: changes with every edit. */
  public String hash() {
    return hash;
  }

  /**
   * SHA-256 of what the rules mean: changes when an answer could, not with words, comments and
   * layout.
   */
  public String meaning() {
    return meaning;
  }

  /** Where a rule stands, {@code hiring/scope.drl:9}. */
  public String placeOf(Rule rule) {
    return places.getOrDefault(rule.id(), "");
  }

  /**
   * Answers a situation of this vocabulary. The same situation gives the same decision, whatever
   * was asked before. It also says how it would stand without what was inferred.
   */
  public Decision decide(Situation situation) {
    return hold(deliberate(situation), memory());
  }

  private Decision hold(Deliberation deliberation, @Nullable Memory remembered) {
    Decision decision = deliberation.hold(engine, remembered);
    return decision
        .situation()
        .withoutInferred()
        .map(bare -> new Deliberation(this, derive(bare), false).hold(engine, remembered))
        .map(without -> decision.beside(WithoutInferred.of(without.outcome())))
        .orElse(decision);
  }

  /**
   * From the second case on: who asks of one alone has nothing to remember. No thread waits here
   * for another that compiles the probes.
   */
  private @Nullable Memory memory() {
    if (memory.get() == null && !untried.getAndSet(false)) {
      memory.compareAndSet(null, new Memory(rulebook));
    }
    return memory.get();
  }

  /**
   * The same decision without its words: texts are empty and findings list no facts. For comparing
   * many situations with each other.
   */
  public Decision decideBriefly(Situation situation) {
    return new Deliberation(this, derive(situation), false).hold(engine, memory());
  }

  /** The findings of {@link #decideBriefly} alone; empty where the case is out of scope. */
  public Optional<List<Finding>> findBriefly(Situation situation) {
    return new Deliberation(this, derive(situation), false).begin(engine, memory());
  }

  /** The same decision with nothing remembered: every rule is asked of Drools. */
  public Decision decideAfresh(Situation situation) {
    return hold(deliberate(situation), null);
  }

  /** Whether a rule of this ruleset speaks of a situation. */
  public boolean speaks(Rule rule, Situation situation) {
    Deliberation deliberation = new Deliberation(this, derive(situation), false);
    if (rule.phase() == Phase.FINDINGS) {
      deliberation.begin(engine, memory());
    } else {
      hold(deliberation);
    }
    return spoke(deliberation, rule);
  }

  /** Each part of each condition, to be judged by itself; compiled when it is first asked for. */
  public synchronized Probes probes() {
    Probes made = probes;
    if (made == null) {
      made = new Probes(this, compiler);
      probes = made;
    }
    return made;
  }

  /**
   * Compiles these rules once more, for nothing but the practice: the first compilation of a
   * process takes seconds, the next ones a fraction.
   */
  public void warmCompiler() {
    Compiler.compile(Printer.print(rulebook), "practice");
  }

  Engine engine() {
    return engine;
  }

  Deliberation deliberate(Situation situation) {
    return new Deliberation(this, derive(situation), true);
  }

  Decision hold(Deliberation deliberation) {
    return hold(deliberation, memory());
  }

  boolean spoke(Deliberation deliberation, Rule rule) {
    return deliberation.spoke().get(positions.getOrDefault(rule.id(), rulebook.rules().size()));
  }

  /** The situation with what follows from its texts; a stated value stays. */
  public Situation derive(Situation situation) {
    Situation.Builder builder = null;
    for (Derivation derivation : derivations) {
      Object text = situation.value(derivation.from());
      if (text != null && derivation.appliesTo(situation)) {
        builder = builder == null ? situation.change() : builder;
        derivation.apply((String) text, builder);
      }
    }
    return builder == null ? situation : builder.build();
  }

  List<String> dimensions() {
    return dimensions;
  }

  String titleOf(String fact) {
    return titles.getOrDefault(fact, fact);
  }

  /** The declared attributes that a rule's condition reads, in the order of the vocabulary. */
  public List<Attribute> readBy(String rule) {
    return readBy.getOrDefault(rule, List.of());
  }
}
