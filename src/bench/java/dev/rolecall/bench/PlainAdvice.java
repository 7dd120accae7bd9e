package dev.rolecall.bench;

import dev.rolecall.bench.Requisition.Role;
import dev.rolecall.bench.Requisition.Side;
import dev.rolecall.decision.Advice;
import dev.rolecall.decision.Outcome;
import dev.rolecall.decision.Question;
import dev.rolecall.decision.Voice;
import dev.rolecall.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes with an answer, written by hand: warnings, questions, suggestions. */
final class PlainAdvice {

  private static final String PM_LINE =
      "Re-advertise as 'Project Manager: owns a defined plan and brings it in on time, on scope and on budget.'";
  private static final String TPM_LINE =
      "Re-advertise as 'Technical Program Manager: owns an outcome that several teams with roadmaps of their own have to reach together, and reads, sequences and judges the technical work in it.'";
  private static final String PGM_LINE =
      "Re-advertise as 'Program Manager: owns an outcome that several teams have to reach together; nothing technical has to be read, sequenced or challenged.'";

  /** One for each dimension, in the order of the voices. */
  private static final List<Advice> PM_INTERVIEW =
      List.of(
          interview(
              "interview-pm-ownership",
              "Ask for a plan they owned from the first day to the last, and what they did when it no longer held."),
          interview(
              "interview-pm-scope",
              "Ask how they ran a piece of work inside one team: how they cut it, who did what, how they knew each day where it stood."),
          interview(
              "interview-pm-ambiguity",
              "Ask how they turn a defined scope into a plan, and how they handle a change that arrives halfway."),
          interview(
              "interview-pm-technical-depth",
              "Ask them to explain a plan from your field or a near one: do they know what the words mean and which steps tend to slip?"),
          interview(
              "interview-pm-authority",
              "Ask how they keep a project team on one date, and what they do when one member falls behind."),
          interview(
              "interview-pm-artifacts",
              "Ask to see a schedule and a status report of theirs with the names removed: would you know from it what to decide?"),
          interview(
              "interview-pm-success",
              "Ask for work that came in on time, on scope and on budget, and what they gave up to get there."),
          interview(
              "interview-pm-failure-mode",
              "Ask for a plan that began to drift: when did they notice, by what sign, and what did they do that week?"));

  private static final List<Advice> TPM_INTERVIEW =
      List.of(
          interview(
              "interview-tpm-ownership",
              "Ask for an outcome that no single team could deliver: what did they own when every part belonged to somebody else?"),
          interview(
              "interview-tpm-scope",
              "Ask how they held several teams to one result: whose backlog came first, and who settled it?"),
          interview(
              "interview-tpm-ambiguity",
              "Ask for work that had no definition at the start: what did they do in the first month, and when did it become a plan?"),
          interview(
              "interview-tpm-technical-depth",
              "Draw one of your systems and ask what they would sequence first, where they expect trouble, and which estimate they would challenge."),
          interview(
              "interview-tpm-authority",
              "Ask for a team that did not report to them and did not want to move: what changed its mind?"),
          interview(
              "interview-tpm-artifacts",
              "Ask to see a map of dependencies or a decision log of theirs with the names removed: what did it prevent?"),
          interview(
              "interview-tpm-success",
              "Ask how they knew that the outcome had moved, and not only that the parts were finished."),
          interview(
              "interview-tpm-failure-mode",
              "Ask for a time when every team was on its own plan and the whole was late: what did they see first, and what did they do?"));

  private static final Advice KIT_ANY =
      kit(
          "kit-any",
          "RACI for who owns what and RAID for dependencies: both serve each of these jobs.");

  private static final List<Advice> PM_KIT =
      List.of(
          kit("kit-pm", "A schedule, a task tracker and a status report."),
          KIT_ANY,
          pay(
              "pay-pm",
              "Pay tends to follow scope; level, location and type of company change the numbers. Take them from a salary guide, not from this tool."));
  private static final List<Advice> TPM_KIT =
      List.of(
          kit(
              "kit-tpm",
              "A charter, a map of dependencies between teams, a risk register and a decision log."),
          KIT_ANY,
          pay(
              "pay-tpm",
              "Pay tends to follow scope and technical depth, so this role usually sits higher in a band; level, location and type of company change the numbers. Take them from a salary guide, not from this tool."));
  private static final List<Advice> PGM_KIT =
      List.of(
          kit(
              "kit-pgm",
              "A charter, a risk register, a decision log and one status that all teams read."),
          KIT_ANY,
          pay(
              "pay-pgm",
              "Pay tends to follow scope, here the number of teams; level, location and type of company change the numbers. Take them from a salary guide, not from this tool."));
  private static final Advice PGM_ALIGNMENT =
      interview(
          "interview-pgm-alignment",
          "Ask for several groups that wanted different things and ended at one result: what did each of them give up, and why did they agree?");
  private static final Advice PGM_AUTHORITY =
      interview(
          "interview-pgm-authority",
          "Ask for a group that did not report to them and did not want to move: what changed its mind?");

