package dev.rolecall.space;

import dev.rolecall.situation.Answer;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Facts whose findings depend on each other, and everything that the answers still open in them can
 * come to: the traces that they can leave, numbered from 0.
 */
final class Component {

  /** More combinations of open answers than this are not gone through. */
  static final int MOST = 200_000;

  private final List<Axis> open;
  private final Map<Trace, Integer> numbers = new HashMap<>();
  private final List<Trace> traces = new ArrayList<>();

  /** For each trace, open answers that leave it; null where one stays open. */
  private final List<@Nullable Object[]> examples = new ArrayList<>();

  /** For each trace, how many complete sets of answers leave it. */
  private final List<Long> completions = new ArrayList<>();

  /** The trace of each combination of open answers, the last axis fastest, unknown first. */
  private final int[] traceOf;

  private Component(List<Axis> open) {
    this.open = open;
    this.traceOf = new int[(int) combinations(open)];
  }

  /** How many ways there are to answer, leaving open included. */
  static double combinations(List<Axis> open) {
    return open.stream().mapToDouble(a -> a.values().size() + 1).reduce(1, (a, b) -> a * b);
  }

  /**
   * Goes through all combinations of open answers.
   *
   * @param dimensions those that its facts can speak for
   * @param later its attributes that rules of later phases read
   */
  static Component explore(
      Trace.Reader reader,
      Situation situation,
      List<Axis> open,
      List<String> dimensions,
      List<Attribute> later) {
    Component component = new Component(open);
    @Nullable Object[] answers = new Object[open.size()];
    for (int combination = 0; combination < component.traceOf.length; combination++) {
      component.decode(combination, answers);
      Trace trace =
          reader.read(answered(situation, open, answers), given(answers), dimensions, later);
      component.add(combination, trace, answers);
    }
    return component;
  }

  private void add(int combination, Trace trace, @Nullable Object[] answers) {
    Integer number = numbers.putIfAbsent(trace, traces.size());
    if (number == null) {
      number = traces.size();
      traces.add(trace);
      examples.add(answers.clone());
      completions.add(0L);
    }
    traceOf[combination] = number;
    if (completeBut(answers, -1)) {
      completions.set(number, completions.get(number) + 1);
    }
  }

  private static int given(@Nullable Object[] answers) {
    int given = 0;
    for (Object answer : answers) {
      given += answer == null ? 0 : 1;
    }
    return given;
  }

  private static Situation answered(
      Situation situation, List<Axis> open, @Nullable Object[] answers) {
    Situation.Builder answered = situation.change();
    for (int i = 0; i < answers.length; i++) {
      Object answer = answers[i];
      if (answer != null) {
        answered.set(open.get(i).attribute(), Answer.stated(answer));
      }
    }
    return answered.build();
  }

  private void decode(int combination, @Nullable Object[] answers) {
    int rest = combination;
    for (int i = answers.length - 1; i >= 0; i--) {
      int choices = open.get(i).values().size() + 1;
      int choice = rest % choices;
      answers[i] = choice == 0 ? null : open.get(i).values().get(choice - 1);
      rest /= choices;
    }
  }

  List<Axis> open() {
    return open;
  }

  List<Trace> traces() {
    return traces;
  }

  /** The situation with answers that leave this trace. */
  Situation leaving(int trace, Situation situation) {
    return answered(situation, open, examples.get(trace));
  }

  /** How many complete sets of answers leave this trace. */
  long completions(int trace) {
    return completions.get(trace);
  }

  /**
   * The traces that the answers to one question lead to while all others stay as they are, each set
   * of traces once, with the number of complete ways to answer the others that it belongs to; 0
   * where only open ones lead there.
   */
  Map<Set<Integer>, Long> alternatives(Axis axis) {
    int position = open.indexOf(axis);
    int stride = 1;
    for (int i = position + 1; i < open.size(); i++) {
      stride *= open.get(i).values().size() + 1;
    }
    int choices = axis.values().size() + 1;
    Map<Set<Integer>, Long> alternatives = new HashMap<>();
    @Nullable Object[] answers = new Object[open.size()];
    for (int start = 0; start < traceOf.length; start++) {
      if ((start / stride) % choices == 0) {
        decode(start, answers);
        Set<Integer> answered = new TreeSet<>();
        for (int choice = 1; choice < choices; choice++) {
          answered.add(traceOf[start + choice * stride]);
        }
        alternatives.merge(answered, completeBut(answers, position) ? 1L : 0L, Long::sum);
        Set<Integer> all = new TreeSet<>(answered);
        all.add(traceOf[start]);
        alternatives.merge(all, 0L, Long::sum);
      }
    }
    return alternatives;
  }

  private static boolean completeBut(@Nullable Object[] answers, int position) {
    for (int i = 0; i < answers.length; i++) {
      if (i != position && answers[i] == null) {
        return false;
      }
    }
    return true;
  }
}
