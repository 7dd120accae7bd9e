package dev.rolecall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes of tracking systems, in small. */
class TrackingSystemsTest {

  @TempDir Path folder;

  private Inputs.Came read(String json) throws IOException {
    return Inputs.read(Files.writeString(folder.resolve("jobs.json"), json.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {'jobs':[{'absolute_url':'u','internal_job_id':5,'id':7,'requisition_id':'ONE','title':'TPM','location':{'name':'Bonn'},'departments':[{'name':'Ops'},{'name':'IT'}]}],'meta':{'total':1}} | 7, TPM, Ops; IT, Bonn, ,
          [{'id':7,'name':'TPM','requisition_id':'R-1','status':'open','departments':[{'name':'Ops'}],'offices':[{'name':'Bonn'}],'custom_fields':{'level':'L5'}}] | R-1, TPM, Ops, Bonn, L5, open
          [{'id':'a-b','text':'TPM','categories':{'team':'Core','location':'Bonn'},'lists':[]}] | a-b, TPM, Core, Bonn, ,
          {'data':[{'id':'x','requisitionCode':'R-1','name':'TPM','status':'onHold','team':'Core','location':'Bonn','headcountTotal':1}],'hasNext':false} | R-1, TPM, Core, Bonn, , onHold
          {'jobs':[{'id':'x','title':'TPM','department':'Ops','team':'Core','location':'Bonn','isListed':true}]} | x, TPM, Ops, Bonn, ,
          {'jobPostings':[{'title':'TPM','externalPath':'/job/TPM_JR-1','locationsText':'Bonn','bulletFields':['JR-1']}]} | JR-1, TPM, , Bonn, ,
          {'jobPostingInfo':{'id':'f','jobReqId':'JR-1','title':'TPM','location':'Bonn'}} | JR-1, TPM, , Bonn, ,
          {'content':[{'id':'1','name':'TPM','refNumber':'REF1','location':{'city':'Bonn'},'department':{'label':'Ops'},'experienceLevel':{'label':'Senior'}}]} | REF1, TPM, Ops, Bonn, Senior,
          {'name':'Acme','jobs':[{'title':'TPM','shortcode':'ENG1','department':'Ops','city':'Bonn','experience':'Senior'}]} | ENG1, TPM, Ops, Bonn, Senior,
          {'@graph':[{'@type':'JobPosting','title':'TPM','identifier':{'@type':'PropertyValue','value':'R-1'},'jobLocation':{'address':{'addressLocality':'Bonn'}}}]} | R-1, TPM, , Bonn, ,
          """)
  void areRecognised(String json, String cells) throws IOException {
    Inputs.Came came = read(json);
    assertThat(came.columns()).isEqualTo(TrackingSystem.HEADERS);
    assertThat(came.rows()).hasSize(1);
    assertThat(String.join(", ", came.rows().get(0).cells()).strip()).isEqualTo(cells);
    assertThat(came.known().get(0)).containsEntry("posting.title", "TPM");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {'absolute_url':'u','internal_job_id':5,'id':7,'title':'TPM','company_name':'Acme','content':'&lt;p&gt;R&amp;amp;D.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;One&lt;/li&gt;&lt;/ul&gt;'} | Acme: R&D.//- One
          {'id':'a','text':'TPM','categories':{},'descriptionPlain':'Lead.','lists':[{'text':'You do','content':'<li>One</li><li>Two</li>'},{'text':'You have','content':'<li>Three</li>'}],'additionalPlain':'More.'} | : Lead.//You do/- One/- Two/You have/- Three//More.
          {'title':'TPM','isListed':true,'descriptionHtml':'<p>A</p><p>B</p>'} | : A//B
          {'jobPostingInfo':{'title':'TPM','jobDescription':'<p>A</p>'}} | : A
          {'refNumber':'R','name':'TPM','company':{'name':'Acme'},'jobAd':{'sections':{'companyDescription':{'text':'We.'},'jobDescription':{'text':'<p>A</p>'},'qualifications':{'text':'B'},'additionalInformation':{'text':'C'}}}} | Acme: A//B//C
          {'shortcode':'R','title':'TPM','city':'Bonn','state':'California','description':'<p>A</p>','requirements':'B','benefits':'Tea'} | : A//B
          {'@type':'JobPosting','title':'TPM','hiringOrganization':{'name':'Acme'},'description':'A','responsibilities':'B','qualifications':'C','skills':['D','E']} | Acme: A//B//C//D//E
          """)
  void theirDescriptionsAreJoined(String json, String description) throws IOException {
    Path file = Files.writeString(folder.resolve("job.json"), json.replace('\'', '"'));
    try (Intake intake = Inputs.value(Inputs.open(file))) {
      Description read = intake.nextDescription();
      assertThat(read.employer() + ": " + read.text().replace('\n', '/')).isEqualTo(description);
      assertThat(intake.nextDescription()).isNull();
    }
  }

  /** Each job has a list of 30,000 values, so that only some of them are in memory at once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {'jobs':[#],'meta':{'total':40}} | 'absolute_url':'u','internal_job_id':5,'id':'@','title':'TPM'
          {'jobs':[#]} | 'id':'@','name':'TPM','requisition_id':'@','status':'open'
          {'hasNext':false,'data':[#],'next':['x',5]} | 'id':'@','requisitionCode':'@','name':'TPM'
          {'data':[#]} | 'id':'@','text':'TPM','categories':{'team':'Core'}
          {'apiVersion':'1','jobs':[#]} | 'id':'@','title':'TPM','isListed':true
          {'total':40,'jobPostings':[#],'facets':[{'id':'x'}]} | 'title':'TPM','externalPath':'/@','bulletFields':['@']
          {'jobs':[#]} | 'jobPostingInfo':{'jobReqId':'@','title':'TPM'}
          {'offset':0,'content':[#]} | 'refNumber':'@','name':'TPM'
          {'name':'Acme','jobs':[#]} | 'shortcode':'@','title':'TPM','city':'Bonn'
          {'@context':'https://schema.org','@graph':[#]} | '@type':'JobPosting','title':'TPM','identifier':'@'
          """)
  void aLongDocumentThatWrapsThemIsReadInPieces(String document, String job) throws IOException {
    StringBuilder jobs = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      jobs.append(i > 1 ? "," : "").append('{').append(job.replace("@'", "R" + i + "'"));
      jobs.append(",'zeros':[").append("0,".repeat(29_999)).append("0]}");
    }
    Inputs.Came came = read(document.replace("#", jobs));
    assertThat(came.known()).hasSize(40);
    assertThat(came.problems()).isEmpty();
    assertThat(came.known().get(0)).containsEntry("id", "R1");
    assertThat(came.known().get(39)).containsEntry("id", "R40");
    assertThat(came.notes()).singleElement().asString().contains("it was read in pieces");
  }

  @Test
  void aLongDocumentWithoutThemIsRefusedAtOnce() throws IOException {
    Inputs.Came came = read("{'jobs':[" + "0,".repeat(1_100_000) + "0]}");
    assertThat(came.problems())
        .singleElement()
        .asString()
        .contains("more than 1 million values", "a bare list of cases, or JSON Lines");
  }

  @Test
  void theyAreRecognisedInLinesOfJsonToo() throws IOException {
    String lines =
        "{'shortcode':'A','title':'TPM'}\n{'shortcode' 'B'}\n{'shortcode':'C','title':'PM'}\n";
    Path file = Files.writeString(folder.resolve("jobs.jsonl"), lines.replace('\'', '"'));
    Inputs.Came came = Inputs.read(file);
    assertThat(came.rows()).hasSize(3);
    assertThat(came.known()).extracting(k -> k.get("id")).isEqualTo(List.of("A", "C"));
    assertThat(came.problems()).hasSize(1);
  }

  @Test
  void aJobInAListAndInFullIsOneAndTwoOfOneIdInAListAreTwo() throws IOException {
    Inputs.Came came =
        read(
            """
            {'list': [{'refNumber': 'R1', 'name': 'TPM'}, {'refNumber': 'R1', 'name': 'PM'}, {'refNumber': 'R2', 'name': 'PM'}],
             'details': {'R2': {'refNumber': 'R2', 'name': 'PM', 'location': {'city': 'Bonn'}}}}
            """);
    assertThat(came.rows()).extracting(row -> row.cells().get(0)).containsExactly("R1", "R1", "R2");
    assertThat(came.known().get(2)).containsEntry("posting.location", "Bonn");
    assertThat(came.notes())
        .containsExactly("jobs that stand in it twice, in a list and in full, were read once");
  }

  @Test
  void whatIsNoJobAmongJobsIsSetApart() throws IOException {
    Inputs.Came came =
        read("[{'shortcode': 'A', 'title': 'TPM'}, 5, {'shortcode': 'B', 'title': 'PM'}, {'x' 5}]");
    assertThat(came.rows()).hasSize(4);
    assertThat(came.known()).extracting(k -> k.get("id")).isEqualTo(List.of("A", "B"));
    assertThat(came.problems()).hasSize(2).first().asString().contains("this is no job like");
  }
}
