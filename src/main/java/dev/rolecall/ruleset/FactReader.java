package dev.rolecall.ruleset;

import dev.rolecall.problem.Place;
import dev.rolecall.problem.Problem;
import dev.rolecall.situation.SituationReader;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.EnumType;
import dev.rolecall.vocabulary.FactType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/** Reads one fact of {@code vocabulary.drl}, whose name is checked already. */
final class FactReader {

  private static final List<String> MARKS = List.of("dimension", "context");

  private final SourceFile source;
  private final TypeDeclarationDescr declared;
  private final Place at;
  private final Map<String, EnumType> enums;
  private final List<Problem> problems;

  /**
   * @param enums by name, the types that its attributes can have beside those of the language
   */
  FactReader(
      SourceFile source,
      TypeDeclarationDescr declared,
      Place at,
      Map<String, EnumType> enums,
      List<Problem> problems) {
    this.source = source;
    this.declared = declared;
    this.at = at;
    this.enums = enums;
    this.problems = problems;
  }

  /**
   * @param first the index that its first attribute gets
   */
  FactType read(int first) {
    name();
    kind();
    FactType.Role role = role();
    List<Attribute> attributes = new ArrayList<>();
    for (TypeFieldDescr field : declared.getFields().values()) {
      AttributeReader reader =
          new AttributeReader(source, declared.getTypeName(), field, enums, problems);
      attributes.add(reader.read(first + attributes.size()));
    }
    if (attributes.isEmpty()) {
      problem("`" + declared.getTypeName() + "` has no attributes");
    }
    return new FactType(declared.getTypeName(), role, attributes, at);
  }

  private void name() {
    String name = declared.getTypeName();
    if (!Character.isUpperCase(name.charAt(0))) {
      problem(
          "the name of a fact begins with a capital: `"
              + Character.toUpperCase(name.charAt(0))
              + name.substring(1)
              + "`");
    }
    if (SituationReader.RESERVED.contains(FactType.keyOf(name))) {
      problem(
          "`"
              + name
              + "` cannot be the name of a fact: `"
              + FactType.keyOf(name)
              + "` means something else in files");
    }
  }

  private void kind() {
    if (!declared.getSuperTypes().isEmpty()) {
      problem("`extends` is not allowed; declare the attributes on the fact itself");
    }
    if (declared.isTrait()) {
      problem("a trait is not allowed; declare a fact");
    }
  }

  private FactType.Role role() {
    FactType.Role role = FactType.Role.TEST;
    Annotations.marks(declared, MARKS).forEach(this::problem);
    for (String annotation : declared.getAnnotationNames()) {
      switch (annotation) {
        case "dimension" -> role = FactType.Role.DIMENSION;
        case "context" -> role = FactType.Role.CONTEXT;
        default -> problem(Annotations.unknown(annotation, MARKS));
      }
    }
    return role;
  }

  private void problem(String message) {
    problems.add(new Problem(at, message));
  }
}
