package dev.rolecall.scenario;

import dev.rolecall.document.Node;
import dev.rolecall.document.Yaml;
import dev.rolecall.intake.Descriptions;
import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import dev.rolecall.ruleset.Ruleset;
import dev.rolecall.situation.Situation;
import dev.rolecall.situation.SituationReader;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text of a scenario file in the names of one ruleset. */
public final class ScenarioReader {

  private static final List<String> FILE_KEYS = List.of("title", "why", "given", "cases");
  private static final List<String> CASE_KEYS = List.of("name", "change", "expect");
  private static final Node.Fields NOTHING = new Node.Fields(Place.of(""), Map.of());

  private final Vocabulary vocabulary;
  private final Descriptions descriptions;
  private final ExpectationReader expectations;
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  private ScenarioReader(Rulebook rulebook, Descriptions descriptions, String file) {
    this.vocabulary = rulebook.vocabulary();
    this.descriptions = descriptions;
    this.expectations = new ExpectationReader(rulebook);
    this.file = file;
  }

  /**
   * @param file as the reader of a message knows it
   * @return the cases, or everything that is wrong with the file
   */
  public static Result<ScenarioFile> read(Ruleset ruleset, String file, String text) {
    return Descriptions.of(ruleset).then(read -> read(ruleset.rulebook(), read, file, text));
  }

  static Result<ScenarioFile> read(
      Rulebook rulebook, Descriptions descriptions, String file, String text) {
    return Yaml.read(file, text).then(new ScenarioReader(rulebook, descriptions, file)::documents);
  }

  private Result<ScenarioFile> documents(List<Node> documents) {
    if (documents.isEmpty() || isNothing(documents.get(0))) {
      return Result.refused(
          Place.of(file), "it is empty; a scenario file has a `title` and `cases`");
    }
    if (documents.size() > 1) {
      return Result.refused(
          documents.get(1).at(), "a second document begins here; a scenario file is one");
    }
    Optional<Group> group = Group.of(documents.get(0), "a scenario file", FILE_KEYS, problems);
    return Result.of(group.map(this::file).orElse(new ScenarioFile(file, "", List.of())), problems);
  }

  private ScenarioFile file(Group group) {
    String title = group.text("title");
    if (group.node("why") != null) {
      group.text("why");
    }
    Node.Fields given = situation(group, "given");
    List<Case> cases = new ArrayList<>();
    Map<String, Integer> names = new HashMap<>();
    for (Node node : cases(group)) {
      Group.of(node, "a case", CASE_KEYS, problems)
          .ifPresent(one -> read(one, title, given, names).ifPresent(cases::add));
    }
    return new ScenarioFile(file, title, cases);
  }

  private static List<Node> cases(Group group) {
    Node node = group.node("cases");
    if (node instanceof Node.Items list && !list.items().isEmpty()) {
      return list.items();
    }
    String message =
        node == null || isNothing(node) || node instanceof Node.Items
            ? "there are no `cases`"
            : "`cases` is a list; found " + node.kind();
    group.problem(group.placeOf("cases"), message);
    return List.of();
  }

  private Optional<Case> read(
      Group one, String title, Node.Fields given, Map<String, Integer> names) {
    String name = one.text("name");
    int line = one.at().line();
    Integer before = name.isEmpty() ? null : names.putIfAbsent(name, line);
    if (before != null) {
      one.problem(one.placeOf("name"), "the case in line " + before + " has the same name");
    }
    Optional<Situation> situation = situation(given.overlaidBy(situation(one, "change")));
    Optional<Expectation> expectation = expectation(one);
    return situation.flatMap(s -> expectation.map(e -> new Case(file, line, title, name, s, e)));
  }

  private Optional<Expectation> expectation(Group one) {
    Node expect = one.node("expect");
    if (expect == null) {
      one.problem(one.at(), "there is no `expect`");
      return Optional.empty();
    }
    return expectations.read(expect, problems);
  }

  /** The fields of a situation under a key, without fields where the key is missing. */
  private static Node.Fields situation(Group group, String key) {
    Node node = group.node(key);
    if (node instanceof Node.Fields fields) {
      return Overlay.grouped(fields);
    }
    if (node != null && !isNothing(node)) {
      String found = node.kind();
      group.problem(node.at(), "`" + key + "` is a group of fields; found " + found);
    }
    return NOTHING;
  }

  private Optional<Situation> situation(Node.Fields fields) {
    Result<Situation> read = SituationReader.read(vocabulary, Overlay.withoutLostQuotes(fields));
    if (read instanceof Result.Ok<Situation> ok) {
      String description = SituationReader.description(fields);
      return Optional.of(
          description.isBlank() ? ok.value() : descriptions.over(ok.value(), description));
    }
    problems.addAll(((Result.Refused<Situation>) read).problems());
    return Optional.empty();
  }

  private static boolean isNothing(Node node) {
    return node instanceof Node.Scalar scalar && scalar.value() == null;
  }
}
