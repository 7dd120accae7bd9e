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

  static Engine of(LoadedRules rules, Vocabulary vocabulary) {
    try {
      List<FactMaker> makers = new ArrayList<>();
      for (FactType fact : vocabulary.facts()) {
        makers.add(FactMaker.of(fact, rules.loader()));
      }
      return new Engine(rules.sessions(), makers);
    } catch (ReflectiveOperationException e) {
      throw LoadedRules.unfit(e);
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
        throw LoadedRules.unfit(e);
      }
    }
  }
}