  private static final int AUTHORITY = 4;

  private final Vocabulary vocabulary;

  PlainAdvice(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  List<Advice> warnings(Requisition r, Outcome outcome, List<Voice> voices) {
    List<Advice> warnings = new ArrayList<>(4);
    Role answer = outcome.answer() == null ? null : Role.valueOf(outcome.answer());
    if (answer != null) {
      titleMismatch(r, answer, outcome, voices, warnings);
    }
    if (answer == Role.TPM && relayed(r)) {
      warnings.add(
          new Advice(
              "RELAY",
              "Relay risk",
              "No technical answer supports a technical job, and at least one speaks against it: whoever takes it may only relay messages. Ask what there is to read, to sequence and to challenge; if nothing, this is a program manager.",
              "warning-relay"));
    }
    if (answer == Role.PM && Boolean.TRUE.equals(r.challengesEstimates())) {
      warnings.add(
          new Advice(
              "PADDING",
              "Padding risk",
              "Estimates have to be challenged, and keeping a plan does not by itself include that: name an engineer who judges them together with the project manager, or padding enters the plan.",
              "warning-padding"));
    }
    if (outcome.contested()) {
      warnings.add(contested(answer, outcome, voices));
    }
    if (outcome.decidedBy().equals("contradiction")) {
      warnings.add(
          new Advice(
              "CONTRADICTION",
              "Contradicting answers",
              "The boundary test says one thing, and every dimension that leans says another: one of them describes a different job. Go through the answers again, the boundary test first.",
              "warning-contradiction"));
    }
    if (outcome.narrow()) {
      warnings.add(narrow(answer, outcome, voices));
    }
    return warnings;
  }

  private static void titleMismatch(
      Requisition r, Role answer, Outcome outcome, List<Voice> voices, List<Advice> warnings) {
    Role advertised = r.advertisedAs();
    if (advertised == null || advertised == Role.OTHER || advertised == answer) {
      return;
    }
    boolean certain = !outcome.contested() && !outcome.narrow();
    boolean voiced =
        answer == Role.PGM || voices.stream().anyMatch(v -> answer.name().equals(v.leans()));
    String rule =
        (certain ? "title-mismatch-" : "possible-title-mismatch-")
            + (answer == Role.PM ? "pm" : answer == Role.TPM ? "tpm" : "pgm")
            + (voiced ? "" : "-by-test");
    String because =
        answer == Role.PGM
            ? ", not a technical one; teams have to be aligned, and there is nothing technical to sequence, challenge or read. "
            : voiced
                ? "; what says so: " + PlainJava.names(voices, outcome.voicesOf(), true) + ". "
                : "; that is what the boundary test says. ";
    String line = answer == Role.PM ? PM_LINE : answer == Role.TPM ? TPM_LINE : PGM_LINE;
    String text =
        "Advertised as "
            + advertised.advertised
            + (certain ? ", but the work calls for a " : ", but the work probably calls for a ")
            + answer.advertised
            + because
            + (certain ? line : "Settle what is open first, then r" + line.substring(1));
    warnings.add(
        certain
            ? new Advice("TITLE_MISMATCH", "Title mismatch (mis-hire risk)", text, rule)
            : new Advice(
                "POSSIBLE_TITLE_MISMATCH", "Possible title mismatch (mis-hire risk)", text, rule));
  }

  private static boolean relayed(Requisition r) {
    boolean nothingFor =
        (r.depthNeeded() == null || r.depthNeeded() == Side.PLAN)
            && !Boolean.TRUE.equals(r.sequencesTechnicalWork())
            && !Boolean.TRUE.equals(r.challengesEstimates());
    boolean against =
        r.depthNeeded() == Side.PLAN
            || Boolean.FALSE.equals(r.sequencesTechnicalWork())
            || Boolean.FALSE.equals(r.challengesEstimates());
    return nothingFor && against;
  }

  private static Advice contested(@Nullable Role answer, Outcome outcome, List<Voice> voices) {
    return answer == Role.PGM
        ? new Advice(
            "CONTESTED",
            "Contested answer",
            "The answer follows the boundary test, while the dimensions clearly lean to a project manager: check the answer to the boundary test with the hiring manager.",
            "warning-contested-pgm")
        : new Advice(
            "CONTESTED",
            "Contested answer",
            "The answer follows the boundary test, while "
                + PlainJava.names(voices, outcome.voicesOf(), false)
                + " clearly lean the other way: check the answer to the boundary test with the hiring manager.",
            "warning-contested");
  }

  private static Advice narrow(@Nullable Role answer, Outcome outcome, List<Voice> voices) {
    return answer == Role.PGM
        ? new Advice(
            "NARROW",
            "Narrow balance",
            "The balance is clear, yet two or more dimensions lean to a project manager: read their reasons before advertising, and answer the boundary test.",
            "warning-narrow-pgm")
        : new Advice(
            "NARROW",
            "Narrow balance",
            "The balance is clear, yet "
                + PlainJava.names(voices, outcome.voicesOf(), false)
                + " lean the other way: read their reasons before advertising, and answer the boundary test.",
            "warning-narrow");
  }

  List<Question> questions(Requisition r, Outcome outcome, List<Voice> voices) {
    if (!outcome.decidedBy().equals("nothing")) {
      return List.of();
    }
    List<Question> questions = new ArrayList<>(14);
    ask(questions, "boundaryTest.hardestPart", "question-boundary-test", r.hardestPart());
    if (open(voices, 0)) {
      ask(questions, "ownership.accountableFor", "question-ownership", r.accountableFor());
      ask(questions, "ownership.oneTeamCanDeliver", "question-ownership", r.oneTeamCanDeliver());
    }
    if (open(voices, 1)) {
      ask(questions, "scope.teams", "question-scope", r.teams());
      ask(questions, "scope.systems", "question-scope", r.systems());
    }
    if (open(voices, 2)) {
      ask(questions, "ambiguity.definition", "question-ambiguity", r.definition());
    }
    if (open(voices, 3)) {
      String rule = "question-technical-depth";
      ask(questions, "technicalDepth.needed", rule, r.depthNeeded());
      ask(questions, "technicalDepth.sequencesTechnicalWork", rule, r.sequencesTechnicalWork());
    }
    if (open(voices, AUTHORITY)) {
      ask(questions, "authority.reach", "question-authority", r.reach());
      ask(
          questions,
          "authority.teamsHaveOwnRoadmaps",
          "question-authority",
          r.teamsHaveOwnRoadmaps());
    }
    if (open(voices, 5)) {
      ask(questions, "artifacts.dependencyMap", "question-artifacts", r.dependencyMap());
      ask(questions, "artifacts.schedule", "question-artifacts", r.schedule());
    }
    if (open(voices, 6)) {
      ask(questions, "success.measuredBy", "question-success", r.measuredBy());
    }
    if (open(voices, 7)) {
      ask(questions, "failureMode.mainRisk", "question-failure-mode", r.mainRisk());
    }
    return questions;
  }

  private static boolean open(List<Voice> voices, int dimension) {
    return voices.get(dimension).leans() == null;
  }

  private void ask(List<Question> questions, String path, String rule, @Nullable Object known) {
    if (known == null) {
      questions.add(new Question(vocabulary.attribute(path).orElseThrow(), rule));
    }
  }

  List<Advice> suggestions(Outcome outcome, List<Voice> voices) {
    if (outcome.answer() == null) {
      return List.of();
    }
    Role answer = Role.valueOf(outcome.answer());
    List<Advice> suggestions =
        new ArrayList<>(answer == Role.PM ? PM_KIT : answer == Role.TPM ? TPM_KIT : PGM_KIT);
    if (answer == Role.PGM) {
      suggestions.add(PGM_ALIGNMENT);
      if ("TPM".equals(voices.get(AUTHORITY).leans())) {
        suggestions.add(PGM_AUTHORITY);
      }
      return suggestions;
    }
    List<Advice> interview = answer == Role.PM ? PM_INTERVIEW : TPM_INTERVIEW;
    for (int i = 0; i < interview.size(); i++) {
      if (answer.name().equals(voices.get(i).leans())) {
        suggestions.add(interview.get(i));
      }
    }
    return suggestions;
  }

  private static Advice kit(String rule, String text) {
    return new Advice("KIT", "Working kit", text, rule);
  }

  private static Advice pay(String rule, String text) {
    return new Advice("PAY", "Pay", text, rule);
  }

  private static Advice interview(String rule, String text) {
    return new Advice("INTERVIEW", "What to probe in the interview", text, rule);
  }
}
