package dev.rolecall.ruleset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class file can name: types, members, numbers and texts. A constant of any other kind is
 * forbidden, among them those that compute themselves.
 */
final class ConstantPool {

  /** The call that joins texts, and the only one that is linked by code. */
  static final String JOIN = "join";

  private static final String JOINER =
      "java/lang/invoke/StringConcatFactory.makeConcatWithConstants"
          + "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
          + "Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";

  private static final String ARRAY = "[L";
  private static final int FIRST = 10;
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int TYPE = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_DESCRIPTOR = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int INVOKE_DYNAMIC = 18;

  private final ClassBytes file;
  private final int[] at;
  private final @Nullable String[] read;
  private final List<String> types = new ArrayList<>();
  private final int end;

  ConstantPool(ClassBytes file) throws Forbidden {
    this.file = file;
    this.at = new int[file.u2(FIRST - 2)];
    this.read = new String[at.length];
    int next = FIRST;
    for (int i = 1; i < at.length; i++) {
      at[i] = next;
      next += length(next);
    }
    this.end = next;
    for (int i = 1; i < at.length; i++) {
      int kind = file.u1(at[i]);
      if (kind == TYPE) {
        String type = type(i);
        boolean array = type.startsWith(ARRAY) && type.endsWith(";");
        types.add(array ? type.substring(ARRAY.length(), type.length() - 1) : type);
      } else if (kind == METHOD_HANDLE && !member(file.u2(at[i] + 2)).equals(JOINER)) {
        throw new Forbidden("a handle of " + member(file.u2(at[i] + 2)));
      }
    }
  }

  private int length(int entry) throws Forbidden {
    int kind = file.u1(entry);
    return switch (kind) {
      case UTF8 -> 3 + file.u2(entry + 1);
      case TYPE, STRING -> 3;
      case METHOD_HANDLE -> 4;
      case INTEGER, FIELD, METHOD, INTERFACE_METHOD, NAME_AND_DESCRIPTOR, INVOKE_DYNAMIC -> 5;
      default -> throw new Forbidden("a constant of kind " + kind);
    };
  }

  /** Where the rest of the class file begins. */
  int end() {
    return end;
  }

  /** Every type that is named as one; for an array that of its elements. */
  List<String> types() {
    return types;
  }

  String type(int index) throws Forbidden {
    return utf8(file.u2(entry(index, TYPE) + 1));
  }

  /** A field as {@code owner.name:type}, a method as {@code owner.name(parameters)result}. */
  String member(int index) throws Forbidden {
    int entry = entry(index);
    String known = read[index];
    if (known == null) {
      int kind = file.u1(entry);
      if (kind == INVOKE_DYNAMIC) {
        int named = entry(file.u2(entry + 3), NAME_AND_DESCRIPTOR);
        known = utf8(file.u2(named + 3)).replace("Ljava/lang/String;", "").equals("()") ? JOIN : "";
      } else if (kind == FIELD || kind == METHOD || kind == INTERFACE_METHOD) {
        int named = entry(file.u2(entry + 3), NAME_AND_DESCRIPTOR);
        known =
            type(file.u2(entry + 1))
                .concat(".")
                .concat(utf8(file.u2(named + 1)))
                .concat(kind == FIELD ? ":" : "")
                .concat(utf8(file.u2(named + 3)));
      } else {
        throw new Forbidden("a call of a constant of kind " + kind);
      }
      read[index] = known;
    }
    return known;
  }

  /**
   * The bytes as they are: what is compared with this is written in ASCII, and anything else is
   * equal to none of it.
   */
  String utf8(int index) throws Forbidden {
    int entry = entry(index, UTF8);
    String known = read[index];
    if (known == null) {
      known = file.text(entry + 3, file.u2(entry + 1));
      read[index] = known;
    }
    return known;
  }

  private int entry(int index, int kind) throws Forbidden {
    int entry = entry(index);
    if (file.u1(entry) != kind) {
      throw new Forbidden("a constant of another kind");
    }
    return entry;
  }

  private int entry(int index) throws Forbidden {
    if (index <= 0 || index >= at.length) {
      throw new Forbidden("a constant that is not there");
    }
    return at[index];
  }
}
