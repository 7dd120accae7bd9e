package dev.rolecall.ruleset;

import dev.rolecall.rule.Phase;
import dev.rolecall.situation.Situation;
import dev.rolecall.vocabulary.Attribute;
import dev.rolecall.vocabulary.FactType;
import dev.rolecall.vocabulary.Vocabulary;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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

  /** Loads what Drools needs to run rules, while these are still being read. */
  static void prepare() {
    KieBaseBuilder.createKieBaseFromModel(
            List.<Model>of(),
            RuleBaseFactory.newKnowledgeBaseConfiguration(null, Engine.class.getClassLoader()))
        .newKieSession()
        .dispose();
  }

  static Engine open(Compiled compiled, Vocabulary vocabulary) {
    RuleClasses loader = new RuleClasses(compiled.classes());
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
  private record FactMaker(
      MethodHandle constructor, Attribute[] attributes, MethodHandle[] setters) {

    static FactMaker of(FactType fact, ClassLoader loader) throws ReflectiveOperationException {
      Class<?> type = loader.loadClass(Printer.PACKAGE + "." + Printer.typeName(fact));
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodHandle constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class))
              .asType(MethodType.methodType(Object.class));
      Attribute[] attributes = fact.attributes().toArray(Attribute[]::new);
      MethodHandle[] setters = new MethodHandle[attributes.length];
      for (int i = 0; i < attributes.length; i++) {
        setters[i] = setter(lookup, type, Printer.fieldName(attributes[i]));
      }
      return new FactMaker(constructor, attributes, setters);
    }

    private static MethodHandle setter(MethodHandles.Lookup lookup, Class<?> type, String field)
        throws ReflectiveOperationException {
      String name = "set" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
      for (var method : type.getMethods()) {
        if (method.getName().equals(name)) {
          return lookup
              .unreflect(method)
              .asType(MethodType.methodType(void.class, Object.class, Object.class));
        }
      }
      throw new NoSuchMethodException(type.getName() + "." + name);
    }

    Object make(Situation situation) {
      try {
        Object fact = (Object) constructor.invokeExact();
        for (int i = 0; i < attributes.length; i++) {
          Object value = situation.value(attributes[i]);
          if (value != null) {
            setters[i].invokeExact(fact, value);
          }
        }
        return fact;
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Loads the compiled classes that pass the lock; all else comes from the program. */
  private static final class RuleClasses extends ClassLoader {
    private final Map<String, byte[]> classes;

    RuleClasses(Map<String, byte[]> classes) {
      super(Engine.class.getClassLoader());
      List<String> forbidden = ClassLock.forbidden(classes);
      if (!forbidden.isEmpty()) {
        throw new IllegalStateException("compiled rules hold " + forbidden);
      }
      this.classes = Map.copyOf(classes);
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
