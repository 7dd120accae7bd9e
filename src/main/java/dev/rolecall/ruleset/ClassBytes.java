package dev.rolecall.ruleset;

import java.nio.charset.StandardCharsets;

/** The bytes of a class file and the numbers in them, the high byte first. */
record ClassBytes(byte[] bytes) {

  int u1(int at) throws Forbidden {
    if (at < 0 || at >= bytes.length) {
      throw new Forbidden("a class file that ends too soon");
    }
    return bytes[at] & 0xFF;
  }

  int u2(int at) throws Forbidden {
    return u1(at) << 8 | u1(at + 1);
  }

  int s2(int at) throws Forbidden {
    return (short) u2(at);
  }

  int s4(int at) throws Forbidden {
    return u2(at) << 16 | u2(at + 2);
  }

  String text(int at, int length) throws Forbidden {
    u1(at + length);
    return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
  }
}
