package dev.rolecall.ruleset;

import java.util.HashSet;
import java.util.Set;

/**
 * The code of one method, instruction by instruction. It only ever goes forward: a jump back, a
 * handler of exceptions, and every instruction that rules do not need are forbidden, so no method
 * of compiled rules can loop or wait.
 */
final class Bytecode {

  private static final int HEAD = 8;

  private final ClassBytes file;
  private final ConstantPool constants;
  private final int start;
  private final int end;
  private final Set<String> uses = new HashSet<>();

  /**
   * @param attribute where the content of the attribute {@code Code} begins
   */
  Bytecode(ClassBytes file, ConstantPool constants, int attribute) throws Forbidden {
    this.file = file;
    this.constants = constants;
    this.start = attribute + HEAD;
    this.end = start + file.s4(attribute + 4);
  }

  /** The fields and methods that it names. */
  Set<String> uses() throws Forbidden {
    int at = start;
    while (at < end) {
      int length = instruction(at);
      if (length < 1 || length > end - at) {
        throw new Forbidden("an instruction that does not end in its method");
      }
      at += length;
    }
    if (at != end || file.u2(end) != 0) {
      throw new Forbidden("a handler of exceptions");
    }
    return uses;
  }

  /** The length of an instruction, by its number in the Java Virtual Machine Specification. */
  private int instruction(int at) throws Forbidden {
    int code = file.u1(at);
    return switch (code) {
      case 0x01 -> 1; // aconst_null
      case 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08 -> 1; // iconst
      case 0x10, 0x12 -> 2; // bipush, ldc
      case 0x11, 0x13 -> 3; // sipush, ldc_w
      case 0x15, 0x19, 0x36, 0x3A -> 2; // iload, aload, istore, astore
      case 0x1A, 0x1B, 0x1C, 0x1D, 0x2A, 0x2B, 0x2C, 0x2D -> 1; // the same of the first four
      case 0x3B, 0x3C, 0x3D, 0x3E, 0x4B, 0x4C, 0x4D, 0x4E -> 1;
      case 0x53, 0x57, 0x59 -> 1; // aastore, pop, dup
      case 0x99, 0x9A, 0xA7 -> forward(file.s2(at + 1), 3); // ifeq, ifne, goto
      case 0xAA, 0xAB -> choice(at, code == 0xAA); // tableswitch, lookupswitch
      case 0xAC, 0xB0, 0xB1, 0xBF -> 1; // ireturn, areturn, return, athrow
      case 0xB2, 0xB3, 0xB4, 0xB5 -> member(at, 3); // getstatic, putstatic, getfield, putfield
      case 0xB6, 0xB7, 0xB8 -> member(at, 3); // invokevirtual, invokespecial, invokestatic
      case 0xB9, 0xBA -> member(at, 5); // invokeinterface, invokedynamic
      case 0xBB, 0xBD, 0xC0 -> 3; // new, anewarray, checkcast
      case 0xBE -> 1; // arraylength
      default -> throw new Forbidden("an instruction 0x%02X".formatted(code));
    };
  }

  private int member(int at, int length) throws Forbidden {
    uses.add(constants.member(file.u2(at + 1)));
    return length;
  }

  private static int forward(int jump, int length) throws Forbidden {
    if (jump <= 0) {
      throw new Forbidden("a jump back");
    }
    return length;
  }

  /** Its numbers begin at a multiple of four, counted from the first instruction. */
  private int choice(int at, boolean table) throws Forbidden {
    int numbers = start + (at - start) / 4 * 4 + 4;
    forward(file.s4(numbers), 0);
    int first = numbers + 12; // after default, low and high, or default, count and a match
    long jumps = table ? 1L + file.s4(numbers + 8) - file.s4(numbers + 4) : file.s4(numbers + 4);
    if (jumps < 0) {
      throw new Forbidden("a table of choices of no length");
    }
    int apart = table ? 4 : 8;
    for (long i = 0; i < jumps; i++) {
      forward(file.s4(Math.toIntExact(first + i * apart)), 0);
    }
    return Math.toIntExact((table ? 12 : 8) + jumps * apart) + numbers - at;
  }
}
