package dev.rolecall.intake;

import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@link Mapping} as a file for people: what was found, and how to change it. */
public final class MappingText {

  private static final String OPENING =
      """
      # What the columns of %s are. Edit it, and use it wherever the file is read:
      #   rolecall batch %s --mapping %s --out results.csv
      # A column that is not named here is recognised by its name. A line that begins with # says nothing.
      #
      # After the colon stands one of
      #   id, status, description, employer
      #   routing      whom to send the answer to: stays in the result, is not evaluated and not recorded
      #   ignore       stays in the result, is not read
      #   drop         is left out of the result too
      #   scope.teams  or what else can be answered; all of it is listed at the end
      # Where words in the cells need a translation, give their values, or unknown:
      #   Team size:
      #     means: scope.teams
      #     values:
      #       1-2 teams: 2
      #       a few: unknown

      """;

  private static final Set<String> WORDS_OF_YAML =
      Set.of("yes", "no", "true", "false", "null", "on", "off", "y", "n");

  private final StringBuilder text = new StringBuilder(4_096);
  private final Vocabulary vocabulary;

  private MappingText(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param file the name under which it is saved
   */
  public static String of(List<Inspection> inspections, Vocabulary vocabulary, String file) {
    return new MappingText(vocabulary).text(inspections, file);
  }

  private String text(List<Inspection> inspections, String file) {
    String names = inspections.stream().map(Inspection::name).collect(Collectors.joining(" "));
    text.append(OPENING.formatted(clean(names), clean(names), clean(file)));
    text.append(MappingReader.COLUMNS).append(":\n");
    Set<String> written = new HashSet<>();
    for (Inspection inspection : inspections) {
      for (Inspection.Inspected column : inspection.columns()) {
        if (!column.header().isEmpty() && written.add(column.header())) {
          column(column);
        }
      }
    }
    statuses(inspections);
    answers();
    return text.toString();
  }

  private void column(Inspection.Inspected column) {
    String header = quoted(column.header());
    if (column.means().equals(Column.PERSONAL)) {
      line("  # " + header + " is about people and not about the work: always left out");
    } else if (column.isUnread()) {
      String guess = column.nearest().isEmpty() ? "ignore" : column.nearest();
      line("  # not read; take away the # and say what it is:");
      line("  # " + header + ": " + guess);
    } else if (column.others().isEmpty() && column.values().isEmpty()) {
      line("  " + header + ": " + column.means());
    } else {
      line("  " + header + ":");
      line("    " + MappingReader.MEANS + ": " + column.means());
      line("    " + MappingReader.VALUES + ":");
      column
          .values()
          .forEach((cell, value) -> line("      " + quoted(cell) + ": " + quoted(value)));
      if (!column.others().isEmpty()) {
        line("      # not understood; take away the # and give the value, or unknown:");
        column.others().keySet().forEach(cell -> line("      # " + quoted(cell) + ": unknown"));
      }
    }
  }

  private void statuses(List<Inspection> inspections) {
    Set<String> seen = new HashSet<>();
    List<Inspection.Standing> standings =
        inspections.stream()
            .flatMap(i -> i.statuses().stream())
            .filter(s -> !s.status().isEmpty() && seen.add(Words.key(s.status())))
            .toList();
    if (standings.isEmpty()) {
      return;
    }
    line("");
    line(
        "# Which statuses are open, columns.csv of the rules says. To say it here instead, take away the #:");
    line("# " + MappingReader.OPEN + ":");
    for (Inspection.Standing standing : standings) {
      line("#   - " + quoted(standing.status()) + (standing.open() ? "" : "  # is not open now"));
    }
  }

  private void answers() {
    line("");
    line("# What can be answered:");
    for (FactType fact : vocabulary.facts()) {
      if (ColumnNames.isChoices(fact)) {
        line(
            "#   "
                + fact.key()
                + "  a list of what there is: "
                + String.join(", ", fact.attributeNames()));
      }
      fact.attributes().stream().filter(a -> !a.question().isEmpty()).forEach(this::answer);
    }
  }

  private void answer(Attribute attribute) {
    line(
        "#   "
            + attribute.path()
            + "  "
            + clean(attribute.question())
            + " ("
            + attribute.type().expectation().replace("`", "")
            + ")");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String clean(String words) {
    return words.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
  }

  /** Plain where YAML reads it as it is written, else in quotes. */
  static String quoted(String words) {
    boolean plain =
        words.matches("[\\p{L}][\\p{L}\\p{N} _./()-]*[\\p{L}\\p{N})]|[\\p{L}]|\\d{1,9}")
            && !WORDS_OF_YAML.contains(words.toLowerCase(java.util.Locale.ROOT));
    if (plain) {
      return words;
    }
    StringBuilder quoted = new StringBuilder("\"");
    words
        .chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' '
                  || c == 0x7F
                  || c == 0x85
                  || c == 0x2028
                  || c == 0x2029
                  || c == 0xFEFF
                  || c >= 0x80 && c < 0xA0
                  || c >= 0xFFFE) {
                quoted.append(String.format("\\u%04x", c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
