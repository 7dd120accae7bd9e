package dev.rolecall.ruleset;

import java.util.List;
import java.util.Map;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSessionsPool;

/**
 * Compiled rules that passed the second lock, as Drools runs them.
 *
 * @param loader knows their classes
 */
record LoadedRules(ClassLoader loader, KieSessionsPool sessions) {

  /** Loads what the lock and Drools need, while rules are still being read. */
  static void prepare() {
    Logging.ready();
    ClassLock.forbidden(Map.of());
    sessions(List.of(), LoadedRules.class.getClassLoader()).newKieSession().dispose();
  }

  static LoadedRules of(Compiled compiled) {
    RuleClasses loader = new RuleClasses(compiled.classes());
    loader.loadAll();
    try {
      Model model =
          (Model) loader.loadClass(compiled.model()).getDeclaredConstructor().newInstance();
      return new LoadedRules(loader, sessions(List.of(model), loader));
    } catch (ReflectiveOperationException e) {
      throw unfit(e);
    }
  }

  private static KieSessionsPool sessions(List<Model> models, ClassLoader loader) {
    return KieBaseBuilder.createKieBaseFromModel(
            models, RuleBaseFactory.newKnowledgeBaseConfiguration(null, loader))
        .newKieSessionsPool(Runtime.getRuntime().availableProcessors());
  }

  static IllegalStateException unfit(ReflectiveOperationException e) {
    return new IllegalStateException("compiled rules do not fit this program", e);
  }

  /** Loads the compiled classes that pass the lock; all else comes from the program. */
  private static final class RuleClasses extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes;

    RuleClasses(Map<String, byte[]> classes) {
      super(LoadedRules.class.getClassLoader());
      List<String> forbidden = ClassLock.forbidden(classes);
      if (!forbidden.isEmpty()) {
        throw new IllegalStateException("compiled rules hold " + forbidden);
      }
      this.classes = Map.copyOf(classes);
    }

    /** Several at once: one by one, they are a tenth of a start. */
    void loadAll() {
      classes.keySet().parallelStream().forEach(this::load);
    }

    private void load(String name) {
      try {
        loadClass(name);
      } catch (ClassNotFoundException e) {
        throw new AssertionError("it is among the classes", e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte @Nullable [] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
