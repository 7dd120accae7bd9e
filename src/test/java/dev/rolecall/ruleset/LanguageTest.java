package dev.rolecall.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.decision.Advice;
import dev.rolecall.problem.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What can be said in a condition, and what Drools makes of it once printed. */
class LanguageTest {

  /**
   * condition | situations in which it holds | situations in which it does not; situations apart by
   * {@code ;}.
   */
  private static final String TABLE =
      """
      Way( km == 3 )                                         | way: {km: 3} | way: {km: 4} ; way: {}
      Way( km != null, km != 3 )                             | way: {km: 4} | way: {km: 3} ; way: {}
      Way( km < 3 )                                          | way: {km: 2} | way: {km: 3} ; way: {}
      Way( km <= 3 )                                         | way: {km: 3} | way: {km: 4} ; way: {}
      Way( km > 3 )                                          | way: {km: 4} | way: {km: 3} ; way: {}
      Way( km >= 3 )                                         | way: {km: 3} | way: {km: 2} ; way: {}
      Way( km == -5 )                                        | way: {km: -5} | way: {km: 5}
      Way( km in ( -5, 7 ) )                                 | way: {km: -5} ; way: {km: 7} | way: {km: 5} ; way: {}
      Way( km != null, km not in ( 1, 2 ) )                  | way: {km: 3} | way: {km: 2} ; way: {}
      Way( km == null )                                      | way: {} | way: {km: 3}
      Way( km in ( null, 3 ) )                               | way: {} ; way: {km: 3} | way: {km: 4}
      Way( km not in ( null, 3 ) )                           | way: {km: 4} | way: {} ; way: {km: 3}
      Way( hours == -2147483648 )                            | way: {hours: -2147483648} | way: {hours: 1}
      Way( km > 1, hours > 1 )                               | way: {km: 2, hours: 2} | way: {km: 2} ; way: {hours: 2}
      Way( km > 1 && hours > 1 )                             | way: {km: 2, hours: 2} | way: {km: 2, hours: 1}
      Way( km > 1 || hours > 1 )                             | way: {km: 2} ; way: {hours: 2} | way: {} ; way: {km: 1}
      Way( km > 1 && hours > 1 || abroad == true )           | way: {abroad: true} ; way: {km: 2, hours: 2} | way: {km: 2}
      Way( ( km > 1 || hours > 1 ) && abroad == true )       | way: {abroad: true, km: 2} | way: {km: 2, hours: 2}
      Way( km != null, !( km > 3 ) )                         | way: {km: 3} | way: {km: 4} ; way: {}
      Way( km != null && !( km > 3 || km < 1 ) )             | way: {km: 2} | way: {km: 0} ; way: {}
      Way( km != null, !( !( km > 3 ) ) )                    | way: {km: 4} | way: {km: 3} ; way: {}
      Way( $km : km >= 3 )                                   | way: {km: 3} | way: {}
      Way( $km : km )                                        | way: {} ; way: {km: 1} |
      Way( $km : km && hours > 1 )                           | way: {hours: 2} | way: {km: 1}
      Way( )                                                 | way: {} |
      Way( price == 5 )                                      | way: {price: 5} ; way: {price: 5.00} | way: {price: 5.01} ; way: {}
      Way( price > -1.5 )                                    | way: {price: -1.4} | way: {price: -1.50} ; way: {}
      Way( price in ( 1, -2.50, 0.1 ) )                      | way: {price: 1.0} ; way: {price: -2.5} | way: {price: 2} ; way: {}
      Way( price != null, price not in ( 1, 2 ) )            | way: {price: 3} | way: {price: 2.00} ; way: {}
      Way( price >= 12345678901234567890.123 )               | way: {price: 12345678901234567890.123} | way: {price: 12345678901234567890}
      Way( abroad == true )                                  | way: {abroad: true} | way: {abroad: false} ; way: {}
      Way( abroad == false )                                 | way: {abroad: false} | way: {}
      Way( abroad != null, abroad != true )                  | way: {abroad: false} | way: {abroad: true} ; way: {}
      Way( season == Season.WINTER )                         | way: {season: WINTER} | way: {season: SUMMER} ; way: {}
      Way( season in ( Season.WINTER, Season.DARK ) )        | way: {season: DARK} | way: {season: SUMMER} ; way: {}
      Way( season != null, season != Season.WINTER )         | way: {season: DARK} | way: {season: WINTER} ; way: {}
      Way( note == "über 日本 😀, (a && b) // $x {y} /* */" )  | way: {note: "über 日本 😀, (a && b) // $x {y} /* */"} | way: {note: "über"} ; way: {}
      Way( note in ( "end", "then" ) )                       | way: {note: then} | way: {note: when} ; way: {}
      Way( note == null )                                    | way: {} | way: {note: x}
      Way( km == 1 ) Bag( kilos == 2 )                       | way: {km: 1}, bag: {kilos: 2} | way: {km: 1}
      Way( km == 1 ) and Bag( kilos == 2 )                   | way: {km: 1}, bag: {kilos: 2} | bag: {kilos: 2}
      (and Way( km == 1 ) Bag( kilos == 2 ))                 | way: {km: 1}, bag: {kilos: 2} | bag: {kilos: 2}
      Way( km == 1 ) or Bag( kilos == 2 )                    | way: {km: 1} ; bag: {kilos: 2} ; way: {km: 1}, bag: {kilos: 2} | way: {}
      (or Way( km == 1 ) Bag( kilos == 2 ))                  | way: {km: 1} ; bag: {kilos: 2} | way: {}
      (or (and Way( km == 1 ) Way( hours == 1 )) Bag( kilos == 2 )) | way: {km: 1, hours: 1} ; bag: {kilos: 2} | way: {km: 1}
      Way( km == 1 ) or Bag( kilos == 2 ) and Way( hours == 1 )     | way: {km: 1} ; way: {hours: 1}, bag: {kilos: 2} | bag: {kilos: 2}
      ( Way( km == 1 ) or Bag( kilos == 2 ) ) Way( hours == 1 )     | way: {hours: 1}, bag: {kilos: 2} | way: {km: 1}
      not( Way( km == 1 ) )                                  | way: {km: 2} ; way: {} | way: {km: 1}
      not Way( km == 1 )                                     | way: {} | way: {km: 1}
      not( Way( km == 1 ) and Bag( kilos == 2 ) )            | way: {km: 1} | way: {km: 1}, bag: {kilos: 2}
      not( Way( km == 1 ) or Bag( kilos == 2 ) )             | way: {} | way: {km: 1} ; bag: {kilos: 2}
      exists( Way( km == 1 ) or Bag( kilos == 2 ) )          | bag: {kilos: 2} | way: {}
      exists( Way( km == 1 ) and not( Bag( kilos == 2 ) ) )  | way: {km: 1} | way: {km: 1}, bag: {kilos: 2}
      not( not( Way( km == 1 ) ) )                           | way: {km: 1} | way: {}
      Known( stated == 1, inferred == 0 )                    | way: {km: 1} ; ticket: {name1: x}, way: {km: 1} | way: {km: 1, hours: 1} ; ticket: {name1: x}
      Voice( dimension == "Way", state == State.LEANS, leans == Travel.PLANE ) | way: {km: 5000} | way: {km: 100} ; bag: {kilos: 40}
      Voice( dimension in ( "Way" ), state == State.SPLIT )  | way: {km: 5000, abroad: false} | way: {km: 5000}
      not( Voice( state != State.SILENT ) )                  | way: {} | way: {km: 5000}
      Voice( dimension == "Bag", leans == null )             | way: {} | bag: {kilos: 40}
      Balance( leader == null )                              | way: {} | bag: {kilos: 40}
      Balance( leader == Travel.TRAIN, margin >= 1, times == 99, speaking == 1, split == 0, leaderVoices == 1, runnerUpVoices == 0 ) | bag: {kilos: 40} | way: {km: 5000}
      Balance( leader != null && !( leader == Travel.TRAIN ) ) | way: {km: 5000} | bag: {kilos: 40} ; way: {}
      Recommendation( answer == Travel.PLANE, decidedBy == "way", contested == true, narrow == false, voicesFor == 1, voicesAgainst == 0 ) | way: {km: 5000} | way: {}
      Recommendation( answer == null )                       | way: {} | way: {km: 5000}
      """;

