package dev.rolecall.explain;

import dev.rolecall.decision.Voice;
import dev.rolecall.vocabulary.Vocabulary;

/** What a voice does, to complete "Scope …". */
final class VoiceState {

  private VoiceState() {}

  static String of(Voice voice, Vocabulary vocabulary) {
    return switch (voice.state()) {
      case LEANS ->
          "leans to \"" + vocabulary.outcomes().label(String.valueOf(voice.leans())) + "\"";
      case SPLIT -> "is split";
      case SILENT -> "is silent";
    };
  }
}
