package dev.rolecall.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parser says of a broken JSON text, in the words of those who wrote it. */
final class JsonWords {

  private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

  static {
    say("Duplicate field '(.*)'", "`$1` is given twice");
    say("Unexpected end-of-input.*", "the text ends before everything that was opened is closed");
    say("Unrecognized character escape '?(.+?)'?( \\(code.*)?", "`\\\\$1` means nothing in a text");
    say("Unrecognized token '(.*?)'.*", "`$1` is no value; a text stands in double quotes");
    say("Non-standard token '(.*?)'.*", "`$1` is no value");
    say(
        "Illegal unquoted character.*",
        "a tab or a new line in a text is written `\\\\t` or `\\\\n`");
    say("Document nesting depth.*", "it is nested deeper than " + Json.DEEPEST + " levels");
    say("(Number|Number value|String value) length.*", "a number or a text in it is too long");
    say(".*surrogate.*", "half a character is written as `\\\\u…`");
    say(
        "Unexpected character \\('(.+)' \\(code.*?\\)\\).*comma.*",
        "found `$1` where a comma is expected");
    say(
        "Unexpected character \\('(.+)' \\(code.*?\\)\\).*colon.*",
        "found `$1` where a colon is expected");
    say(
        "Unexpected character \\('(.+)' \\(code.*?\\)\\).*(field name|property name).*",
        "found `$1` where a name in double quotes is expected");
    say(
        "Unexpected character \\('(.+)' \\(code.*?\\)\\).*",
        "found `$1` where a value is expected");
    say("Unexpected close marker '(.)'.*", "found `$1`, which closes nothing that is open");
  }

  private JsonWords() {}

  private static void say(String parser, String words) {
    WORDS.put(Pattern.compile(parser, Pattern.DOTALL), words);
  }

  static String of(String message) {
    String words = "it cannot be read here";
    for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
      Matcher matcher = word.getKey().matcher(message);
      if (matcher.matches()) {
        words = matcher.replaceFirst(word.getValue());
        break;
      }
    }
    return "this is not valid JSON: " + words;
  }
}
