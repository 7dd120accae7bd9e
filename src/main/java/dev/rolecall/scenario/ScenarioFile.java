package dev.rolecall.scenario;

import java.util.List;

/**
 * Cases that belong together.
 *
 * @param file as the reader of a message knows it
 * @param title what all its cases show, a sentence
 */
public record ScenarioFile(String file, String title, List<Case> cases) {

  public ScenarioFile {
    cases = List.copyOf(cases);
  }
}
