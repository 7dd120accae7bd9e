package dev.rolecall.cue;

/**
 * A part of a description that says one thing.
 *
 * @param from the first character of it in the description
 * @param to behind the last one
 * @param line whether it begins a line
 * @param heading whether it is a line that names what follows
 */
record Sentence(int from, int to, boolean line, boolean heading) {

  /** A number for its words, whatever stands between them; the same on any machine. */
  long hash(CharSequence description) {
    long hash = 0xcbf29ce484222325L;
    boolean between = false;
    for (int i = from; i < to; i++) {
      char c = description.charAt(i);
      if (!Letter.isWord(c)) {
        between = true;
        continue;
      }
      if (between) {
        hash = (hash ^ ' ') * 0x100000001b3L;
        between = false;
      }
      hash = (hash ^ Letter.plain(c)) * 0x100000001b3L;
    }
    return hash;
  }
}
