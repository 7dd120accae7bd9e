package dev.rolecall.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A class file, strictly: what the lock compares, and nothing that it does not know.
 *
 * @param types every type that it names as one
 */
record ClassFile(
    String name,
    int flags,
    String superclass,
    List<String> interfaces,
    List<String> types,
    List<Method> methods) {

  /**
   * @param name followed by its descriptor
   * @param uses the fields and methods that its code names, see {@link ConstantPool#member}
   */
  record Method(String name, int flags, Set<String> uses) {}

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "BootstrapMethods",
          "Code",
          "ConstantValue",
          "Exceptions",
          "InnerClasses",
          "NestHost",
          "NestMembers",
          "RuntimeVisibleAnnotations",
          "Signature",
          "SourceFile");

  static ClassFile read(byte[] bytes) throws Forbidden {
    ClassBytes file = new ClassBytes(bytes);
    return new Reader(file, new ConstantPool(file)).read();
  }

  private static final class Reader {
    private final ClassBytes file;
    private final ConstantPool constants;
    private int position;

    Reader(ClassBytes file, ConstantPool constants) {
      this.file = file;
      this.constants = constants;
      this.position = constants.end();
    }

    ClassFile read() throws Forbidden {
      int flags = next();
      String name = constants.type(next());
      String superclass = constants.type(next());
      List<String> interfaces = new ArrayList<>();
      for (int left = next(); left > 0; left--) {
        interfaces.add(constants.type(next()));
      }
      for (int fields = next(); fields > 0; fields--) {
        method();
      }
      List<Method> methods = new ArrayList<>();
      for (int left = next(); left > 0; left--) {
        methods.add(method());
      }
      attributes();
      if (position != file.bytes().length) {
        throw new Forbidden("a class file of another length");
      }
      return new ClassFile(name, flags, superclass, interfaces, constants.types(), methods);
    }

    /** A field is written like a method; it has no code. */
    private Method method() throws Forbidden {
      int flags = next();
      String name = constants.utf8(next()) + constants.utf8(next());
      return new Method(name, flags, attributes());
    }

    /** What the code among them uses. */
    private Set<String> attributes() throws Forbidden {
      Set<String> uses = Set.of();
      for (int left = next(); left > 0; left--) {
        String name = constants.utf8(next());
        int length = file.s4(position);
        position += 4;
        if (!ATTRIBUTES.contains(name) || length < 0) {
          throw new Forbidden("an attribute " + name);
        }
        if (name.equals("Code")) {
          uses = new Bytecode(file, constants, position).uses();
        }
        position += length;
      }
      return uses;
    }

    private int next() throws Forbidden {
      position += 2;
      return file.u2(position - 2);
    }
  }
}
