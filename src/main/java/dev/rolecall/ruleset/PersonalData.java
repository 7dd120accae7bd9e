package dev.rolecall.ruleset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises attributes about persons, which no vocabulary may declare. */
public final class PersonalData {

  /** Words that make a name one about a person wherever they stand in it. */
  private static final Map<String, String> ANYWHERE =
      Map.ofEntries(
          Map.entry("birth", "date of birth"),
          Map.entry("birthday", "date of birth"),
          Map.entry("birthdate", "date of birth"),
          Map.entry("dob", "date of birth"),
          Map.entry("birthplace", "nationality"),
          Map.entry("agegroup", "age"),
          Map.entry("agerange", "age"),
          Map.entry("yearsold", "age"),
          Map.entry("sex", "sex"),
          Map.entry("sexual", "sexual orientation"),
          Map.entry("gender", "gender"),
          Map.entry("transgender", "gender"),
          Map.entry("pronoun", "gender"),
          Map.entry("pronouns", "gender"),
          Map.entry("ethnicity", "ethnicity"),
          Map.entry("ethnic", "ethnicity"),
          Map.entry("racial", "ethnicity"),
          Map.entry("ethnicorigin", "ethnicity"),
          Map.entry("nationalorigin", "nationality"),
          Map.entry("skincolor", "ethnicity"),
          Map.entry("skincolour", "ethnicity"),
          Map.entry("religion", "religion"),
          Map.entry("religious", "religion"),
          Map.entry("disability", "disability"),
          Map.entry("disabled", "disability"),
          Map.entry("handicap", "disability"),
          Map.entry("handicapped", "disability"),
          Map.entry("impairment", "disability"),
          Map.entry("marital", "marital status"),
          Map.entry("married", "marital status"),
          Map.entry("civilstatus", "marital status"),
          Map.entry("familystatus", "marital status"),
          Map.entry("husband", "marital status"),
          Map.entry("wife", "marital status"),
          Map.entry("spouse", "marital status"),
          Map.entry("pregnancy", "pregnancy"),
          Map.entry("pregnant", "pregnancy"),
          Map.entry("maternity", "pregnancy"),
          Map.entry("nationality", "nationality"),
          Map.entry("citizenship", "nationality"),
          Map.entry("photo", "photo"),
          Map.entry("photograph", "photo"),
          Map.entry("headshot", "photo"),
          Map.entry("passport", "nationality"),
          Map.entry("surname", "a name"),
          Map.entry("firstname", "a name"),
          Map.entry("lastname", "a name"),
          Map.entry("fullname", "a name"),
          Map.entry("givenname", "a name"),
          Map.entry("maidenname", "a name"),
          Map.entry("candidate", "a candidate"),
          Map.entry("applicant", "a candidate"),
          Map.entry("employee", "an employee"));

  /** Words that do so only where they are the whole name: a `portfolioAge` is not a person's. */
  private static final Map<String, String> ALONE =
      Map.of(
          "age", "age",
          "name", "a name",
          "race", "ethnicity",
          "faith", "religion",
          "health", "health",
          "children", "family status",
          "picture", "photo",
          "email", "contact details",
          "phone", "contact details");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("_|(?<=[a-z0-9])(?=[A-Z])");

  private PersonalData() {}

  /** What about a person it is, if it is; the name of the fact counts too. */
  public static Optional<String> whatItIs(String fact, String attribute) {
    String alone = ALONE.get(attribute.toLowerCase(Locale.ROOT));
    if (alone != null) {
      return Optional.of(alone);
    }
    String before = "";
    for (String word : BETWEEN_WORDS.split(fact + "_" + attribute)) {
      String lower = word.toLowerCase(Locale.ROOT);
      String about = ANYWHERE.getOrDefault(lower, ANYWHERE.get(before + lower));
      if (about != null) {
        return Optional.of(about);
      }
      before = lower;
    }
    return Optional.empty();
  }
}
