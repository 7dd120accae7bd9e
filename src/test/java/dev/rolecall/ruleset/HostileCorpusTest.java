package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.problem.Result;
import dev.rolecall.rule.Rulebook;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first lock alone: what hostile people write into rule files, each refused before anything is
 * compiled, at its place and in words. {@code <202E>} stands for the character of that number.
 */
class HostileCorpusTest {

  private static final Pattern CHARACTER = Pattern.compile("<([0-9A-F]{4})>");
  private static final String TABLE =
      "declare Offer offer : String by : Travel"
          + " @derived( from = \"offer\", table = \"t.csv\" ) end";

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          declare F a : Integer = System.exit( 1 ) end                  → 38:23: a default is not allowed
          declare F a : String = "x" end                                → 38:22: a default is not allowed
          declare F @propertyReactive a : Integer end                   → 38:9: `@propertyReactive` means nothing here
          declare F @classReactive a : Integer end                      → 38:9: `@classReactive` means nothing here
          declare F @typesafe(false) a : Integer end                    → 38:9: `@typesafe` means nothing here
          declare F @expires(1h) a : Integer end                        → 38:9: `@expires` means nothing here
          declare F @serialVersionUID(1) a : Integer end                → 38:9: `@serialVersionUID` means nothing here
          declare F @watch(a) a : Integer end                           → 38:9: `@watch` means nothing here
          declare F @org.kie.api.definition.type.Role(x) a : Integer end → 38:15: `.` is not allowed in a declaration
          declare F a : Integer @Position(0) end                        → 38:11: `@Position` means nothing here
          declare F a : Integer @ask( System.exit(1) ) end              → 38:35: `.` is not allowed in a declaration
          declare F a : Integer @ask( "x" + y ) end                     → 38:33: `+` is not allowed in a declaration
          declare F a : Integer @ask( { "x" } ) end                     → 38:29: `{` is not allowed in a declaration
          declare F a : Integer @ask("x", "y") end                      → 38:11: `@ask` holds the question
          declare F a : Integer @ask(value = "x", other = "y") end      → 38:11: `@ask` holds the question
          declare F a : Integer @ask( System exit 1 ) end               → 38:11: `@ask` holds the question
          declare F a : Integer @range(value = "1..5", x = "2") end     → 38:11: `@range` is written like
          declare F a : String b : Travel @derived( from = "a", table = "t.csv", x = "y" ) end → 38:22: `@derived` is written
          declare F a : String b : Travel @derived( from = "a", table = "../t.csv" ) end → 38:22: the table `../t.csv` is not in the folder
          declare F @dimension(x) a : Integer end                       → 38:9: `@dimension` has no value
          declare enum E @record(none, x = 1) A("x"); label : String end → 38:14: `@record` means nothing here
          declare enum E @x(y) A("x"); label : String end               → 38:14: `@x` means nothing here
          declare enum E A("x") @ask("y"); label : String end           → 38:23: not a rule as DRL writes it
          declare enum E A("x"); label : String @ask("y") end           → 38:14: an enum has the one field
          declare enum E A("x"); label : String code : Integer end      → 38:14: an enum has the one field
          declare enum E A( System.exit(1) ); label : String end        → 38:25: `.` is not allowed in a declaration
          declare enum E A( x( y( z ) ) ); label : String end           → 38:20: `(` is not allowed in a declaration
          declare enum E A( new Object() ); label : String end          → 38:29: `(` is not allowed in a declaration
          declare enum E A( Travel ); label : String end                → 38:16: `A` needs its label as one text
          declare enum E extends Object A("x"); label : String end      → 38:16: not a rule as DRL writes it
          declare trait F a : Integer end                               → 38:15: a trait is not allowed
          declare F extends Object a : Integer end                      → 38:9: `extends` is not allowed
          declare entry-point "x" end                                   → 38:9: only facts and enums are declared
          declare window W over window:time( 1s ) Way() end             → 38:9: only facts and enums are declared
          declare java.lang.String a : Integer end                      → 38:13: `.` is not allowed in a declaration
          declare F a : java.lang.Runtime end                           → 38:19: `.` is not allowed in a declaration
          declare F a : List<Integer> end                               → 38:19: `<` is not allowed in a declaration
          declare F a : Integer[] end                                   → 38:22: `[` is not allowed in a declaration
          declare F a : Object end                                      → 38:15: `Object` is not a type
          declare F a : Way end                                         → 38:15: `Way` is not a type
          unit Evil;                                                    → 38:1: rule units are not allowed
          dialect "mvel"                                                → 38:1: `dialect` is not allowed here
          function void f() { System.exit( 1 ); }                       → 38:1: functions are not allowed
          import evil.Verdict;                                          → 38:1: `import evil.Verdict` is not allowed; only `import dev.rolecall.decision.*;` is
          import java.lang.*;                                           → 38:1: `import java.lang.*` is not allowed
          import static java.lang.System.exit;                          → 38:8: functions are not allowed
          import function java.lang.System.exit;                        → 38:8: functions are not allowed
          import accumulate evil.Sum sum;                               → 38:8: functions are not allowed
          global Object verdict;                                        → 38:1: `global Object verdict` is not allowed
          global evil.Verdict verdict;                                  → 38:1: `global evil.Verdict verdict` is not allowed
          declare Fact_Way a : Integer end                              → 38:9: `Fact_Way` is not a name
          declare F v_km : Integer end                                  → 38:11: `v_km` is not a name for an attribute
          declare F _ : Integer end                                     → 38:11: `_` is not a name for an attribute
          declare F $ : Integer end                                     → 38:11: `$` is not a name for an attribute
          declare Verdict a : Integer end                               → 38:9: `Verdict` is a name of the engine's own
          declare WAY a : Integer end                                   → 38:9: `WAY` is declared twice
          declare F a<0301> : Integer end                               → 38:12: `<0301>` has no place in a rule file
          declare<00A0>F a : Integer end                                → 38:8: `<00A0>` has no place in a rule file
          declare F<200B> a : Integer end                               → 38:10: U+200B has no place in a rule file
          declare \\u0046 a : Integer end                               → 38:9: `\\` has no place in a rule file
          declare F a : Integer @ask("\\u0022 ) end") end               → 38:29: `\\u` is not allowed in a text
          declare F a : Integer @ask("x\\n") end                        → 38:30: `\\n` is not allowed in a text
          declare F a : Integer @ask("x<000A>y") end                    → 38:28: a text opens here with `"` and is not closed on its line
          declare F a : Integer @ask("x<0000>y") end                    → 38:30: U+0000 is not allowed
          declare F a : Integer @ask("x<0085>y") end                    → 38:30: U+0085 is not allowed
          declare F a : Integer @ask("x<2028>y") end                    → 38:30: U+2028 is not allowed
          declare F a : Integer @ask("<202E>x") end                     → 38:29: U+202E is not allowed
          // x<2028>declare F a : Integer end                           → 38:5: U+2028 is not allowed
          // x<0085>declare F a : Integer end                           → 38:5: U+0085 is not allowed
          // x<202E>y<2066>                                             → 38:5: U+202E is not allowed
          // x<000C>                                                    → 38:5: U+000C is not allowed
          /* x<2066>y */                                                → 38:5: U+2066 is not allowed
          /* x */ */                                                    → 38:9: `*` is not allowed here
          """)
  void inAVocabulary(String written, String problem) {
    assertThat(problems("vocabulary.drl", Trip.VOCABULARY + written(written)))
        .first()
        .asString()
        .startsWith("vocabulary.drl:" + written(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          rule "x" @id(x) @java.lang.Deprecated                     → 2:22: `.` is not allowed here
          rule "x" @id(x) @\\u0061                                  → 2:18: `\\` has no place in a rule file
          rule "x" @id(x<200B>)                                     → 2:15: U+200B has no place in a rule file
          rule "\\u0022 when eval( true )" @id(x)                   → 2:7: `\\u` is not allowed in a text
          rule "<202E>x" @id(x)                                     → 2:7: U+202E is not allowed
          rule "x" @id(x) // <202E>@weight(3)                       → 2:20: U+202E is not allowed
          rule "x" /*<202E> } <2066>if (isAdmin)<2069> <2066> */ @id(x) → 2:12: U+202E is not allowed
          rule 'x' @id(x)                                           → 2:6: `'` has no place in a rule file
          rule "x" @id(x) enabled false                             → 2:17: `enabled` is not allowed here
          rule "x" @id(x) agenda-group "x"                          → 2:17: `agenda` is not allowed here
          rule "x" @id(x) date-effective "01-Jan-2024"              → 2:17: `date` is not allowed here
          rule "x" @id(x) duration 1                                → 2:17: `duration` is not allowed here
          rule "x" @id(x) unlinking                                 → 2:17: `unlinking` is not allowed here
          rule "x" @id(x) when eval( true ) then System.exit(1); end rule "y" @id(y) → 2:22: `eval` is not allowed here
          unit Evil; rule "x" @id(x)                                → 2:1: rule units are not allowed
          import evil.Verdict; rule "x" @id(x)                      → 2:1: imports are not allowed here
          import function java.lang.System.exit; rule "x" @id(x)    → 2:8: functions are not allowed
          import accumulate evil.Sum sum; rule "x" @id(x)           → 2:8: functions are not allowed
          declare enum Travel A("x"); label : String end rule "x" @id(x) → 2:1: declarations belong in `vocabulary.drl`
          declare entry-point "x" end rule "x" @id(x)               → 2:1: declarations belong in `vocabulary.drl`
          template header rule "x" @id(x)                           → 2:1: `template` is not allowed here
          expander evil.dsl rule "x" @id(x)                         → 2:1: `expander` is not allowed here
          attributes salience 1 rule "x" @id(x)                     → 2:1: `attributes` is not allowed here
          """)
  void aroundARule(String head, String problem) {
    String file =
        "package trip;\n"
            + written(head)
            + "\nwhen Way( km == 1 ) then verdict.warn( Risk.DELAY, \"x\" ); end";
    assertThat(problems("r.drl", file)).first().asString().startsWith("r.drl:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          Way( season == Season.valueOf( "DARK" ) )   → 5:20: found `Season.valueOf`; expected one of
          Way( season == Season.DARK.label )          → 5:20: found `Season.DARK`; expected one of
          Way( season == evil.Season.DARK )           → 5:20: found `evil.Season`; expected one of
          Way( km == Integer.MAX_VALUE )              → 5:16: found `Integer`; expected a whole number
          Way( km == f( g( 1 ) ) )                    → 5:16: found `f`; expected a whole number
          Way( new Integer( 1 ) == km )               → 5:10: `new` is not an attribute of Way
          Way( km instanceof Integer )                → 5:13: found `instanceof`; expected one of
          Way( km#Integer == 1 )                      → 5:12: `#` has no place in a rule file
          Way( note!.length > 1 )                     → 5:14: found `!`; expected one of
          Way( this.km == 1 )                         → 5:10: found `this` used like code
          Way( x -> x )                               → 5:10: `x` is not an attribute of Way
          Way( km == 1 ? true : false )               → 5:18: found `?`; expected
          Way( km = 1 )                               → 5:13: found `=`; expected one of
          Way( km == 1 ){ System.exit( 1 ); }         → 5:19: `{` is not allowed here
          Way( [km] )                                 → 5:10: found `[`; expected a comparison
          Way( $k : km ) Bag( kilos == $k )           → 5:34: found `$k`; expected a whole number
          Way<Integer>( km == 1 )                     → 5:8: `<` is not allowed here
          (Way)( km == 1 )                            → 5:15: `==` is not allowed here
          Way( note == "x<2028>y" )                   → 5:20: U+2028 is not allowed
          Way( note == "x<0085>y" )                   → 5:20: U+0085 is not allowed
          Way( note == "x<FEFF>y" )                   → 5:20: U+FEFF is not allowed
          Way( note == "\\\\" )                       → 5:18: a text in a condition cannot hold quotes
          Way( km == 1 )<2028>Bag( )                  → 5:19: U+2028 has no place in a rule file
          Way( km == 1 ) then System.exit( 1 ); end   → 5:25: found `System`; a rule can only say
          """)
  void inACondition(String condition, String problem) {
    assertThat(problems("r.drl", Trip.warning(written(condition))))
        .first()
        .asString()
        .startsWith("r.drl:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          verdict.warn( Risk.DELAY, "\\u0022 ); System.exit( 1 ); //" );      → 7:32: `\\u` is not allowed in a text
          verdict.warn( Risk.DELAY, "<202E>x" );                              → 7:32: U+202E is not allowed
          verdict.warn( Risk.DELAY, "x" ); System.exit( 1 );                  → 7:38: found `System`; a rule can only say
          verdict.warn( Risk.DELAY, "x" ).getClass();                         → 7:36: found `.`; expected `;`
          verdict.warn( Risk.valueOf( "DELAY" ), "x" );                       → 7:19: found `Risk.valueOf`; expected one of
          verdict.warn( (Risk) Risk.DELAY, "x" );                             → 7:19: found `(`; expected a constant
          ((verdict)).warn( Risk.DELAY, "x" );                                → 7:5: found `(`; a rule can only say
          { verdict.warn( Risk.DELAY, "x" ); }                                → 7:5: found `{`; a rule can only say
          if ( true ) verdict.warn( Risk.DELAY, "x" );                        → 7:5: found `if`; a rule can only say
          Verdict verdict = null;                                             → 7:5: found `Verdict`; a rule can only say
          verdict = null;                                                     → 7:13: found `=`; expected `.`
          drools.halt();                                                      → 7:5: found `drools`; a rule can only say
          kcontext.getKieRuntime().halt();                                    → 7:5: found `kcontext`; a rule can only say
          then[x] verdict.warn( Risk.DELAY, "x" );                            → 7:5: found `then`; a rule can only say
          verdict.warn( Risk.DELAY, "x" ); end rule "y" when eval( true ) then System.exit( 1 ); → 7:56: `eval` is not allowed here
          """)
  void onTheRightSide(String statements, String problem) {
    String file = "package trip;\n" + Trip.rule("r", "Way( km == 1 )", written(statements));
    assertThat(problems("r.drl", file).stream().filter(p -> !p.contains("has no `@id")))
        .first()
        .asString()
        .startsWith("r.drl:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          phrase,by<000A>ra<0000>il,TRAIN             → t.csv:2: U+0000 is not allowed
          phrase,by<000A>ra<202E>il,TRAIN             → t.csv:2: U+202E is not allowed
          phrase,by<000A>rail,=cmd()                  → t.csv: row 2, column "by": `=cmd()` is not one of
          phrase,by<000A>"rail,TRAIN<000A>air,PLANE   → t.csv:2: this line has 1 cell, the header 2
          phrase,by<000A>rail,"TRAIN<000A>air,PLANE   → t.csv: row 2, column "by": `TRAIN air,PLANE` is not one of
          phrase,by,by<000A>rail,TRAIN,PLANE          → t.csv:1: there is more than one column `by`
          phrase,by<000A>rail,TRAIN,x                 → t.csv:2: this line has 3 cells, the header 2
          phrase,by<000A>*,TRAIN<000A>*,PLANE         → t.csv: row 3, column "phrase": `*` is there twice
          """)
  void inATable(String table, String problem) {
    Map<String, String> files = good();
    files.put("vocabulary.drl", Trip.VOCABULARY + TABLE);
    files.put("t.csv", written(table));
    assertThat(problems(files)).first().asString().startsWith(problem);
  }

  /** What looks hostile and is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '§',
      textBlock =
          """
          vocabulary → declare enum E A("*/ end ' \\" \\\\"); label : String end
          vocabulary → declare enum E A("م<200F> ن<200C>م 👩<200D>🔬"); label : String end
          vocabulary → declare F this : Integer var : Integer record : Integer class : Integer import : Integer end
          vocabulary → declare F ab : Integer aB : Integer end
          vocabulary → declare LambdaPredicate00 a : Integer; b : Boolean end
          vocabulary → // "unclosed, ' and */ and \\u0022 and 日本
          condition  → Way( note == "${x} #{y} %s @{z} */ // end" )
          condition  → Way( note == "end" ) /* then System.exit( 1 ); end */
          statement  → verdict.warn( Risk.DELAY, "\\" ); System.exit( 1 ); //" );
          statement  → verdict . /* x */ warn ( Risk . DELAY , "*/ 'x' %s <# rule" ) ;
          """)
  void takesWhatOnlyLooksHostile(String where, String text) {
    String written = written(text);
    Map<String, String> files = good();
    switch (where) {
      case "vocabulary" -> files.put("vocabulary.drl", Trip.VOCABULARY + written);
      case "condition" -> files.put("r.drl", Trip.warning(written));
      default -> files.put("r.drl", "package trip;\n" + Trip.rule("r", "Way( km == 1 )", written));
    }
    assertThat(problems(files)).isEmpty();
  }

  private static String written(String shown) {
    return CHARACTER
        .matcher(shown)
        .replaceAll(m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)));
  }

  private static Map<String, String> good() {
    return new HashMap<>(
        Map.of("vocabulary.drl", Trip.VOCABULARY, "r.drl", Trip.warning("Way( km == 1 )")));
  }

  private static List<String> problems(String file, String text) {
    Map<String, String> files = good();
    files.put(file, text);
    return problems(files);
  }

  private static List<String> problems(Map<String, String> files) {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    Result<Rulebook> read = RuleFiles.of("trip", "trip", bytes).rulebook();
    return read instanceof Result.Refused<Rulebook> refused
        ? refused.problems().stream().map(p -> p.toString().replaceFirst("^trip/", "")).toList()
        : List.of();
  }
}
