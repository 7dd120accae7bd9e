package dev.rolecall.space;

import dev.rolecall.problem.Nearest;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Verb;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.ValueType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a vocabulary declares and no rule uses. */
final class Unread {

  private final Vocabulary vocabulary;
  private final List<Rule> rules;
  private final Set<Attribute> read;
  private final List<Problem> remarks = new ArrayList<>();

  private Unread(Rulebook rulebook) {
    this.vocabulary = rulebook.vocabulary();
    this.rules = rulebook.rules();
    this.read = rules.stream().flatMap(r -> r.when().attributes()).collect(Collectors.toSet());
  }

  static List<Problem> in(Rulebook rulebook, List<Situation> tried) {
    Unread unread = new Unread(rulebook);
    unread.attributes();
    unread.choices(tried);
    unread.dimensions();
    unread.said(EnumType.Role.OUTCOMES, Verb.RECOMMEND, "recommends");
    unread.said(EnumType.Role.WARNINGS, Verb.WARN, "warns of");
    unread.said(EnumType.Role.TOPICS, Verb.SUGGEST, "suggests anything on");
    return unread.remarks;
  }

  private void attributes() {
    vocabulary.attributes().stream()
        .filter(a -> !read.contains(a) && !isOnlyCarried(a))
        .forEach(
            a -> remark(a.at(), "no rule reads " + a.path() + ", so its answer changes nothing"));
  }

  /** A text that frames the situation is there for people. */
  private boolean isOnlyCarried(Attribute attribute) {
    boolean text = attribute.type() instanceof ValueType.Text;
    return text && vocabulary.factOf(attribute).role() == FactType.Role.CONTEXT;
  }

  /** Of what is derived only the table has to know every constant. */
  private void choices(List<Situation> tried) {
    for (EnumType type : vocabulary.enums()) {
      List<Attribute> answers =
          read.stream().filter(a -> isOf(a, type) && a.derived().isEmpty()).toList();
      Set<Object> met = met(answers, tried);
      if (!answers.isEmpty()) {
        unused(
            type,
            type.names().stream().filter(n -> !met.contains(n)).toList(),
            "names, and no case gives,");
      }
    }
  }

  private static boolean isOf(Attribute attribute, EnumType type) {
    return type.role() == EnumType.Role.CHOICES
        && attribute.type() instanceof ValueType.OneOf choice
        && choice.type().equals(type);
  }

  /** The constants that a rule names or a situation holds. */
  private Set<Object> met(List<Attribute> answers, List<Situation> tried) {
    Set<Object> met = new HashSet<>();
    rules.stream()
        .flatMap(r -> r.when().comparisons())
        .filter(c -> answers.contains(c.attribute()))
        .flatMap(c -> c.literals().stream())
        .forEach(l -> Optional.ofNullable(l.value()).ifPresent(met::add));
    for (Situation situation : tried) {
      answers.forEach(a -> Optional.ofNullable(situation.value(a)).ifPresent(met::add));
    }
    return met;
  }

  private void dimensions() {
    Set<FactType> spokenFor =
        rules.stream().flatMap(r -> r.dimension().stream()).collect(Collectors.toSet());
    vocabulary.dimensions().stream()
        .filter(d -> !spokenFor.contains(d))
        .forEach(d -> remark(d.at(), "no rule speaks for the dimension `" + d.name() + "`"));
  }

  private void said(EnumType.Role role, Verb by, String says) {
    Set<String> said =
        rules.stream()
            .flatMap(r -> r.then().stream())
            .filter(s -> s.verb() == by)
            .map(Statement::about)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    vocabulary
        .withRole(role)
        .ifPresent(
            type ->
                unused(type, type.names().stream().filter(n -> !said.contains(n)).toList(), says));
  }

  private void unused(EnumType type, List<String> names, String verb) {
    if (!names.isEmpty()) {
      List<String> full = names.stream().map(n -> type.name() + "." + n).toList();
      remark(type.at(), "no rule " + verb + " " + Nearest.list(full));
    }
  }

  private void remark(Place at, String message) {
    remarks.add(new Problem(at, message));
  }
}
