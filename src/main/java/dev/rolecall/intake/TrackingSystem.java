package dev.rolecall.intake;

import dev.rolecall.document.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The shapes in which tracking systems hand out jobs, recognised by the keys that only they use. A
 * path leads through groups and lists, {@code departments.name}; of several paths the first that
 * leads to something is read, and {@code lists.text+content} is both of each, in order. Each states
 * its marks, then the paths of id, title, department, location, level, status and employer, then
 * those of each part of the description; what an employer says of itself is none.
 */
enum TrackingSystem {
  GREENHOUSE_BOARD(
      List.of("absolute_url", "internal_job_id"),
      List.of("id"),
      List.of("title"),
      List.of("departments.name"),
      List.of("location.name", "offices.name"),
      List.of(),
      List.of(),
      List.of("company_name"),
      List.of("content")),
  GREENHOUSE_HARVEST(
      List.of("requisition_id", "name", "status"),
      List.of("requisition_id", "id"),
      List.of("name"),
      List.of("departments.name"),
      List.of("offices.location.name", "offices.name"),
      List.of("custom_fields.level", "custom_fields.job_level"),
      List.of("status"),
      List.of(),
      List.of("content")),
  LEVER_POSTINGS(
      List.of("text", "categories"),
      List.of("id"),
      List.of("text"),
      List.of("categories.department", "categories.team"),
      List.of("categories.location"),
      List.of("categories.level"),
      List.of("state"),
      List.of(),
      List.of("descriptionPlain", "description"),
      List.of("lists.text+content"),
      List.of("additionalPlain", "additional")),
  LEVER_REQUISITIONS(
      List.of("requisitionCode", "name"),
      List.of("requisitionCode", "id"),
      List.of("name"),
      List.of("department", "team"),
      List.of("location"),
      List.of("level"),
      List.of("status"),
      List.of(),
      List.of("description")),
  ASHBY(
      List.of("title", "isListed"),
      List.of("id"),
      List.of("title"),
      List.of("department", "departmentName", "team"),
      List.of("location", "locationName"),
      List.of(),
      List.of("status"),
      List.of(),
      List.of("descriptionPlain", "descriptionHtml", "description")),
  WORKDAY(
      List.of("jobPostingInfo"),
      List.of("jobPostingInfo.jobReqId", "jobPostingInfo.id"),
      List.of("jobPostingInfo.title"),
      List.of("jobPostingInfo.department"),
      List.of("jobPostingInfo.location"),
      List.of(),
      List.of(),
      List.of(),
      List.of("jobPostingInfo.jobDescription")),
  WORKDAY_LIST(
      List.of("externalPath", "title"),
      List.of("bulletFields", "externalPath"),
      List.of("title"),
      List.of(),
      List.of("locationsText"),
      List.of(),
      List.of(),
      List.of()),
  SMARTRECRUITERS(
      List.of("refNumber", "name"),
      List.of("refNumber", "id"),
      List.of("name"),
      List.of("department.label"),
      List.of("location.fullLocation", "location.city"),
      List.of("experienceLevel.label"),
      List.of("status"),
      List.of("company.name"),
      List.of("jobAd.sections.jobDescription.text"),
      List.of("jobAd.sections.qualifications.text"),
      List.of("jobAd.sections.additionalInformation.text")),
  /** Its {@code state} is a place. */
  WORKABLE_WIDGET(
      List.of("shortcode", "title", "city"),
      List.of("shortcode", "id"),
      List.of("title"),
      List.of("department"),
      List.of("city", "country"),
      List.of("experience"),
      List.of(),
      List.of(),
      List.of("description"),
      List.of("requirements")),
  WORKABLE(
      List.of("shortcode", "title"),
      List.of("shortcode", "id"),
      List.of("title"),
      List.of("department"),
      List.of("location.location_str", "location.city", "location.country"),
      List.of("experience"),
      List.of("state", "status"),
      List.of(),
      List.of("description"),
      List.of("requirements")),
  SCHEMA_ORG(
      List.of("@type=JobPosting", "title"),
      List.of("identifier.value", "identifier", "url"),
      List.of("title"),
      List.of("occupationalCategory"),
      List.of("jobLocation.address.addressLocality", "jobLocation.name"),
      List.of("experienceRequirements"),
      List.of(),
      List.of("hiringOrganization.name", "hiringOrganization"),
      List.of("description"),
      List.of("responsibilities"),
      List.of("qualifications"),
      List.of("skills"));

