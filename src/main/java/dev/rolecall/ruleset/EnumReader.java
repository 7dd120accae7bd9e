package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.situation.ValueReader;
import dev.rolecall.situation.Words;
import dev.rolecall.vocabulary.Constant;
import dev.rolecall.vocabulary.EnumType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.EnumLiteralDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/** Reads one enum of {@code vocabulary.drl}, whose name is checked already. */
final class EnumReader {

  /** What an enum can be marked as. */
  static final Map<String, EnumType.Role> ROLES =
      Map.of(
          "outcomes", EnumType.Role.OUTCOMES,
          "warnings", EnumType.Role.WARNINGS,
          "topics", EnumType.Role.TOPICS);

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  private final SourceFile source;
  private final EnumDeclarationDescr declared;
  private final Place at;
  private final List<Problem> problems;
  private final Map<String, Constant> constants = new LinkedHashMap<>();

  /** The constant that a person means by a name or a label, by its {@link Words#key}. */
  private final Map<String, Constant> meant = new HashMap<>();

  EnumReader(SourceFile source, EnumDeclarationDescr declared, Place at, List<Problem> problems) {
    this.source = source;
    this.declared = declared;
    this.at = at;
    this.problems = problems;
  }

  EnumType read() {
    EnumType.Role role = role();
    label();
    for (EnumLiteralDescr literal : declared.getLiterals()) {
      constant(literal);
    }
    if (constants.isEmpty()) {
      problem(at, "`" + declared.getTypeName() + "` has no constants");
    }
    return new EnumType(declared.getTypeName(), role, List.copyOf(constants.values()), at);
  }

  private EnumType.Role role() {
    EnumType.Role role = EnumType.Role.CHOICES;
    Annotations.marks(declared, ROLES.keySet()).forEach(wrong -> problem(at, wrong));
    for (String annotation : declared.getAnnotationNames()) {
      if (ROLES.containsKey(annotation)) {
        role = ROLES.get(annotation);
      } else if (!annotation.equals("record") || !Annotations.unrecorded(declared)) {
        problem(
            at,
            Annotations.unknown(
                annotation, List.of("outcomes", "warnings", "topics", "record(none)")));
      }
    }
    return role;
  }

  private void label() {
    TypeFieldDescr label = declared.getFields().get("label");
    if (label == null
        || declared.getFields().size() != 1
        || !label.getPattern().getObjectType().equals("String")
        || label.getInitExpr() != null
        || !label.getAnnotationNames().isEmpty()) {
      problem(at, "an enum has the one field `label : String`");
    }
  }

  private void constant(EnumLiteralDescr literal) {
    String name = literal.getName();
    Place place = source.placeOf(name, literal.getLine());
    if (!CONSTANT.matcher(name).matches()) {
      problem(
          place,
          "`"
              + name
              + "` is not a name for a constant; it is written in at most 64 capitals like"
              + " `CROSS_TEAM_OUTCOME`");
    }
    if (constants.containsKey(name)) {
      problem(place, "`" + name + "` is declared twice");
      return;
    }
    List<String> label = Annotations.text(String.join(",", literal.getConstructorArgs()));
    if (label.isEmpty() || label.get(0).isBlank()) {
      problem(
          place, "`" + name + "` needs its label as one text: `" + name + "(\"in plain words\")`");
    }
    Constant constant = new Constant(name, label.isEmpty() ? name : label.get(0));
    constants.put(name, constant);
    readable(constant, place);
  }

  /** People write a constant as its name or its label, so each must mean one thing. */
  private void readable(Constant constant, Place place) {
    for (String written : List.of(constant.name(), constant.label())) {
      String key = Words.key(written);
      if (key.isEmpty() || ValueReader.saysUnknown(written)) {
        problem(place, "`" + written + "` is read as unknown; choose other words");
        continue;
      }
      Constant other = meant.putIfAbsent(key, constant);
      if (other != null && other != constant) {
        problem(
            place, "`" + written + "` could also be `" + other.name() + "`; choose other words");
        return;
      }
    }
  }

  private void problem(Place place, String message) {
    problems.add(new Problem(place, message));
  }
}
