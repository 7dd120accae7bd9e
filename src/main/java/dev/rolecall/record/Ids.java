package dev.rolecall.record;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.util.UUID;

/** Ids of entries: UUIDs of version 7 (RFC 9562), of which a later one sorts behind an earlier. */
public final class Ids {

  private static final TimeOrderedEpochFactory FACTORY = new TimeOrderedEpochFactory();

  private Ids() {}

  public static UUID next() {
    return FACTORY.create();
  }
}
