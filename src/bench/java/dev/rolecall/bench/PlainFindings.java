package dev.rolecall.bench;

import static java.lang.Boolean.FALSE;
import static java.lang.Boolean.TRUE;

import dev.rolecall.bench.Requisition.Side;
import dev.rolecall.decision.Finding;
import dev.rolecall.decision.State;
import dev.rolecall.decision.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What speaks for which role, dimension by dimension, written by hand. */
final class PlainFindings {

  final List<Finding> findings = new ArrayList<>();
  final List<Voice> voices = new ArrayList<>(8);
  private final Map<String, String> places;
  private String dimension = "";
  private int plan;
  private int program;

  /**
   * @param places where each finding is explained, by its id
   */
  PlainFindings(Requisition r, Map<String, String> places) {
    this.places = places;
    dimension = "Ownership";
    ownership(r);
    voice();
    dimension = "Scope";
    scope(r);
    voice();
    dimension = "Ambiguity";
    ambiguity(r);
    voice();
    dimension = "TechnicalDepth";
    technicalDepth(r);
    voice();
    dimension = "Authority";
    authority(r);
    voice();
    dimension = "Artifacts";
    artifacts(r);
    voice();
    dimension = "Success";
    success(r);
    voice();
    dimension = "FailureMode";
    failureMode(r);
    voice();
  }

  private void ownership(Requisition r) {
    Map<String, Object> alone = known("ownership.oneTeamCanDeliver", r.oneTeamCanDeliver());
    if (FALSE.equals(r.oneTeamCanDeliver())) {
      program("ownership-no-team-delivers-alone", 1, "no single team can deliver it", alone);
    } else if (TRUE.equals(r.oneTeamCanDeliver())) {
      plan("ownership-one-team-delivers", 1, "one team can deliver it alone", alone);
    }
    if (r.accountableFor() == Side.PROGRAM) {
      program(
          "ownership-outcome",
          1,
          "the job is accountable for an outcome across teams",
          Map.of("ownership.accountableFor", "CROSS_TEAM_OUTCOME"));
    } else if (r.accountableFor() == Side.PLAN) {
      plan(
          "ownership-plan",
          1,
          "the job is accountable for a defined plan",
          Map.of("ownership.accountableFor", "DEFINED_PLAN"));
    }
  }

  private void scope(Requisition r) {
    Integer projects = r.projects();
    Integer quarters = r.quarters();
    Integer systems = r.systems();
    Integer teams = r.teams();
    boolean mayNeedOthers = !TRUE.equals(r.oneTeamCanDeliver());
    if (projects != null && projects == 1) {
      plan("scope-one-project", 1, "the work is one project", Map.of("scope.projects", projects));
    }
    if (quarters != null && quarters <= 1) {
      plan(
          "scope-one-quarter",
          1,
          "the work is done within a quarter",
          Map.of("scope.quarters", quarters));
    }
    if (systems != null && systems <= 1) {
      plan(
          "scope-one-system",
          1,
          "one system has to change at most",
          Map.of("scope.systems", systems));
    }
    if (teams != null && teams == 1) {
      plan("scope-one-team", 3, "the work stays inside one team", Map.of("scope.teams", teams));
    }
    if (TRUE.equals(r.projectsDependOnEachOther())) {
      program(
          "scope-projects-interlock",
          1,
          "its projects depend on each other",
          Map.of("scope.projectsDependOnEachOther", true));
    }
    if (quarters != null && quarters >= 3 && mayNeedOthers) {
      program(
          "scope-several-quarters",
          1,
          "the work runs over " + quarters + " quarters",
          unlessAlone(r, "scope.quarters", quarters));
    }
    if (systems != null && systems >= 3 && mayNeedOthers) {
      program(
          "scope-several-systems",
          1,
          systems + " systems have to change together",
          unlessAlone(r, "scope.systems", systems));
    }
    if (teams != null && teams >= 3) {
      program(
          "scope-several-teams",
          3,
          "the work spans " + teams + " teams",
          Map.of("scope.teams", teams));
    }
  }

  private static Map<String, Object> unlessAlone(Requisition r, String path, Object value) {
    return r.oneTeamCanDeliver() == null
        ? Map.of(path, value)
        : Map.of("ownership.oneTeamCanDeliver", r.oneTeamCanDeliver(), path, value);
  }

  private void ambiguity(Requisition r) {
    if (r.definition() == Side.PLAN) {
      plan(
          "ambiguity-defined",
          1,
          "the work is defined up front",
          Map.of("ambiguity.definition", "DEFINED_UP_FRONT"));
    } else if (r.definition() == Side.PROGRAM) {
      program(
          "ambiguity-shaped",
          1,
          "the work takes shape along the way",
          Map.of("ambiguity.definition", "SHAPED_ALONG_THE_WAY"));
    }
  }

