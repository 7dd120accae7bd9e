package dev.rolecall.batch;

import dev.rolecall.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** The first problems of rows that cannot be read, and how many more there are. */
final class FirstProblems {

  private static final int KEPT = 10;

  private final List<Problem> first = new ArrayList<>();
  private long further;

  void add(Problem problem) {
    if (first.size() < KEPT) {
      first.add(problem);
    } else {
      further++;
    }
  }

  List<Problem> first() {
    return List.copyOf(first);
  }

  long further() {
    return further;
  }
}
