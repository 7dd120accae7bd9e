package dev.rolecall.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of an archive, one after another. Its columns are those of all of them, each name once;
 * the second of two columns of one name in one file is a column of its own.
 */
final class Members extends Intake {

  private final List<Intake> members;
  private final List<String> columns = new ArrayList<>();
  private int current;

  Members(Content content, List<Intake> members) {
    super(content);
    this.members = members;
    for (Intake member : members) {
      List<String> missing = new ArrayList<>(member.columns());
      columns.forEach(missing::remove);
      columns.addAll(missing);
    }
  }

  @Override
  public List<String> columns() {
    return List.copyOf(columns);
  }

  @Override
  public List<String> understood() {
    Set<String> understood = new LinkedHashSet<>();
    members.forEach(m -> understood.addAll(m.understood()));
    return List.copyOf(understood);
  }

  @Override
  public List<String> unread() {
    return members.stream().flatMap(m -> m.unread().stream()).distinct().toList();
  }

  @Override
  public Optional<String> idColumn() {
    return members.stream().flatMap(m -> m.idColumn().stream()).findFirst();
  }

  @Override
  public List<String> routing() {
    return members.stream().flatMap(m -> m.routing().stream()).distinct().toList();
  }

  @Override
  List<Intake> parts() {
    return members;
  }

  @Override
  public @Nullable Row next() throws IOException {
    while (current < members.size()) {
      Intake member = members.get(current);
      Row row = member.next();
      if (row != null) {
        return row.under(cells -> placed(member.columns(), cells));
      }
      current++;
    }
    return null;
  }

  @Override
  boolean hasDescriptions() {
    return members.stream().anyMatch(Intake::hasDescriptions);
  }

  @Override
  @Nullable Description nextDescription() throws IOException {
    Description description = null;
    while (description == null && current < members.size()) {
      description = members.get(current).nextDescription();
      current += description == null ? 1 : 0;
    }
    return description;
  }

  private List<String> placed(List<String> names, List<String> cells) {
    if (names.equals(columns)) {
      return cells;
    }
    String[] placed = new String[columns.size()];
    Arrays.fill(placed, "");
    List<String> free = new ArrayList<>(columns);
    for (int i = 0; i < names.size(); i++) {
      int place = free.indexOf(names.get(i));
      free.set(place, null);
      placed[place] = i < cells.size() ? cells.get(i) : "";
    }
    return List.of(placed);
  }

  @Override
  public long bytesRead() {
    return members.isEmpty() ? 0 : members.get(Math.min(current, members.size() - 1)).bytesRead();
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>(super.notes());
    for (Intake member : members) {
      member.notes().forEach(note -> notes.add(member.name() + ": " + note));
    }
    return notes;
  }

  @Override
  public Map<String, Long> passedOver() {
    Map<String, Long> passedOver = new LinkedHashMap<>();
    members.forEach(m -> m.passedOver().forEach((s, rows) -> passedOver.merge(s, rows, Long::sum)));
    return passedOver;
  }

  @Override
  public void close() throws IOException {
    for (Intake member : members) {
      member.close();
    }
    super.close();
  }
}
