package dev.rolecall.edit;

import dev.rolecall.rule.Condition;
import dev.rolecall.rule.Literal;
import dev.rolecall.rule.Rule;
import dev.rolecall.rule.Span;
import dev.rolecall.rule.Statement;
import dev.rolecall.rule.Test;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a list of its nodes in the order of the text, without places, and with a gap for each
 * node that stands in a spliced part: equal before and after if nothing else was changed.
 */
final class SpliceShape {

  private static final Object GAP = new Object();

  private final List<Span> spliced;
  private final List<Object> nodes = new ArrayList<>();

  private SpliceShape(List<Span> spliced) {
    this.spliced = spliced;
  }

  /**
   * @param spliced of the rule's file
   */
  static List<Object> of(Rule rule, List<Span> spliced) {
    SpliceShape shape = new SpliceShape(spliced);
    shape.part(rule.written().sentence(), rule.sentence());
    shape.metadata(rule);
    shape.condition(rule.when());
    rule.then().forEach(shape::statement);
    return shape.nodes;
  }

  private void add(Object... more) {
    nodes.addAll(Arrays.asList(more));
  }

  private void part(Span span, @Nullable Object value) {
    nodes.add(isSpliced(span) ? GAP : value);
  }

  private boolean isSpliced(Span span) {
    return spliced.stream().anyMatch(s -> s.start() <= span.start() && span.end() <= s.end());
  }

  /** Metadata that was put in leaves no gap: it was not there before. */
  private void metadata(Rule rule) {
    Map<String, String> kept = new TreeMap<>(rule.metadata());
    rule.written()
        .values()
        .forEach(
            (name, span) -> {
              if (isSpliced(span)) {
                kept.remove(name);
              }
            });
    add(kept);
  }

  private void condition(Condition condition) {
    add(condition.getClass());
    if (condition instanceof Condition.Pattern pattern) {
      add(pattern.fact().name(), pattern.tests().size());
      pattern.tests().forEach(this::test);
    } else if (condition instanceof Condition.AllOf all) {
      add(all.conditions().size());
      all.conditions().forEach(this::condition);
    } else if (condition instanceof Condition.AnyOf any) {
      add(any.conditions().size());
      any.conditions().forEach(this::condition);
    } else if (condition instanceof Condition.Not not) {
      condition(not.condition());
    } else if (condition instanceof Condition.Exists exists) {
      condition(exists.condition());
    }
  }

  private void test(Test test) {
    add(test.getClass());
    if (test instanceof Test.Comparison comparison) {
      add(comparison.binding(), comparison.attribute().path(), comparison.operator());
      add(comparison.literals().size());
      for (Literal literal : comparison.literals()) {
        part(literal.span(), literal.value());
      }
    } else if (test instanceof Test.Bound bound) {
      add(bound.binding(), bound.attribute().path());
    } else if (test instanceof Test.AllOf all) {
      add(all.tests().size());
      all.tests().forEach(this::test);
    } else if (test instanceof Test.AnyOf any) {
      add(any.tests().size());
      any.tests().forEach(this::test);
    } else if (test instanceof Test.Not not) {
      test(not.test());
    }
  }

  private void statement(Statement statement) {
    add(statement.verb(), statement.about());
    statement.text().ifPresent(text -> part(text.span(), text.template()));
  }
}