  /**
   * Two findings of one dimension, one of the other, and a recommendation, for the engine's facts
   * to be about.
   */
  private static final String REST =
      """
      package trip; // what the others stand on
      rule "far" @id(far) @source(house) when Way( km == 5000 ) then verdict.leans( Travel.PLANE, "it is far" ); end
      rule "home" @id(home) @source(house) when Way( abroad == false, km == 5000 )
      then verdict.leans( Travel.TRAIN, "it is at home" ); end
      rule "heavy" @id(heavy) @source(house) when Bag( kilos == 40 ) then verdict.leans( Travel.TRAIN, "it is heavy" ); end
      rule "fly" @id(fly) @source(house) @decidedBy(way) @contested
      when Way( km == 5000 ) then verdict.recommend( Travel.PLANE, "it is far" ); end
      """;

  private record Row(String id, String condition, List<String> holds, List<String> fails) {}

  @TempDir static Path temp;
  private static final List<Row> ROWS = rows();
  private static Ruleset ruleset;

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      String[] cells = line.split("(?<!\\|)\\|(?!\\|)");
      rows.add(
          new Row(
              "row-" + rows.size(),
              cells[0].strip(),
              situations(cells[1]),
              situations(cells.length > 2 ? cells[2] : "")));
    }
    return rows;
  }

  private static List<String> situations(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.strip().split(" ; "));
  }

  @BeforeAll
  static void open() {
    StringBuilder rules = new StringBuilder("// All of them.\npackage trip;\n");
    ROWS.forEach(
        r -> rules.append(Trip.rule(r.id, r.condition, "verdict.warn( Risk.DELAY, \"x\" );")));
    ruleset =
        Trip.good(
            Trip.open(
                temp,
                "trip",
                Map.of(
                    "vocabulary.drl", Trip.VOCABULARY, "a.drl", REST, "r.drl", rules.toString())));
  }

  @TestFactory
  List<DynamicTest> holdsWhereItShould() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Row row : ROWS) {
      row.holds.forEach(
          s ->
              tests.add(
                  DynamicTest.dynamicTest(
                      row.condition + " of " + s,
                      () -> assertThat(warned(s)).containsOnlyOnce(row.id))));
      row.fails.forEach(
          s ->
              tests.add(
                  DynamicTest.dynamicTest(
                      row.condition + " not of " + s,
                      () -> assertThat(warned(s)).doesNotContain(row.id))));
    }
    return tests;
  }

  private static List<String> warned(String situation) {
    List<String> remembered =
        Trip.decide(ruleset, situation).warnings().stream().map(Advice::rule).toList();
    List<String> fresh =
        ruleset.decideAfresh(Trip.situation(ruleset, situation)).warnings().stream()
            .map(Advice::rule)
            .toList();
    assertThat(remembered).isEqualTo(fresh);
    return remembered;
  }

  @Test
  void readsCommentsAnywhereAndTheLineEndsOfEverySystem() {
    String rule =
        "\uFEFF/* a */ package /* b */ trip; // c\nrule /* \"no\" */ \"r\" // rule \"x\"\n@id( /* d */ r ) @source(house)\n"
            + "when // then\n Way( /* km */ km // hours\n == 1 )\nthen /* end */ verdict . leans( Travel.TRAIN, /* , */ \"a // b\" ) ; // end\nend // x";
    for (String end : List.of("\n", "\r\n", "\r")) {
      Ruleset read = Trip.good(Trip.open(temp, rule.replace("\n", end)));
      assertThat(Trip.decide(read, "way: {km: 1}").findings())
          .extracting("because")
          .containsExactly("a // b");
      assertThat(read.rulebook().rules().get(0).at().line()).isEqualTo(2);
    }
  }

  @Test
  void keepsTextsAsTheyAreAndFillsInWhatIsKnown() {
    Ruleset read =
        Trip.good(
            Trip.open(
                temp,
                "package trip;\n"
                    + Trip.rule(
                        "a",
                        "Way( $km : km >= 3, $season : season != null, $abroad : abroad == true, $price : price > 0 )",
                        "verdict.leans( Travel.TRAIN, \"\\\"{km}\\\" {season} \\\\ {abroad} {price} é😀\" );\n"
                            + "verdict.leans( Travel.PLANE, \"or not\" );")));
    assertThat(
            Trip.decide(read, "way: {km: 3, season: WINTER, abroad: true, price: 1E+3}").findings())
        .extracting("because")
        .containsExactly("\"3\" in winter \\ yes 1000 é😀", "or not");
  }

  @Test
  void readsWhatShippedRulesSay() {
    for (String decision : List.of("hiring", "growth")) {
      assertThat(RulesFolder.open(Path.of("rules"), decision, Trip.CACHE))
          .isInstanceOf(Result.Ok.class);
    }
  }
}
