package dev.rolecall.batch;

/**
 * Which ids were met, eight bytes each: that of two among a million have one hash is less likely
 * than one in ten million.
 */
final class Ids {

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private long[] slots = new long[1 << 10];
  private int count;

  /** Whether it was not met before. */
  boolean add(String id) {
    if (count >= slots.length / 2) {
      grow();
    }
    boolean added = put(slots, hash(id));
    count += added ? 1 : 0;
    return added;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long hash : slots) {
      if (hash != 0) {
        put(larger, hash);
      }
    }
    slots = larger;
  }

  private static boolean put(long[] slots, long hash) {
    int at = (int) hash & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != hash) {
      at = (at + 1) & (slots.length - 1);
    }
    boolean free = slots[at] == 0;
    slots[at] = hash;
    return free;
  }

  /** FNV-1a over the characters, its bits mixed once more; never 0, which is a free slot. */
  private static long hash(String id) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
