package dev.rolecall;

import dev.rolecall.cli.Rolecall;
import dev.rolecall.ruleset.RulesFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where the program starts. */
public final class Main {

  private static final int NOT_WRITTEN = 74;

  private Main() {}

  public static void main(String[] arguments) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
    RulesFolder.prepare();
    Standard standard = new Standard(FileDescriptor.out);
    PrintWriter out = writer(standard);
    PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
    int code = Rolecall.run(out, err, Boolean.getBoolean("rolecall.color"), arguments);
    if (standard.failure != null) {
      err.println("The standard output cannot be written: " + standard.failure);
      err.flush();
      code = NOT_WRITTEN;
    }
    System.exit(code);
  }

  private static PrintWriter writer(OutputStream to) {
    return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), false);
  }

  /** Remembers why writing failed; a reader that has seen enough is no failure. */
  private static final class Standard extends FileOutputStream {
    private @Nullable String failure;

    Standard(FileDescriptor to) {
      super(to);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        super.write(bytes, from, length);
      } catch (IOException e) {
        String reason = String.valueOf(e.getMessage());
        failure = reason.contains("Broken pipe") ? null : reason;
        throw e;
      }
    }
  }
}
