package dev.rolecall.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * What is behind an input: its name for people, how far it was read, what is said of it, and what
 * to close.
 */
record Content(String name, LongSupplier read, Notes notes, Closeable resource)
    implements Closeable {

  /** A part of it with a name of its own, said and closed by itself. */
  Content part(String member, Closeable opened) {
    return new Content(name + "/" + member, read, new Notes(), opened);
  }

  /** The same, of which something else tells how far it was read. */
  Content reading(LongSupplier further) {
    return new Content(name, further, notes, resource);
  }

  /** The same with something more to close. */
  Content with(Closeable opened) {
    return new Content(
        name,
        read,
        notes,
        () -> {
          try (resource) {
            opened.close();
          }
        });
  }

  @Override
  public void close() throws IOException {
    resource.close();
  }
}
