package dev.rolecall.batch;

import dev.rolecall.intake.Intake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of all inputs of a batch, each once, in the order in which they first appear. */
final class Carried {

  private final List<String> columns = new ArrayList<>();
  private final Map<Intake, int[]> positions = new HashMap<>();
  private int id = -1;

  Carried(List<Intake> inputs) {
    for (Intake input : inputs) {
      positions.put(input, place(input.columns()));
      if (id < 0 && input.idColumn().isPresent()) {
        int at = input.columns().indexOf(input.idColumn().get());
        id = at < 0 ? -1 : positions.get(input)[at];
      }
    }
  }

  /**
   * Where each column of one input stands; the second of two columns of one name is another column.
   */
  private int[] place(List<String> names) {
    List<String> free = new ArrayList<>(columns);
    int[] places = new int[names.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = free.indexOf(names.get(i));
      if (places[i] < 0) {
        places[i] = columns.size();
        columns.add(names.get(i));
        free.add(null);
      } else {
        free.set(places[i], null);
      }
    }
    return places;
  }

  List<String> columns() {
    return Collections.unmodifiableList(columns);
  }

  /** The cells of a row of which nothing is known but the id. */
  List<String> ofRequisition(String requisition) {
    String[] cells = new String[columns.size()];
    Arrays.fill(cells, "");
    if (id >= 0) {
      cells[id] = requisition;
    }
    return Arrays.asList(cells);
  }

  /** The cells of a row of an input under all columns. */
  List<String> arrange(Intake input, List<String> cells) {
    String[] arranged = new String[columns.size()];
    Arrays.fill(arranged, "");
    int[] places = positions.getOrDefault(input, new int[0]);
    for (int i = 0; i < Math.min(cells.size(), places.length); i++) {
      arranged[places[i]] = cells.get(i);
    }
    return Arrays.asList(arranged);
  }
}