  private void technicalDepth(Requisition r) {
    if (r.depthNeeded() == Side.PROGRAM) {
      program(
          "technical-depth-architecture",
          1,
          "the architecture has to be read",
          Map.of("technicalDepth.needed", "ARCHITECTURAL"));
    }
    if (TRUE.equals(r.challengesEstimates())) {
      program(
          "technical-depth-estimates-challenged",
          1,
          "real estimates have to be told from padding",
          Map.of("technicalDepth.challengesEstimates", true));
    } else if (FALSE.equals(r.challengesEstimates())) {
      plan(
          "technical-depth-estimates-hold",
          1,
          "estimates come from the team and need no challenge",
          Map.of("technicalDepth.challengesEstimates", false));
    }
    if (r.depthNeeded() == Side.PLAN) {
      plan(
          "technical-depth-fluency",
          1,
          "fluency in the field is what tracking the plan takes",
          Map.of("technicalDepth.needed", "DOMAIN_FLUENCY"));
    }
    if (FALSE.equals(r.sequencesTechnicalWork())) {
      plan(
          "technical-depth-no-sequencing",
          1,
          "there is no technical work to sequence",
          Map.of("technicalDepth.sequencesTechnicalWork", false));
    } else if (TRUE.equals(r.sequencesTechnicalWork())) {
      program(
          "technical-depth-sequencing",
          1,
          "technical work has to be sequenced",
          Map.of("technicalDepth.sequencesTechnicalWork", true));
    }
  }

  private void authority(Requisition r) {
    Map<String, Object> roadmaps =
        known("authority.teamsHaveOwnRoadmaps", r.teamsHaveOwnRoadmaps());
    if (r.reach() == Side.PROGRAM) {
      program(
          "authority-influence",
          1,
          "teams have to be moved without authority over them",
          Map.of("authority.reach", "INFLUENCE_ACROSS_TEAMS"));
    }
    if (TRUE.equals(r.teamsHaveOwnRoadmaps())) {
      program("authority-own-roadmaps", 1, "the teams keep their own roadmaps", roadmaps);
    } else if (FALSE.equals(r.teamsHaveOwnRoadmaps())) {
      plan("authority-shared-roadmap", 1, "no team has a roadmap of its own to defend", roadmaps);
    }
    if (r.reach() == Side.PLAN) {
      plan(
          "authority-within-team",
          1,
          "the authority stays within the project team",
          Map.of("authority.reach", "WITHIN_PROJECT_TEAM"));
    }
  }

  private void artifacts(Requisition r) {
    if (TRUE.equals(r.charter())) {
      program("artifacts-charter", 1, "the job writes the charter", kept("charter"));
    }
    if (TRUE.equals(r.decisionLog())) {
      program(
          "artifacts-decision-log", 2, "the job keeps the log of decisions", kept("decisionLog"));
    }
    if (TRUE.equals(r.dependencyMap())) {
      program(
          "artifacts-dependency-map",
          2,
          "the job keeps the map of dependencies between teams",
          kept("dependencyMap"));
    }
    if (TRUE.equals(r.riskRegister())) {
      program(
          "artifacts-risk-register", 1, "the job keeps the risk register", kept("riskRegister"));
    }
    if (TRUE.equals(r.schedule())) {
      plan("artifacts-schedule", 1, "the job keeps the schedule", kept("schedule"));
    }
    if (TRUE.equals(r.statusReport())) {
      plan("artifacts-status-report", 1, "the job writes the status report", kept("statusReport"));
    }
    if (TRUE.equals(r.taskTracker())) {
      plan("artifacts-task-tracker", 1, "the job keeps the task tracker", kept("taskTracker"));
    }
  }

  private static Map<String, Object> kept(String artifact) {
    return Map.of("artifacts." + artifact, true);
  }

  private void success(Requisition r) {
    if (r.measuredBy() == Side.PROGRAM) {
      program(
          "success-outcome-moved",
          1,
          "success means that the outcome moved, across the boundary",
          Map.of("success.measuredBy", "OUTCOME_MOVED"));
    } else if (r.measuredBy() == Side.PLAN) {
      plan(
          "success-plan-kept",
          1,
          "success means on time, on scope, on budget",
          Map.of("success.measuredBy", "ON_TIME_SCOPE_BUDGET"));
    }
  }

  private void failureMode(Requisition r) {
    if (r.mainRisk() == Side.PLAN) {
      plan(
          "failure-mode-drift",
          1,
          "the main risk is that execution drifts",
          Map.of("failureMode.mainRisk", "EXECUTION_DRIFT"));
    } else if (r.mainRisk() == Side.PROGRAM) {
      program(
          "failure-mode-local-goals",
          1,
          "the main risk is that each team quietly optimizes for its own roadmap",
          Map.of("failureMode.mainRisk", "TEAMS_OPTIMIZE_LOCALLY"));
    }
  }

  private static Map<String, Object> known(String path, @Nullable Object value) {
    return value == null ? Map.of() : Map.of(path, value);
  }

  private void plan(String rule, int weight, String because, Map<String, Object> facts) {
    plan += weight;
    findings.add(new Finding(rule, dimension, "PM", weight, because, facts, places.get(rule)));
  }

  private void program(String rule, int weight, String because, Map<String, Object> facts) {
    program += weight;
    findings.add(new Finding(rule, dimension, "TPM", weight, because, facts, places.get(rule)));
  }

  /** Closes a dimension: it speaks with one voice. */
  private void voice() {
    if (plan == program) {
      voices.add(new Voice(dimension, plan == 0 ? State.SILENT : State.SPLIT, null));
    } else {
      voices.add(new Voice(dimension, State.LEANS, plan > program ? "PM" : "TPM"));
    }
    plan = 0;
    program = 0;
  }
}
