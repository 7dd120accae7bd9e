package dev.rolecall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs that cannot be read, and what people are told of them. */
class BadInputTest {

  @TempDir Path folder;

  /** In the texts, {@code \n} and {@code \t} stand for themselves. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a.csv    | ^^                        | a.csv: the file is empty
          b.csv    | ^\\n \\n\\n^              | b.csv: there is nothing in it but blank lines
          b.json   | ^\\n \\n^                 | b.json: there is no case in it
          b.jsonl  | ^\\n\\n^                  | b.jsonl: there is no case in it
          b.yaml   | # nothing\\n              | b.yaml: there is no case in it
          c.json   | []                        | c.json: there is no case in it
          c.csv    | id,title\\n               | c.csv: there is no case in it
          d.csv    | foo,bar\\n1,2             | d.csv: row 1: none of its columns (`foo`, `bar`) is understood; the first row must hold headers
          e.csv    | id,scope.team\\nA,3       | e.csv: row 1, column "scope.team": `scope.team` is not an attribute; maybe `scope.teams`?
          f.csv    | scope.teams,Scope Teams\\n3,4 | column "Scope Teams": this column and `scope.teams` both mean `scope.teams`; keep one of them
          h.csv    | id,title\\nA,"B           | h.csv: row 2, column "title": the quote that opens here is never closed
          i.csv    | id,title\\nA,"B" C        | i.csv: row 2, column "title": the quotes of this cell are broken
          j.csv    | id,title\\nA,B, C         | j.csv: row 2: there are 2 columns, but cell 3 holds ` C`; maybe a text with a separator in it is not in quotes?
          k.json   | {"scope":{"team":3}}      | k.json:1:11: `team` is not an attribute of `scope`
          k.json   | {"scope":{"team":3}}      | maybe `teams`?
          l.json   | {"scop":{}}               | maybe `scope`?
          m.yaml   | scope.team: 3             | m.yaml:1:1: `scope.team` is not an attribute; maybe `scope.teams`?
          n.csv    | scope.teams\\nfive        | n.csv: row 2, column "scope.teams": `five` is not a whole number from 1 to 500
          n.csv    | scope.teams\\n501         | `501` is not a whole number from 1 to 500
          n.csv    | scope.teams\\n2.5         | `2.5` is not a whole number from 1 to 500
          n.csv    | artifacts.schedule\\nmaybe | `maybe` is not `yes` or `no`
          n.csv    | boundaryTest.hardestPart\\nTRACKING_KNOWN_TASK | maybe `TRACKING_KNOWN_TASKS`?
          o.json   | {"scope":{"teams":[1]}}   | `scope.teams` is a whole number from 1 to 500; found a list
          o.json   | {"scope":5}               | `scope` is a group of fields
          o.json   | {"scope":{"teams":1e99999999999}} | `1e99999999999` is not a whole number
          o.json   | [5]                       | found a number; a situation is a group of fields like `scope: { teams: 5 }`
          p.json   | {"scope":{"teams":1,"teams":2}} | p.json:1:28: this is not valid JSON: `teams` is given twice
          p.yaml   | scope:\\n  teams: 1\\n  teams: 2 | p.yaml:3:3: `teams` is given twice
          q.json   | [{"id":"A" 5}]            | q.json:1:12: this is not valid JSON: found `5` where a comma is expected; nothing after it can be read
          q.json   | {"id":"A",}               | found `}` where a name in double quotes is expected
          q.json   | {'id':1}                  | found `'` where a name in double quotes is expected
          q.json   | {"id" 1}                  | found `1` where a colon is expected
          q.json   | {"id":}                   | found `}` where a value is expected
          q.json   | {"id":"A"                 | the text ends before everything that was opened is closed
          q.json   | {"id":tru}                | `tru` is no value; a text stands in double quotes
          q.json   | {"id":NaN}                | `NaN` is no value
          q.json   | {"id":"\\t"}              | a tab or a new line in a text is written
          q.json   | {"id":"A"]                | found `]`, which closes nothing that is open
          r.yaml   | scope: { teams: 5\\nid: x | r.yaml:2:3: this is not valid YAML: expected ',' or '}'
          r.yaml   | scope:\\n\\tteams: 5      | r.yaml:2:1: this is not valid YAML: a tab stands where only spaces may
          r.yaml   | id: &a { b: *a }          | it is nested deeper than 64 levels, or holds itself
          """)
  void isRefusedInTheWordsOfItsWriter(String name, String text, String told) throws IOException {
    String written = text == null ? "" : text.replace("\\n", "\n").replace("\\t", "\t");
    Path file = Files.writeString(folder.resolve(name), written);
    Run decided = Run.of("decide", file);
    Run batch = Run.of("batch", file, "--out", folder.resolve("out.csv"));

    assertThat(decided.code()).as(decided.err()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(decided.err()).contains(told);
    assertThat(batch.code()).as(batch.err()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(batch.err()).isEqualTo(decided.err());
  }

  @Test
  void aFileThatIsNotThereIsAnsweredWithTheNearestName() throws IOException {
    Files.writeString(folder.resolve("requisitions.csv"), "id\n1\n");
    Run run = Run.of("decide", folder.resolve("requisition.csv"));
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run.err())
        .contains("there is no such file; maybe `" + folder.resolve("requisitions.csv") + "`?");
    assertThat(Run.of("decide", folder).err()).contains("this is a directory; a file is expected");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          D0CF11E0A1B11AE1, 'this is a workbook of the old kind (.xls), or one with a password; save it as .xlsx'
          504B030414000600, this packed file is damaged or cut off
          1F8B080000000000, it is damaged or cut off
          255044462D312E37, this is a PDF
          0001FF1122334455, there are zero bytes in its first line
          """)
  void whatIsNoTableIsNamedAsWhatItIs(String bytes, String told) throws IOException {
    Path file = Files.write(folder.resolve("a.csv"), HexFormat.of().parseHex(bytes));
    Run run = Run.of("decide", file);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run.err()).startsWith(file + ": ").contains(told);
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    Path yaml = Files.writeString(folder.resolve("a.yaml"), "a: " + "[".repeat(20_000));
    Path json = Files.writeString(folder.resolve("a.json"), "{\"a\":" + "[".repeat(200));
    assertThat(Run.of("decide", yaml).err()).contains("nested deeper than 64 levels");
    assertThat(Run.of("decide", json).err()).contains("nested deeper than 64 levels");
  }

  @Test
  void allProblemsOfAnInputAreToldAtOnceInTheOrderOfItsColumns() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "scope.teams,scope.quarters,artifacts.charter\nx,99,maybe\n0,1,yes\n");
    assertThat(Run.of("decide", file).err().lines())
        .extracting(line -> line.replaceAll(".*: row (\\d), column \"(.*)\": .*", "$1 $2"))
        .containsExactly(
            "2 scope.teams", "2 scope.quarters", "2 artifacts.charter", "3 scope.teams");
  }

  @Test
  void aCellCannotSteerTheTerminal() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "id,scope.teams\nA,\"\u001B[31mred\nline\"\n");
    Run run = Run.of("decide", file);
    assertThat(run.err()).doesNotContain("\u001B");
    assertThat(run.err().lines()).hasSize(1);
  }
}
