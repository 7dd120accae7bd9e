package dev.rolecall.batch;

import dev.rolecall.explain.Style;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Nearest;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns that were carried along unread: one that was meant for us and misspelt shows here.
 */
public final class UnreadColumns {

  private UnreadColumns() {}

  /** Lines; nothing where all columns were read. */
  public static String render(List<Intake> inputs, Vocabulary vocabulary) {
    StringBuilder text = new StringBuilder();
    Set<String> routing = named(inputs, Intake::routing);
    if (!routing.isEmpty()) {
      text.append("Passed through for routing, not evaluated and not recorded: ")
          .append(Style.clean(Nearest.list(routing)))
          .append('\n');
    }
    Set<String> carried = named(inputs, Intake::unread);
    if (carried.isEmpty()) {
      return text.toString();
    }
    List<String> questions =
        vocabulary.attributes().stream()
            .map(Attribute::question)
            .filter(q -> !q.isEmpty())
            .toList();
    text.append("Carried along unread: ").append(Style.clean(Nearest.list(carried))).append('\n');
    for (String column : carried) {
      Nearest.to(column, questions)
          .ifPresent(
              near ->
                  text.append("  `")
                      .append(Style.clean(column))
                      .append("` was not read; maybe it means `")
                      .append(near)
                      .append("`\n"));
    }
    return text.toString();
  }

  private static Set<String> named(List<Intake> inputs, Function<Intake, List<String>> columns) {
    return inputs.stream()
        .flatMap(input -> columns.apply(input).stream())
        .filter(c -> !c.isBlank())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
