package dev.rolecall.bench;

import dev.rolecall.situation.Origin;
import dev.rolecall.situation.Situation;
import org.jspecify.annotations.Nullable;

/** A hiring situation as a program without a vocabulary would hold it: a field for each answer. */
record Requisition(
    @Nullable Boolean otherJob,
    @Nullable Role advertisedAs,
    @Nullable Side accountableFor,
    @Nullable Boolean oneTeamCanDeliver,
    @Nullable Integer teams,
    @Nullable Integer projects,
    @Nullable Boolean projectsDependOnEachOther,
    @Nullable Integer systems,
    @Nullable Integer quarters,
    @Nullable Side definition,
    @Nullable Side depthNeeded,
    @Nullable Boolean sequencesTechnicalWork,
    @Nullable Boolean challengesEstimates,
    @Nullable Side reach,
    @Nullable Boolean teamsHaveOwnRoadmaps,
    @Nullable Boolean schedule,
    @Nullable Boolean taskTracker,
    @Nullable Boolean statusReport,
    @Nullable Boolean dependencyMap,
    @Nullable Boolean decisionLog,
    @Nullable Boolean charter,
    @Nullable Boolean riskRegister,
    @Nullable Side measuredBy,
    @Nullable Side mainRisk,
    @Nullable Side hardestPart,
    int stated,
    Situation situation) {

  enum Role {
    PM("Project Manager", "Project Manager"),
    TPM("Technical Program Manager", "Technical Program Manager"),
    PGM("Program Manager (not technical)", "Program Manager"),
    OTHER("", "another job");

    final String label;
    final String advertised;

    Role(String label, String advertised) {
      this.label = label;
      this.advertised = advertised;
    }
  }

  /** An answer with two sides, or neither: the constants of five enums of the vocabulary. */
  enum Side {
    PLAN,
    PROGRAM,
    NEITHER
  }

  /**
   * @param situation of the hiring vocabulary, with what follows from its title
   */
  static Requisition of(Situation situation) {
    Values values = new Values(situation);
    String family = values.text("posting.family");
    String advertised = values.text("posting.advertisedAs");
    return new Requisition(
        family == null ? null : family.equals("OTHER_JOB"),
        advertised == null ? null : Role.valueOf(advertised),
        values.side("ownership.accountableFor", "DEFINED_PLAN", "CROSS_TEAM_OUTCOME"),
        values.truth("ownership.oneTeamCanDeliver"),
        values.number("scope.teams"),
        values.number("scope.projects"),
        values.truth("scope.projectsDependOnEachOther"),
        values.number("scope.systems"),
        values.number("scope.quarters"),
        values.side("ambiguity.definition", "DEFINED_UP_FRONT", "SHAPED_ALONG_THE_WAY"),
        values.side("technicalDepth.needed", "DOMAIN_FLUENCY", "ARCHITECTURAL"),
        values.truth("technicalDepth.sequencesTechnicalWork"),
        values.truth("technicalDepth.challengesEstimates"),
        values.side("authority.reach", "WITHIN_PROJECT_TEAM", "INFLUENCE_ACROSS_TEAMS"),
        values.truth("authority.teamsHaveOwnRoadmaps"),
        values.truth("artifacts.schedule"),
        values.truth("artifacts.taskTracker"),
        values.truth("artifacts.statusReport"),
        values.truth("artifacts.dependencyMap"),
        values.truth("artifacts.decisionLog"),
        values.truth("artifacts.charter"),
        values.truth("artifacts.riskRegister"),
        values.side("success.measuredBy", "ON_TIME_SCOPE_BUDGET", "OUTCOME_MOVED"),
        values.side("failureMode.mainRisk", "EXECUTION_DRIFT", "TEAMS_OPTIMIZE_LOCALLY"),
        values.side(
            "boundaryTest.hardestPart", "TRACKING_KNOWN_TASKS", "ALIGNMENT_ACROSS_BOUNDARIES"),
        situation.count(Origin.STATED),
        situation);
  }

  /** All three technical answers are known and on the side of the plan. */
  boolean nothingTechnical() {
    return depthNeeded == Side.PLAN
        && Boolean.FALSE.equals(sequencesTechnicalWork)
        && Boolean.FALSE.equals(challengesEstimates);
  }

  private record Values(Situation situation) {
    @Nullable Object value(String path) {
      return situation.value(situation.vocabulary().attribute(path).orElseThrow());
    }

    @Nullable String text(String path) {
      return (String) value(path);
    }

    @Nullable Integer number(String path) {
      return (Integer) value(path);
    }

    @Nullable Boolean truth(String path) {
      return (Boolean) value(path);
    }

    @Nullable Side side(String path, String plan, String program) {
      String value = text(path);
      if (value == null) {
        return null;
      }
      return value.equals(plan) ? Side.PLAN : value.equals(program) ? Side.PROGRAM : Side.NEITHER;
    }
  }
}
