package dev.rolecall.ruleset;

import java.io.IOException;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles printed DRL in memory with Drools' executable model. Takes seconds at first, half a
 * second when warm.
 */
final class Compiler {

  /** A class that names the other ones, for those who load them as a project. */
  private static final String PROJECT = "org.drools.project.model.";

  private Compiler() {}

  /**
   * What was printed from a checked tree always compiles; anything else is a bug of the printer.
   */
  static Compiled compile(String drl, String key) {
    KieServices services = KieServices.Factory.get();
    ReleaseId release = services.newReleaseId("dev.rolecall", "rules", key);
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(release);
    files.write("src/main/resources/" + Printer.PACKAGE.replace('.', '/') + "/rules.drl", drl);
    KieBuilder builder = services.newKieBuilder(files);
    try {
      builder.buildAll(ExecutableModelProject.class);
      if (builder.getResults().hasMessages(Message.Level.ERROR)) {
        throw new IllegalStateException(
            "printed rules do not compile: " + builder.getResults().getMessages());
      }
      Compiled compiled = Compiled.ofJar(((InternalKieModule) builder.getKieModule()).getBytes());
      compiled.classes().keySet().removeIf(name -> name.startsWith(PROJECT));
      return compiled;
    } catch (IOException e) {
      throw new AssertionError("memory cannot fail to be read", e);
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }
}
