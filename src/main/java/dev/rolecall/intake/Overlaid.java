package dev.rolecall.intake;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Result;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An input with the answers of questionnaires laid over its cases. */
final class Overlaid extends Intake {

  private static final String OTHERWISE =
      "stated otherwise in a questionnaire, whose answer counts";

  private final Intake input;
  private final Answers answers;
  private final Notes notes;

  private Overlaid(Intake input, Answers answers, Notes notes) {
    super(new Content(input.name(), input::bytesRead, notes, input::close));
    this.input = input;
    this.answers = answers;
    this.notes = notes;
  }

  /** Inputs of which some may be questionnaires: their answers reach the cases of the others. */
  static List<Intake> of(List<Intake> inputs) {
    List<AnsweredQuestions> questionnaires =
        inputs.stream()
            .filter(AnsweredQuestions.class::isInstance)
            .map(AnsweredQuestions.class::cast)
            .toList();
    if (questionnaires.isEmpty()) {
      return inputs;
    }
    Answers answers = new Answers(questionnaires);
    if (questionnaires.size() == inputs.size()) {
      questionnaires.forEach(q -> q.standsAlone(answers));
      return inputs;
    }
    questionnaires.forEach(q -> q.standsBeside(answers));
    return inputs.stream()
        .map(i -> i instanceof AnsweredQuestions ? i : new Overlaid(i, answers, new Notes()))
        .toList();
  }

  @Override
  public List<String> columns() {
    return input.columns();
  }

  @Override
  public List<String> understood() {
    return input.understood();
  }

  @Override
  public List<String> unread() {
    return input.unread();
  }

  @Override
  public Map<String, Long> passedOver() {
    return input.passedOver();
  }

  @Override
  public Optional<String> idColumn() {
    return input.idColumn();
  }

  @Override
  public List<String> routing() {
    return input.routing();
  }

  @Override
  public @Nullable Row next() throws IOException {
    Row row = input.next();
    return row == null ? null : row.reading(read -> read.then(s -> over(s, row.number())));
  }

  @Override
  boolean hasDescriptions() {
    return input.hasDescriptions();
  }

  @Override
  @Nullable Description nextDescription() throws IOException {
    return input.nextDescription();
  }

  private Result<Situation> over(Situation situation, int row) {
    answers
        .against(situation)
        .forEach(
            (attribute, answer) ->
                notes.add(
                    attribute.index(),
                    attribute.path(),
                    OTHERWISE,
                    row,
                    String.valueOf(situation.value(attribute))));
    return answers.over(situation);
  }

  @Override
  public Map<Attribute, Place> answeredElsewhere(Situation situation) {
    Map<Attribute, Place> places = new TreeMap<>(Comparator.comparingInt(Attribute::index));
    answers.of(situation.id()).forEach((attribute, given) -> places.put(attribute, given.at()));
    return places;
  }

  @Override
  public List<String> notes() {
    List<String> all = new ArrayList<>(input.notes());
    all.addAll(notes.list());
    return all;
  }
}
