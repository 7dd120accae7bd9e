package dev.rolecall.ruleset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The second lock: before a class of compiled rules is defined, whoever compiled it, everything in
 * it is compared with {@link AllowedReferences}. It does not know what the rules say, so it cannot
 * tell a wrong rule from a right one; it knows that rules can do nothing but answer, and that they
 * end.
 */
final class ClassLock {

  private static final AllowedReferences ALLOWED = new AllowedReferences();

  /** Public, private, static, and what a compiler adds: not native, not synchronized. */
  private static final int METHOD_FLAGS = 0x0001 | 0x0002 | 0x0008 | 0x0040 | 0x1000;

  /** Names of members end in what the vocabulary or the rulebook gave them. */
  private static final Set<String> BEGINNINGS = Set.of("v_", "getV_", "setV_", "rule_");

  private final Map<String, AllowedReferences.Kind> kinds = new HashMap<>();

  private ClassLock() {}

  /**
   * Everything in them that no compiled rule has, and where; empty if all is as it should be.
   *
   * @param classes class files by binary name
   */
  static List<String> forbidden(Map<String, byte[]> classes) {
    ClassLock lock = new ClassLock();
    List<String> forbidden = new ArrayList<>();
    for (String name : classes.keySet()) {
      kind(name.replace('.', '/'))
          .ifPresentOrElse(
              kind -> lock.kinds.put(name.replace('.', '/'), kind),
              () -> forbidden.add("a class `" + name + "`"));
    }
    classes.entrySet().parallelStream()
        .flatMap(type -> lock.forbidden(type.getKey().replace('.', '/'), type.getValue()))
        .forEachOrdered(forbidden::add);
    return forbidden;
  }

  private static Optional<AllowedReferences.Kind> kind(String name) {
    for (AllowedReferences.Kind kind : ALLOWED.kinds()) {
      if (kind.pattern().matcher(name).matches()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private Stream<String> forbidden(String name, byte[] bytes) {
    AllowedReferences.Kind kind = kinds.get(name);
    if (kind == null) {
      return Stream.empty();
    }
    List<String> forbidden = new ArrayList<>();
    try {
      ClassFile file = ClassFile.read(bytes);
      header(name, file, kind, forbidden);
      file.types().stream()
          .filter(type -> !ALLOWED.allowsType(type) && !kinds.containsKey(type))
          .forEach(type -> forbidden.add("the type `" + type + "`"));
      file.methods().forEach(method -> method(method, kind, forbidden));
    } catch (Forbidden e) {
      forbidden.add(e.what());
    }
    return forbidden.stream().map(what -> what + " in `" + name.replace('/', '.') + "`");
  }

  private static void header(
      String name, ClassFile file, AllowedReferences.Kind kind, List<String> forbidden) {
    if (!file.name().equals(name)) {
      forbidden.add("the class `" + file.name() + "`");
    }
    if (file.flags() != kind.flags()
        || !file.superclass().equals(kind.superclass())
        || !kind.interfaces().containsAll(file.interfaces())) {
      forbidden.add("another kind of class");
    }
  }

  private void method(
      ClassFile.Method method, AllowedReferences.Kind kind, List<String> forbidden) {
    Set<String> allowed = kind.methods().get(shortened(method.name()));
    if (allowed == null || (method.flags() & ~METHOD_FLAGS) != 0) {
      forbidden.add("the method `" + method.name() + "`");
      return;
    }
    for (String use : method.uses()) {
      if (!allowed.contains(named(use))) {
        forbidden.add("`" + use + "` in the method `" + method.name() + "`");
      }
    }
  }

  /** A member as the table names it. */
  private String named(String member) {
    int owner = member.indexOf('.');
    AllowedReferences.Kind kind = owner < 0 ? null : kinds.get(member.substring(0, owner));
    return kind == null
        ? member
        : kind.name().concat(".").concat(shortened(member.substring(owner + 1)));
  }

  /** A member of a compiled class without its type and without what rules named in it. */
  private static String shortened(String member) {
    int type = Math.max(member.indexOf('('), member.indexOf(':'));
    String name = type < 0 ? member : member.substring(0, type);
    for (String beginning : BEGINNINGS) {
      if (name.startsWith(beginning)) {
        return beginning;
      }
    }
    if (name.endsWith("_INSTANCE")) {
      return "INSTANCE";
    }
    return member.startsWith("(Ljava/lang/Object;)", name.length()) ? name + "(Object)" : name;
  }
}
