package dev.rolecall.cue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences to inferred answers. */
class CuesTest {

  private static final String GRAIN = "load.cargo,GRAIN,%s,3\n";

  private static boolean speaks(String phrase, String description) {
    return !Harbour.inferred(GRAIN.formatted('"' + phrase + '"'), description).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          bulk carrier                    ~ The BULK-CARRIER arrives.
          bulk carriers                   ~ A bulk carrier arrives.
          bulk carrier                    ~ Two bulk carriers arrive.
          ferry                           ~ Ferries only.
          box                             ~ Ten boxes of it.
          captain's log                   ~ The captain’s logs
          cafe                            ~ The café
          research & development          ~ research and development
          (wheat|rye) silo                ~ a rye silo
          (winter wheat|rye) silo         ~ a winter wheat silo
          unload [all] grain              ~ unload grain
          unload [all|the] grain          ~ unload the grain
          unload ... grain                ~ unload the last of the grain
          unload ... grain                ~ unload grain
          harvest*                        ~ Harvesting begins
          load* ... (wheat*|rye) [and] ... silo ~ loading of wheat flour and some other silos
          """)
  void aPhraseIsFoundWhereItsWordsStandInATextAsPeopleWriteIt(String phrase, String description) {
    assertThat(speaks(phrase, description)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          bulk carrier      ~ bulk cargo, no carrier
          bulk carrier      ~ a bulky carrier
          grain             ~ grainy pictures
          unload ... grain  ~ unload a b c d e grain
          unload ... grain  ~ unload timber; grain stays
          unload ... grain  ~ unload timber, then grain
          unload ... grain  ~ Unload timber. Grain stays
          unload ... grain  ~ grain to unload
          harvest*          ~ the harve
          (wheat|rye) silo  ~ an oat silo
          """)
  void aPhraseIsNotFoundWhereItsWordsOnlyJustDoNotStand(String phrase, String description) {
    assertThat(speaks(phrase, description)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You will not unload grain.",
        "You are not responsible for ropes, for paint or for grain.",
        "We carry no grain.",
        "The ship sails without grain.",
        "It carries timber rather than grain.",
        "Grain is not required.",
        "Grain if needed.",
        "Grain, as required, is taken along.",
        "It may carry grain.",
        "If there is grain, call the master.",
        "Grain is a plus.",
        "Grain would be an advantage.",
        "Nice to have: grain",
        "Preferred: grain",
        "Preferred qualifications:\n- Timber\n- Grain",
        "What you will not do\n- Timber\n- Grain",
        "You don’t handle grain.",
        "We are carriers of grain.",
        "Our team is proud of its grain.",
      })
  void aCueThatIsDeniedOrOnlyPossibleSaysNothing(String description) {
    assertThat(speaks("grain", description)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not only timber but also grain.",
        "Cargoes include but are not limited to grain.",
        "We do not carry timber, but we carry grain.",
        "We do not carry timber; grain is what we carry.",
        "Without a pilot on board, grain is unloaded by hand.",
        "Whether or not it rains, you unload grain.",
        "No timber. Grain.",
        "Preferred qualifications:\n- Timber\n\nWhat you will do:\n- Unload grain",
        "If you like ships, grain is for you.",
        "We are looking for somebody who unloads grain.",
      })
  void aDenialReachesNoFurtherThanItIsMeant(String description) {
    assertThat(speaks("grain", description)).isTrue();
  }

  @Test
  void wordsOfDenialThatArePartOfACueDoNotDenyIt() {
    assertThat(speaks("without [any] hatches", "Ships without any hatches")).isTrue();
    String both =
        GRAIN.formatted("ships ... without ... hatches") + GRAIN.formatted("ships ... harbours");
    assertThat(Harbour.inferred(both, "Ships without any hatches in harbours")).isNotEmpty();
    assertThat(speaks("no [more] timber", "There is no more timber on it")).isTrue();
    assertThat(speaks("no [more] timber", "It is not true that there is no more timber")).isFalse();
    assertThat(speaks("unload ... grain", "unload timber and not grain")).isFalse();
  }

  @Test
  void theTableCanAddDenialsAndTakeThemBack() {
    String spare = GRAIN.formatted("grain") + "denial,the sentence,on paper,\n";
    assertThat(Harbour.inferred(spare, "On paper it carries grain.")).isEmpty();
    String sure = GRAIN.formatted("grain") + "denial,nothing,may well,\n";
    assertThat(Harbour.inferred(sure, "It may well carry grain."))
        .containsExactly("load.cargo GRAIN");
  }

  @Test
  void aLongerPhraseKeepsAShorterOneWithinItFromSpeaking() {
    String lines =
        """
        load.cargo,GRAIN,grain,3
        load.cargo,TIMBER,wood grain,3
        load.cargo,,grain of salt,
        """;
    assertThat(Harbour.inferred(lines, "Fine wood grain.")).containsExactly("load.cargo TIMBER");
    assertThat(Harbour.inferred(lines, "Take it with a grain of salt.")).isEmpty();
  }

  @Test
  void weakCuesSpeakTogetherAndTheQuoteHoldsWhatWasNeeded() {
    Cues cues =
        Harbour.cues(
            """
            load.cargo,GRAIN,silo,2
            load.cargo,GRAIN,mill,1
            load.cargo,GRAIN,bread,1
            """);
    assertThat(cues.read("A silo and a silo. Silos!").inferred()).isEmpty();
    assertThat(cues.read("A mill.\n- It bakes bread.\nOne silo stands there.").inferred())
        .extracting(Inferred::quote)
        .containsExactly("A mill. … One silo stands there.");
  }

