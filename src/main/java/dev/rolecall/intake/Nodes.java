package dev.rolecall.intake;

import dev.rolecall.document.Node;
import dev.rolecall.problem.Result;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The values of a document, one at a time, in order, each to be read on any thread. */
interface Nodes {

  /** The next one, or null at the end. */
  @Nullable Supplier<Result<Node>> next() throws IOException;

  /** Whether some are pieces of a document that is too long to be one. */
  default boolean arePieces() {
    return false;
  }

  /** The same with one before it that was read ahead. */
  default Nodes behind(Result<Node> first) {
    boolean[] given = {false};
    return () -> {
      if (given[0]) {
        return next();
      }
      given[0] = true;
      return () -> first;
    };
  }
}
