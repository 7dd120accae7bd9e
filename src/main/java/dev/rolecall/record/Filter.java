package dev.rolecall.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which entries, in which order, and how many. All that is said holds of each. */
public final class Filter {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private boolean oldestFirst;
  private long most = Long.MAX_VALUE;

  private Filter() {}

  /** Every entry, the newest first. */
  public static Filter all() {
    return new Filter();
  }

  public Filter id(UUID id) {
    return where("r.id = ?", id.toString());
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
    oldestFirst = true;
    return this;
  }

  /** At most so many. */
  public Filter most(long count) {
    most = count;
    return this;
  }

  private Filter where(String condition, Object value) {
    conditions.add(condition);
    values.add(value);
    return this;
  }

  /** What stands behind the tables of a query. */
  String sql() {
    return (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
        + " order by r.sequence"
        + (oldestFirst ? "" : " desc")
        + (most == Long.MAX_VALUE ? "" : " limit " + most);
  }

  /** The values of its question marks, in order. */
  List<Object> values() {
    return values;
  }
}