  @Test
  void cuesForTwoValuesLeaveTheAttributeUnknownAndSaySo() {
    Reading reading =
        Harbour.cues("load.cargo,GRAIN,silo,3\nload.cargo,TIMBER,sawmill,3\n")
            .read("There is a silo. There is a sawmill.");
    assertThat(reading.inferred()).isEmpty();
    assertThat(reading.conflicts())
        .extracting(Conflict::toString)
        .containsExactly(
            "load.cargo stays unknown, the description speaks both ways: grain (\"There is a"
                + " silo.\") and timber (\"There is a sawmill.\")");
  }

  @Test
  void aWeakCueForAnotherValueIsNoContradiction() {
    String lines = "load.cargo,GRAIN,silo,3\nload.cargo,TIMBER,saw,2\n";
    assertThat(Harbour.inferred(lines, "A silo and a saw.")).containsExactly("load.cargo GRAIN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a ship with 5 holds                   | 5
          a ship with five holds                | 5
          a ship with 12+ holds                 | 12
          a ship with at least 4 holds          | 4
          a ship with more than 3 holds         | 4
          a ship with over 10 holds             | 11
          a ship with 4-6 holds                 | 4
          a ship with 4 to 6 holds              | 4
          a ship with 1-3 holds                 | 1
          a ship with up to 3 holds             | 1
          a ship with fewer than 4 holds        | 1
          """)
  void aNumberIsTakenAndOfARangeThatTheRulesTreatAlikeItsLeast(String description, int holds) {
    assertThat(Harbour.inferred("load.holds,#,# holds,3\n", description))
        .containsExactly("load.holds " + holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ship with 3-5 holds",
        "a ship with at least 2 holds",
        "a ship with 1+ holds",
        "a ship with up to 5 holds",
        "a ship with several holds",
        "a ship with 500 holds",
        "a ship with 2.5 holds",
        "a ship with $5 holds",
        "type 5 holds",
        "no 5 holds",
      })
  void aNumberThatTheRulesCouldReadTwoWaysIsNoAnswer(String description) {
    assertThat(Harbour.inferred("load.holds,#,# holds,3\n", description)).isEmpty();
  }

  @Test
  void differentNumbersOfOneThingContradictEachOther() {
    Reading reading = Harbour.cues("load.holds,#,# holds,3\n").read("5 holds. In all 7 holds.");
    assertThat(reading.inferred()).isEmpty();
    assertThat(reading.conflicts()).hasSize(1);
  }

  @Test
  void aPatternIsReadInAnyCaseAndItsFirstGroupIsTheNumber() {
    String lines =
        "load.holds,#,/([0-9]+) ?x ?hold/,3\nload.cargo,GRAIN,/(wheat|rye)[- ]?meal/,3\n";
    assertThat(Harbour.inferred(lines, "RYE-MEAL in 6 x hold"))
        .containsExactly("load.cargo GRAIN", "load.holds 6");
    assertThat(Harbour.inferred(lines, "No rye meal.")).isEmpty();
  }

  @Test
  void answersComeInTheOrderOfTheVocabulary() {
    String lines =
        "load.dangerous,yes,fumes,3\nload.tonnes,#,# tonnes,3\nload.cargo,GRAIN,grain,3\n";
    assertThat(Harbour.inferred(lines, "Fumes of 800 tonnes of grain"))
        .containsExactly("load.cargo GRAIN", "load.tonnes 800", "load.dangerous true");
  }

  @Test
  void aQuoteIsTheSentenceAndOfALongOneTheWordsAround() {
    Cues cues = Harbour.cues(GRAIN.formatted("grain"));
    assertThat(quote(cues, "First. •  The\tship carries\ngrain, e.g. rye. Last."))
        .isEqualTo("The ship carries grain, e.g. rye.");
    String words = "many words before and behind ".repeat(40);
    assertThat(quote(cues, words + "grain " + words))
        .startsWith("… ")
        .contains("and behind grain many words")
        .endsWith(" …")
        .hasSizeLessThan(300);
  }

  private static String quote(Cues cues, String description) {
    return cues.read(description).inferred().get(0).quote();
  }

  @Test
  void whatAnEmployerRepeatsInThreeDescriptionsIsLeftOut() {
    Cues cues = Harbour.cues(GRAIN.formatted("grain"));
    Repeated repeated = new Repeated();
    String always = "Grain is our pride. ";
    List<String> own = List.of("One. Two. Three.", "Four. Five. Six.", "Seven. Eight. Nine.");
    repeated.add("Port A", always + own.get(0));
    repeated.add("Port A", always + own.get(0));
    repeated.add("Port A", always + own.get(0) + " Ten.");
    repeated.add("Port A", always + own.get(1));
    assertThat(cues.read(always, "Port A", repeated).inferred()).hasSize(1);
    repeated.add("Port A", always + own.get(2));
    assertThat(cues.read(always, "PORT A", repeated).inferred()).isEmpty();
    assertThat(cues.read(always, "Port B", repeated).inferred()).hasSize(1);
    assertThat(cues.read("You unload grain. " + always, "Port A", repeated).inferred())
        .extracting(Inferred::quote)
        .containsExactly("You unload grain.");
  }

  @Test
  void aFolderWithoutCuesReadsNothing() {
    Cues cues = Harbour.good(Harbour.of(Map.of()));
    assertThat(cues.isEmpty()).isTrue();
    assertThat(cues.read("Grain").inferred()).isEmpty();
    assertThat(Harbour.cues("").isEmpty()).isTrue();
  }
}
