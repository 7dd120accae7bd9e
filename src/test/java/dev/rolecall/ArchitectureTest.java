package dev.rolecall;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows of import: who may know whom. */
class ArchitectureTest {

  /**
   * Each package may import those of the lines above its own; packages of one line do not know each
   * other.
   */
  private static final List<List<String>> ARROWS =
      List.of(
          List.of("problem", "file"),
          List.of("document", "vocabulary"),
          List.of("rule", "situation"),
          List.of("decision"),
          List.of("ruleset"),
          List.of("cue", "space"),
          List.of("explain", "proof", "intake", "record"),
          List.of("scenario"),
          List.of("edit"),
          List.of("batch", "live"),
          List.of("audit"),
          List.of("web", "cli"));

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.rolecall");

  @Test
  void importsPointToTheLinesAboveOnly() {
    List<String> above = new ArrayList<>(List.of("java.."));
    for (List<String> line : ARROWS) {
      for (String room : line) {
        check(
            noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat(
                    resideInAPackage("dev.rolecall..")
                        .and(not(resideInAnyPackage(above.toArray(String[]::new))))
                        .and(not(resideInAPackage(in(room))))));
      }
      line.forEach(room -> above.add(in(room)));
    }
  }

  @Test
  void everyPackageHasItsLine() {
    String[] known =
        ARROWS.stream().flatMap(List::stream).map(ArchitectureTest::in).toArray(String[]::new);
    check(
        classes()
            .that()
            .resideOutsideOfPackage("dev.rolecall")
            .should()
            .resideInAnyPackage(known)
            .because("a new package takes its place in the table of arrows"));
  }

  @Test
  void noPackageIsNamedAfterNothing() {
    check(
        noClasses()
            .should()
            .resideInAnyPackage(
                "..util..", "..impl..", "..common..", "..service..", "..manager..", "..helper..")
            .because("packages are nouns of the domain"));
  }

  @Test
  void packagesAreFreeOfCycles() {
    check(slices().matching("dev.rolecall.(**)").should().beFreeOfCycles());
  }

  @Test
  void onlyRulesetKnowsDrools() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("ruleset"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie..", "org.drools.."));
  }

  @Test
  void onlyCliKnowsPicocli() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("cli"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."));
  }

  @Test
  void onlyCliAndMainSpeakToTheTerminalAndEndTheProcess() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.rolecall", in("cli"))
            .should(ACCESS_STANDARD_STREAMS)
            .orShould()
            .callMethod(System.class, "exit", int.class));
  }

  @Test
  void timeIsOfJavaTime() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.text.SimpleDateFormat"));
  }

  private static String in(String room) {
    return "dev.rolecall." + room + "..";
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CODE);
  }
}
