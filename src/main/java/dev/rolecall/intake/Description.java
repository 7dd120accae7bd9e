package dev.rolecall.intake;

/**
 * What a posting says in words.
 *
 * @param employer whose it is; empty where the input does not say
 * @param text plain, with its paragraphs and bullets; empty where there is none
 */
record Description(String employer, String text) {

  static final Description NONE = new Description("", "");
}
