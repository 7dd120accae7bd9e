package dev.rolecall.ruleset;

import dev.rolecall.rule.Phase;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/** Compiled rules, ready to be asked by many threads at once. */
final class Engine {

  private final KieSessionsPool sessions;
  private final List<FactMaker> makers;

  private Engine(KieSessionsPool sessions, List<FactMaker> makers) {
    this.sessions = sessions;
    this.makers = makers;
  }

  /** Loads what the lock and Drools need, while rules are still being read. */
  static void prepare() {
    ClassLock.forbidden(Map.of());
    KieBaseBuilder.createKieBaseFromModel(
            List.<Model>of(),
            RuleBaseFactory.newKnowledgeBaseConfiguration(null, Engine.class.getClassLoader()))
        .newKieSession()
        .dispose();
  }

  static Engine open(Compiled compiled, Vocabulary vocabulary) {
    RuleClasses loader = new RuleClasses(compiled.classes());
    loader.loadAll();
    try {
      Model model =
          (Model) loader.loadClass(compiled.model()).getDeclaredConstructor().newInstance();
      KieBase base =
          KieBaseBuilder.createKieBaseFromModel(
              List.of(model), RuleBaseFactory.newKnowledgeBaseConfiguration(null, loader));
      List<FactMaker> makers = new ArrayList<>();
      for (FactType fact : vocabulary.facts()) {
        makers.add(FactMaker.of(fact, loader));
      }
      return new Engine(
          base.newKieSessionsPool(Runtime.getRuntime().availableProcessors()), makers);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("compiled rules do not fit this program", e);
    }
  }

  /** A session with the facts of one situation in it. */
  Session open(Situation situation) {
    KieSession session = sessions.newKieSession();
    Ear ear = new Ear();
    session.setGlobal("ear", ear);
    for (FactMaker maker : makers) {
      session.insert(maker.make(situation));
    }
    return new Session(session, ear);
  }

  /** The three phases of one situation. */
  static final class Session implements AutoCloseable {
    private final KieSession session;
    private final Ear ear;

    private Session(KieSession session, Ear ear) {
      this.session = session;
      this.ear = ear;
    }

    /**
     * The positions of the rules that speak in a phase, once these facts have joined the earlier
     * ones.
     */
    BitSet fire(Phase phase, List<?> facts) {
      facts.forEach(session::insert);
      if (phase != Phase.FINDINGS) {
        session.insert(new Gate(phase.number()));
      }
      session.fireAllRules();
      return ear.take();
    }

    @Override
    public void close() {
      session.dispose();
    }
  }

  /** Makes the fact of one type out of a situation. */
  private record FactMaker(Constructor<?> constructor, Attribute[] attributes, Method[] setters) {

    static FactMaker of(FactType fact, ClassLoader loader) throws ReflectiveOperationException {
      Class<?> type = loader.loadClass(Printer.PACKAGE + "." + Printer.typeName(fact));
      Attribute[] attributes = fact.attributes().toArray(Attribute[]::new);
      Method[] setters = new Method[attributes.length];
      for (int i = 0; i < attributes.length; i++) {
        setters[i] = setter(type, Printer.fieldName(attributes[i]));
      }
      return new FactMaker(type.getConstructor(), attributes, setters);
    }

    private static Method setter(Class<?> type, String field) throws NoSuchMethodException {
      String name = "set" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
      for (Method method : type.getMethods()) {
        if (method.getName().equals(name)) {
          return method;
        }
      }
      throw new NoSuchMethodException(type.getName() + "." + name);
    }

    Object make(Situation situation) {
      try {
        Object fact = constructor.newInstance();
        for (int i = 0; i < attributes.length; i++) {
          Object value = situation.value(attributes[i]);
          if (value != null) {
            setters[i].invoke(fact, value);
          }
        }
        return fact;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("compiled rules do not fit this program", e);
      }
    }
  }

  /** Loads the compiled classes that pass the lock; all else comes from the program. */
  private static final class RuleClasses extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes;

    RuleClasses(Map<String, byte[]> classes) {
      super(Engine.class.getClassLoader());
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