  /** The columns of a job, as {@link ColumnNames} know them. */
  static final List<String> HEADERS =
      List.of("id", "title", "department", "location", "level", "status");

  /** What is read besides: the employer, and so many parts of the description. */
  private static final int PARTS = 4;

  private final List<String> marks;
  private final List<List<String>> paths;
  private final List<List<String>> description;

  @SafeVarargs
  TrackingSystem(
      List<String> marks,
      List<String> id,
      List<String> title,
      List<String> department,
      List<String> location,
      List<String> level,
      List<String> status,
      List<String> employer,
      List<String>... description) {
    this.marks = marks;
    this.paths = List.of(id, title, department, location, level, status, employer);
    List<List<String>> parts = new ArrayList<>();
    for (List<String> part : description) {
      parts.add(part);
    }
    this.description = List.copyOf(parts);
  }

  /** All columns of a job, as {@link ColumnNames} know them: those that a result keeps, first. */
  static List<String> columns() {
    List<String> columns = new ArrayList<>(HEADERS);
    columns.add("employer");
    columns.addAll(Collections.nCopies(PARTS, "description"));
    return columns;
  }

  /** The system whose job this is, if it is one. */
  static Optional<TrackingSystem> of(Node node) {
    if (node instanceof Node.Fields job) {
      for (TrackingSystem system : values()) {
        if (system.marks.stream().allMatch(mark -> bears(job, mark))) {
          return Optional.of(system);
        }
      }
    }
    return Optional.empty();
  }

  /** Its name for people. */
  String word() {
    return switch (this) {
      case GREENHOUSE_BOARD -> "Greenhouse job board";
      case GREENHOUSE_HARVEST -> "Greenhouse Harvest";
      case LEVER_POSTINGS -> "Lever postings";
      case LEVER_REQUISITIONS -> "Lever requisitions";
      case ASHBY -> "Ashby";
      case WORKDAY, WORKDAY_LIST -> "Workday";
      case SMARTRECRUITERS -> "SmartRecruiters";
      case WORKABLE, WORKABLE_WIDGET -> "Workable";
      case SCHEMA_ORG -> "schema.org JobPosting";
    };
  }

  /** A mark is a key, or a key with the value that it must have. */
  private static boolean bears(Node.Fields job, String mark) {
    int equal = mark.indexOf('=');
    if (equal < 0) {
      return job.fields().containsKey(mark);
    }
    Node.Field field = job.fields().get(mark.substring(0, equal));
    return field != null
        && field.value() instanceof Node.Scalar value
        && value.text().equals(mark.substring(equal + 1));
  }

  /** The cells of a job, under {@link #columns}. */
  List<String> cells(Node job) {
    List<String> cells = new ArrayList<>();
    paths.forEach(alternatives -> cells.add(first(job, alternatives, "; ")));
    description.forEach(alternatives -> cells.add(first(job, alternatives, "\n\n")));
    cells.addAll(Collections.nCopies(PARTS - description.size(), ""));
    return cells;
  }

  private static String first(Node job, List<String> alternatives, String joint) {
    for (String path : alternatives) {
      List<String> found = new ArrayList<>();
      collect(job, path, found);
      if (!found.isEmpty()) {
        return String.join(joint, found);
      }
    }
    return "";
  }

  private static void collect(Node node, String path, List<String> found) {
    if (node instanceof Node.Items items) {
      items.items().forEach(item -> collect(item, path, found));
    } else if (node instanceof Node.Scalar scalar && path.isEmpty()) {
      if (scalar.value() != null && !scalar.text().isBlank()) {
        found.add(scalar.text().strip());
      }
    } else if (node instanceof Node.Fields group && !path.isEmpty()) {
      int point = path.indexOf('.');
      for (String key : (point < 0 ? path : path.substring(0, point)).split("\\+")) {
        Node.Field field = group.fields().get(key);
        if (field != null) {
          collect(field.value(), point < 0 ? "" : path.substring(point + 1), found);
        }
      }
    }
  }
}
