package dev.rolecall.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Which entries, in which order, and how many. All that is said holds of each.
 *
 * @param conditions of the register as {@code r}
 * @param values of their question marks, in order
 * @param isOldestFirst otherwise the newest is first
 * @param limit at most so many
 */
public record Filter(
    List<String> conditions, List<Object> values, boolean isOldestFirst, long limit) {

  private static final Filter ALL = new Filter(List.of(), List.of(), false, Long.MAX_VALUE);

  public Filter {
    conditions = List.copyOf(conditions);
    values = List.copyOf(values);
  }

  /** Every entry, the newest first. */
  public static Filter all() {
    return ALL;
  }

  public Filter id(UUID id) {
    return where("r.id = ?", id.toString());
  }

  /**
   * How an id begins, or all of it.
   *
   * @param beginning small hexadecimal digits with hyphens where an id has them
   */
  public Filter idBegins(String beginning) {
    String rest = "00000000-0000-0000-0000-000000000000".substring(beginning.length());
    return where("r.id >= ?", beginning + rest)
        .where("r.id <= ?", beginning + rest.replace('0', 'f'));
  }

  public Filter sequence(long number) {
    return where("r.sequence = ?", number);
  }

  /** Entries that somebody reviewed. */
  public Filter reviewed() {
    return where(
        "r.id in (select v.subject from register v where v.kind <> 'decision' and v.kind = 'review')");
  }

  /** All but decisions are few and have an index, which is used where they are told apart so. */
  public Filter kind(Kind kind) {
    return where(
        (kind == Kind.DECISION ? "" : "r.kind <> 'decision' and ") + "r.kind = ?", kind.word());
  }

  public Filter decision(String name) {
    return where("r.decision = ?", name);
  }

  public Filter requisition(String id) {
    return where("r.requisition = ?", id);
  }

  /** The answer's constant, or {@code inconclusive}, {@code out-of-scope}. */
  public Filter outcome(String word) {
    return where("r.outcome = ?", word);
  }

  /** A kind of warning that is among those of the entry. */
  public Filter warning(String kind) {
    return where("(',' || r.warnings || ',') like ('%,' || ? || ',%')", kind);
  }

  /** This time or later. */
  public Filter since(Instant at) {
    return where("r.at >= ?", at.toEpochMilli());
  }

  /** Before this time. */
  public Filter until(Instant at) {
    return where("r.at < ?", at.toEpochMilli());
  }

  public Filter batch(UUID id) {
    return where("r.batch = ?", id.toString());
  }

  /** The hash of the rules, or how it begins. */
  public Filter ruleset(String hash) {
    return where("substr(r.ruleset, 1, " + hash.length() + ") = ?", hash);
  }

  /** Entries about another one: its reviews. */
  public Filter subject(UUID id) {
    return where("r.subject = ?", id.toString());
  }

  /** Behind this place in the chain: the next page, the oldest first. */
  public Filter after(long sequence) {
    return where("r.sequence > ?", sequence);
  }

  /** Before this place in the chain: the next page, the newest first. */
  public Filter before(long sequence) {
    return where("r.sequence < ?", sequence);
  }

  public Filter oldestFirst() {
    return new Filter(conditions, values, true, limit);
  }

  /** At most so many. */
  public Filter most(long count) {
    return new Filter(conditions, values, isOldestFirst, count);
  }

  private Filter where(String condition, Object... more) {
    List<String> all = new ArrayList<>(conditions);
    all.add(condition);
    List<Object> asked = new ArrayList<>(values);
    Collections.addAll(asked, more);
    return new Filter(all, asked, isOldestFirst, limit);
  }

  /** Which entries, without order and number. */
  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** What stands behind the tables of a query. */
  String sql() {
    return where()
        + " order by r.sequence"
        + (isOldestFirst ? "" : " desc")
        + (limit == Long.MAX_VALUE ? "" : " limit " + limit);
  }
}
