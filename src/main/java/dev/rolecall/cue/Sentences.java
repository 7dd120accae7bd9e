package dev.rolecall.cue;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a description: parted at paragraphs, bullets, and ends of sentences. */
final class Sentences {

  private Sentences() {}

  static List<String> of(String description) {
    List<String> sentences = new ArrayList<>();
    for (String line : description.split("\\R")) {
      for (String sentence : line.split("(?<=[.!?])\\s+(?=[\\p{Lu}\\d])")) {
        String words = sentence.strip();
        if (!words.isEmpty()) {
          sentences.add(words);
        }
      }
    }
    return sentences;
  }
}
