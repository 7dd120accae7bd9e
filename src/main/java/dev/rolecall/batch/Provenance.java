package dev.rolecall.batch;

import java.time.Instant;
import java.util.List;

/**
 * Where results come from.
 *
 * @param files as they were named
 * @param kept whether and where the decisions are recorded, in words
 */
public record Provenance(Summary summary, List<String> files, Instant at, String kept) {

  public Provenance {
    files = List.copyOf(files);
  }
}
