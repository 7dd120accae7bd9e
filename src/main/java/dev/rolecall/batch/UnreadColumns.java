package dev.rolecall.batch;

import dev.rolecall.explain.Style;
import dev.rolecall.intake.Intake;
import dev.rolecall.problem.Nearest;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that were carried along unread: one that was meant for us and misspelt shows here.
 */
public final class UnreadColumns {

  private UnreadColumns() {}

  /** Lines; nothing where all columns were read. */
  public static String render(List<Intake> inputs, Vocabulary vocabulary) {
    Set<String> carried = carried(inputs);
    if (carried.isEmpty()) {
      return "";
    }
    List<String> questions =
        vocabulary.attributes().stream()
            .map(Attribute::question)
            .filter(q -> !q.isEmpty())
            .toList();
    StringBuilder text = new StringBuilder();
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

  private static Set<String> carried(List<Intake> inputs) {
    Set<String> carried = new LinkedHashSet<>();
    for (Intake input : inputs) {
      List<String> unread = new ArrayList<>(input.columns());
      unread.removeAll(input.understood());
      unread.stream().filter(c -> !c.isBlank()).forEach(carried::add);
    }
    return carried;
  }
}
