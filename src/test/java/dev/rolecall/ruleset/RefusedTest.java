package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a rules folder may not say: each with its place, what is allowed, and what was probably
 * meant.
 */
class RefusedTest {

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          Way( kn == 1 ) → 5:10: `kn` is not an attribute of Way; it has `km`, `hours`, `price`, `abroad`, `season`, `note`; maybe `km`?
          Wya( km == 1 ) → 5:5: `Wya` is not a fact; there are `Way`, `Bag`, `Ticket`, `Known`, `Voice`, `Balance`, `Recommendation`
          Way( season == Season.WINTR ) → 5:20: found `Season.WINTR`; expected one of `Season.SUMMER`, `Season.WINTER`, `Season.DARK`, or `null`; maybe `Season.WINTER`?
          Way( season == WINTER ) → 5:20: found `WINTER`; expected one of
          Way( km == 20001 ) → 5:16: way.km can never be `20001`: it is a whole number from -100 to 20000
          Way( km == 99999999999 ) → 5:16: found `99999999999`; expected a whole number
          Way( km == 3.5 ) → 5:16: found `3.5`; expected a whole number
          Way( km == 010 ) → 5:16: `010` begins with a zero
          Way( km == 0x10 ) → 5:16: found `0x10`; expected
          Way( km == 3L ) → 5:16: found `3L`; expected
          Way( km > "many" ) → 5:15: found `"many"`; expected a whole number
          Way( price == 1e999999999 ) → 5:19: way.price can never be `1E+999999999`
          Way( abroad == yes ) → 5:20: found `yes`; expected `yes` or `no`
          Way( abroad > true ) → 5:19: `>` compares numbers, and way.abroad is `yes` or `no`
          Way( season > Season.DARK ) → `>` compares numbers, and way.season
          Way( note > "a" ) → `>` compares numbers, and way.note is a text
          Way( note != null, note != "a" ) → a text is compared with `==` or `in` only; found `!=`
          Way( note == "a\\"b" ) → a text in a condition cannot hold quotes, backslashes or tabs
          Way( note matches "a.*" ) → 5:15: found `matches`; expected one of `==`, `!=`
          Way( note str[startsWith] "a" ) → found `str`
          Way( km > hours ) → 5:15: found `hours`; expected a whole number
          Way( km + 1 > 3 ) → 5:13: found `+`; expected one of `==`
          Way( km > 1 + 2 ) → 5:17: found `+`; expected `,` `&&` `||` or the end of the pattern; a rule does not calculate
          Way( km > null ) → unknown is neither more nor less than anything
          Way( km.intValue() > 1 ) → 5:10: found `km` used like code; only an attribute compared with a literal is allowed
          Way( getKm() > 1 ) → 5:10: found `getKm` used like code
          Way( class.classLoader != null ) → 5:10: found `class` used like code
          Way( eval( true ) ) → 5:10: found `eval` used like code
          Way( this != null ) → 5:10: `this` is not an attribute of Way
          Way( abroad ) → 5:10: `abroad` is not compared with anything; write `abroad == …`
          Way( !abroad ) → found `abroad`; expected `(`
          Way( 3 < km ) → found `3`; expected a comparison like `teams >= 3`
          Way( km == 1, ) → it ends here; expected a comparison
          Way( km in () ) → found `)`
          Way( km ( > 3 || < 1 ) ) → found `km` used like code
          Way( km == 1; ) → found `;`
          Way( 1; ) → found `1`; expected a comparison
          Way( $x := km ) → found `=`; expected an attribute of Way
          Way( x : km > 1 ) → a value is named with a `$`: `$x`
          Way( $ : km > 1 ) → `$` is not a name for a value
          Way( $a : km || hours > 1 ) → 5:10: `$a` stands in `||` or `!( … )` without a comparison
          Way( !( $a : km ) ) → `$a` stands in `||` or `!( … )` without a comparison
          Way( $a : km > 1, $a : hours > 1 ) → `$a` names both way.km and way.hours
          Way( km != 3 ) → 5:10: `!=` also holds where `km` is unknown, and unknown is not no; add `km != null`
          Way( km not in ( 1, 2 ) ) → 5:10: `not in` also holds where `km` is unknown
          Way( !( km > 3 ) ) → 5:10: `!( … )` also holds where `km` is unknown
          Way( km > 1 || hours != 3 ) → `!=` also holds where `hours` is unknown
          Balance( !( leader == Travel.TRAIN ) ) → `!( … )` also holds where `leader` is unknown
          Balance( margin == null ) → balance.margin is always known, so it is not compared with `null`
          Balance( margin >= -1 ) → balance.margin can never be `-1`
          Voice( dimension == "Wya" ) → voice.dimension can never be `Wya`: it is one of `Way`, `Bag`
          Voice( state == State.LOUD ) → found `State.LOUD`; expected one of `State.LEANS`
          $w : Way( km == 1 ) → a fact is not given a name here
          Way( km == 1 ) from x → 5:20: `from` is not allowed here; the facts of the vocabulary are all there is to read
          Way( km == 1 ) over window:time(1s) → `over` is not allowed here; a decision knows no time
          Way( km == 1 ) @watch(km) → 5:20: `@` is not allowed here
          Way( km == 1 ), Bag( kilos == 1 ) → 5:19: `,` is not allowed here; facts stand one below the other
          eval( true ) → 5:5: `eval` is not allowed here; compare an attribute with a literal
          forall( Way( km == 1 ) ) → `forall` is not allowed here; there is exactly one fact of each type
          accumulate( Way( $k : km ); $s : sum( $k ) ) → `accumulate` is not allowed here; voices and balance are counted already
          Way( km == 1 ) do[x] → `do` is not allowed here
          ?Way( km == 1 ) → 5:5: `?` is not allowed here
          /way[ km == 1 ] → 5:5: `/` is not allowed here
          Way[ km == 1 ] → `[` is not allowed here
          Object() → `Object` is not a fact
          java.lang.Runtime() → `java.lang.Runtime` is not a fact
          Gate( number == 1 ) → `Gate` is not a fact
          Way( km == 1 → `(` opens here and is never closed
          Way( km == 1 ) xor Bag() → not a rule as DRL writes it
          not( Way() Bag() ) → not a rule as DRL writes it
          Way( km == 1 ) # comment → `#` has no place in a rule file outside texts and comments
          Way( note == 'x' ) → `'` has no place in a rule file
          Way( \\u006bm == 1 ) → 5:10: `\\` has no place in a rule file
          Way( note == "\\u0041" ) → `\\u` is not allowed in a text; only `\\"` and `\\\\` are
          Way( kм == 1 ) → `м` has no place in a rule file
          """)
  void inACondition(String condition, String message) {
    assertThat(Trip.problems(Trip.open(temp, Trip.warning(condition))))
        .anySatisfy(p -> assertThat(p).startsWith("r.drl:").contains(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          System.exit( 1 );                              | 7:5: found `System`; a rule can only say `verdict.…( … );`, no other code is allowed
          verdict.lean( Travel.TRAIN, "x" );             | `lean` is not something a rule can say; there are `leans`, `outOfScope`
          verdict.warn( Risk.DELY, "x" );                | found `Risk.DELY`; expected one of `Risk.STRIKE`, `Risk.DELAY`; maybe `Risk.DELAY`?
          verdict.warn( Travel.TRAIN, "x" );             | found `Travel.TRAIN`; expected one of `Risk.STRIKE`
          verdict.suggest( Topic.KIT, "x" );             | `suggest` needs an enum marked `@topics` in the vocabulary, and there is none
          verdict.warn( Risk.DELAY, "a" + "b" );         | found `+`; expected `)`
          verdict.warn( Risk.DELAY, String.valueOf(1) ); | found `String`; expected the words of `warn` as one text
          verdict.warn( Risk.DELAY, "" );                | the text is empty
          verdict.warn( Risk.DELAY, "x" )                | it ends here; expected `;`
          verdict.warn( Risk.DELAY, "{km}" );            | `{km}` has no value; name one in the condition: `$km : …`
          verdict.recommend( Travel.TRAIN, "{for}" );    | `{for}` is there only for rules that warn or suggest
          verdict.ask( "way.kn" );                       | `"way.kn"` is not an attribute with a question; maybe `way.km`?
          verdict.ask( x );                              | found `x`; expected the path of an attribute as a text
          verdict.recommend( Travel.TRAIN, "x" ); verdict.warn( Risk.DELAY, "x" ); | `warn` and `recommend` are said at different times
          verdict.recommend( Travel.TRAIN, "x" ); verdict.inconclusive( "x" );     | a rule comes to one outcome
          modify( $x ) { setKm( 1 ) }                    | found `modify`
          insert( new Object() );                        | found `insert`
          verdict.getClass();                            | `getClass` is not something a rule can say
          §§                                             | the rule says nothing
          """)
  void onTheRightSide(String statements, String message) {
    String rule =
        "package trip;\n"
            + Trip.rule("r", "Way( hours == 1 )", statements == null ? "" : statements);
    assertThat(Trip.problems(Trip.open(temp, rule)))
        .anySatisfy(p -> assertThat(p).contains(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          Bag( kilos == 1 ) Way( km == 1 )     | the rule leans and reads the dimensions `Bag`, `Way`; say which one it speaks for: `@dimension( … )`
          Ticket( name1 == "x" )               | the rule leans and reads no dimension
          not( Way( km == 1 ) )                | 4:5: `not( … )` would read unknown as no; in a rule that leans, test the known value instead
          Way( km == 1 ) Balance( margin > 1 ) | `Balance` is not there yet when this rule speaks
          Way( $x : hours, km == 1 )           | `{x}` may be unknown where the rule speaks; test way.hours as known
          Way( $x : km == 1 ) or Way( hours == 1 ) | `{x}` may be unknown where the rule speaks
          """)
  void whereARuleLeans(String condition, String message) {
    String rule = Trip.rule("r", condition, "verdict.leans( Travel.TRAIN, \"{x}\" );");
    assertThat(Trip.problems(Trip.open(temp, "package trip;" + rule)))
        .anySatisfy(p -> assertThat(p).contains(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          rule "x" @source(house)             | the rule has no `@id( … )`
          rule "x" @id(Far)                   | `@id(Far)` is written in small letters with dashes
          rule "x" @id(x) @id(y)              | `@id` is given twice
          rule "x" @id()                      | found `)`; expected a value
          rule "x" @id(x) @note() @weight(3)  | found `)`; expected a value
          rule "x" @id(x) @source(publishd)   | `@source(publishd)` is `published` or `house`; maybe `published`?
          rule "x" @id(x) @weight(0)          | `@weight(0)` is a whole number from 1 to 99, on a rule that leans
          rule "x" @id(x) @narrow             | `@narrow` marks a rule that recommends, and has no value
          rule "x" @id(x) @dimension(Way)     | `@dimension` belongs to a rule that leans
          rule "x" @id(x) @decidedBy(x)       | `@decidedBy` belongs to a rule that says `recommend` or `inconclusive`
          rule "x" @id(x) salience 3          | `salience` is not allowed here; the order of rules never matters
          rule "x" extends "y" @id(x)         | `extends` is not allowed here; write the shared condition out
          rule "x" @id(x) dialect "mvel"      | `dialect` is not allowed here; a rule holds no code
          rule "x" @id(x) no-loop true        | `no` is not allowed here
          rule "x" @id(x) timer( int: 1s )    | `timer` is not allowed here
          rule x @id(x)                       | found `x`; expected the rule's name as a sentence in double quotes
          rule "" @id(x)                      | the rule's name is empty
          function int f() { return 1; } rule "x" @id(x)     | functions are not allowed; a rule holds no code
          query "q" Way() end rule "x" @id(x)                | queries are not allowed; a rule says what follows
          import java.util.*; rule "x" @id(x)                | imports are not allowed here
          import static java.lang.Runtime.*; rule "x" @id(x) | functions are not allowed
          global java.util.List l; rule "x" @id(x)           | globals are not allowed here
          declare Foo a : Integer end rule "x" @id(x)        | declarations belong in `vocabulary.drl`
          dialect "java" rule "x" @id(x)                     | `dialect` is not allowed here
          package other; rule "x" @id(x)                     | mismatched input `package`
          foo rule "x" @id(x)                                | `foo` is not allowed here; a file holds its `package`, then rules
          """)
  void inAFile(String head, String message) {
    String file =
        "package trip;\n"
            + head
            + "\nwhen Way( km == 1 ) then verdict.warn( Risk.DELAY, \"x\" ); end";
    assertThat(Trip.problems(Trip.open(temp, file)))
        .anySatisfy(p -> assertThat(p).contains(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          declare F a : Integer = 3 end                          | a default is not allowed
          declare F a : Integer = Runtime.getRuntime().exec("x") end | a default is not allowed
          declare F a : Integr end                               | `Integr` is not a type; there are `Integer`
          declare F a : Integer a : Boolean end                  | `a` is declared twice
          declare F a : Integer @range end                       | `@range` is written like `@range("1..500")`
          declare F a : Integer @range("9..1") end               | the least first
          declare F a : Integer @range("1..5") @range("1..9") end | `@range` is given twice
          declare F a : Boolean @range("1..5") end               | `@range` belongs to numbers only
          declare F a : Integer @ask end                         | `@ask` holds the question
          declare F a : Integer @key end                         | `@key` means nothing here; there are `@ask`, `@range`, `@derived`
          declare F a : Integer @ask( f( x ) ) end               | `(` is not allowed in a declaration
          declare F a : Integer @derived( from = "b", table = "t.csv" ) end | it is derived from `f.b`, which is not a text attribute
          declare F age : Integer end                            | `age` is about a person (age); a vocabulary describes work, never people
          declare F firstName : String end                       | `firstName` is about a person (a name)
          declare F dateOfBirth : String end                     | (date of birth)
          declare Candidate score : Integer end                  | (a candidate)
          declare F a_b : Integer end                            | `a_b` is not a name for an attribute
          declare F rule : Integer end                           | `rule` is not a name for an attribute
          declare f a : Integer end                              | the name of a fact begins with a capital: `F`
          declare Id a : Integer end                             | `Id` cannot be the name of a fact
          declare Known a : Integer end                          | `Known` is a name of the engine's own
          declare String a : Integer end                         | `String` is a name of the engine's own
          declare Way a : Integer end                            | `Way` is declared twice
          declare F extends Way a : Integer end                  | `extends` is not allowed
          declare trait F a : Integer end                        | a trait is not allowed
          declare F @dimension @context a : Integer end          | `@context` and `@dimension` do not go together
          declare F @role(event) a : Integer end                 | `@role` means nothing here
          declare F @java.lang.Deprecated a : Integer end        | `.` is not allowed in a declaration
          declare F end                                          | `F` has no attributes
          declare window W Way() end                             | only facts and enums are declared
          declare enum E A(Runtime.getRuntime()); label : String end | `.` is not allowed in a declaration
          declare enum E A(1); label : String end                | `A` needs its label as one text
          declare enum E A; label : String end                   | `A` needs its label as one text
          declare enum E A("x"); label : String = "y" end        | a default is not allowed
          declare enum E A("x"); end                             | an enum has the one field `label : String`
          declare enum E A("x"), A("y"); label : String end      | `A` is declared twice
          declare enum E A("b"), B("x"); label : String end      | `B` could also be `A`; choose other words
          declare enum E UNKNOWN("x"); label : String end        | `UNKNOWN` is read as unknown
          declare enum E @outcomes A("x"); label : String end    | `Travel` already has this role
          import java.util.*;                                    | 34:1: `import java.util.*` is not allowed; only `import dev.rolecall.decision.*;` is
          import function java.lang.Math.abs;                    | functions are not allowed
          global java.util.List list;                            | `global java.util.List list` is not allowed
          """)
  void inAVocabulary(String declaration, String message) {
    String vocabulary = Trip.VOCABULARY.stripTrailing() + "\n" + declaration;
    assertThat(
            Trip.problems(
                Trip.open(
                    temp,
                    "trip",
                    Map.of("vocabulary.drl", vocabulary, "r.drl", Trip.warning("Way( km == 1 )")))))
        .anySatisfy(
            p ->
                assertThat(p)
                    .startsWith("vocabulary.drl:")
                    .contains(
                        message.replace(
                            "34:1",
                            declaration.startsWith("import java")
                                ? lastLine(vocabulary) + ":1"
                                : "")));
  }

  private static String lastLine(String text) {
    return String.valueOf(text.lines().count());
  }

  @Test
  void namesAllProblemsOfAllFilesAtOnceInTheirOrder() {
    String twoRules =
        Trip.warning("Way( kn == 1, hors == 2 )") + Trip.rule("s", "Wax( )", "verdict.say( 1 );");
    assertThat(
            Trip.problems(
                Trip.open(
                    temp,
                    "trip",
                    Map.of(
                        "vocabulary.drl",
                        Trip.VOCABULARY,
                        "a.drl",
                        twoRules,
                        "b.drl",
                        Trip.warning("Way( km == 1 )")
                            + Trip.rule("r", "Way()", "verdict.warn( Risk.DELAY, \"x\" );"),
                        "c.drl",
                        "package other;\n"
                            + Trip.rule(
                                "c",
                                "Way( km == 1 ) from x",
                                "verdict.warn( Risk.DELAY, \"x\" );")))))
        .extracting(p -> p.replaceFirst("(: .{18}).*", "$1"))
        .containsExactly(
            "a.drl:5:10: `kn` is not an att",
            "a.drl:5:19: `hors` is not an a",
            "a.drl:12:5: `Wax` is not a fac",
            "a.drl:14:13: `say` is not somet",
            "b.drl:9:1: `@id(r)` is alread",
            "b.drl:9:1: the rule at b.drl:",
            "c.drl:1:1: the first statemen",
            "c.drl:5:20: `from` is not allo");
  }
}
