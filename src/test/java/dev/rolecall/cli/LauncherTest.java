package dev.rolecall.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.Main;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.util.LibraryLoaderUtil;
import picocli.CommandLine;

/** The launcher's archive of classes: makes starts faster and is never seen. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(600)
class LauncherTest {

  private static final String CLASSES = "classes";
  private static final String[] DECIDE = {"decide", "examples/requisition.yaml", "--no-record"};

  @TempDir static Path temporary;
  private static Path folder;
  private static Path archives;
  private static Said first;
  private static Said second;

  /** Two at once, neither of which finds an archive. */
  @BeforeAll
  @Timeout(600)
  static void firstRuns() throws Exception {
    folder = product("product");
    archives = Files.createDirectory(folder.resolve(".rolecall/archive"));
    Running one = start(folder, DECIDE);
    Running another = start(folder, DECIDE);
    first = one.said();
    second = another.said();
    awaitArchive(CLASSES, 0);
  }

  /**
   * A folder with all that the launcher runs; what is compiled stands in a jar as it does there.
   */
  private static Path product(String name) throws IOException {
    Path product = Files.createDirectory(temporary.resolve(name));
    Run.copy(Path.of("rules"), product.resolve("rules"));
    Run.copy(Path.of("examples"), product.resolve("examples"));
    Files.copy(
        Path.of("rolecall"), product.resolve("rolecall"), StandardCopyOption.COPY_ATTRIBUTES);
    jar(Files.createDirectories(product.resolve(".rolecall/build")).resolve("rolecall.jar"));
    return product;
  }

  private static void jar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    main.put(Attributes.Name.CLASS_PATH, libraries(jar.getParent()));
    Path classes =
        Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> all = Files.walk(classes)) {
      for (Path path : all.filter(p -> !p.equals(classes)).toList()) {
        String name = classes.relativize(path).toString();
        if (Files.isDirectory(path)) {
          out.putNextEntry(new JarEntry(name + "/")); // what lists a folder in a jar looks for it
        } else {
          out.putNextEntry(new JarEntry(name));
          Files.copy(path, out);
        }
      }
    }
  }

  /** Seen from the jar: an archive holds no classes of libraries that are named in another way. */
  private static String libraries(Path folder) {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(path.split(File.pathSeparator))
        .filter(p -> p.endsWith(".jar"))
        .map(p -> folder.toAbsolutePath().relativize(Path.of(p).toAbsolutePath()).toString())
        .collect(Collectors.joining(" "));
  }

  private record Said(int code, String out, String err, boolean fromArchive) {}

  private record Running(Process process, Path work) {
    Said said() throws Exception {
      int code = process.waitFor();
      List<String> loaded = Files.readAllLines(work.resolve("classes"));
      return new Said(
          code,
          Files.readString(work.resolve("out")),
          Files.readString(work.resolve("err")),
          fromArchive(Main.class, loaded) && fromArchive(CommandLine.class, loaded));
    }
  }

  private static boolean fromArchive(Class<?> type, List<String> loaded) {
    return loaded.stream().anyMatch(l -> l.contains(type.getName() + " source: shared objects"));
  }

  private static Running start(Path product, String... arguments) throws IOException {
    Path work = Files.createTempDirectory(temporary, "run");
    ProcessBuilder builder = new ProcessBuilder("./rolecall").directory(product.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("ROLECALL_HOME", Run.HOME.toAbsolutePath().toString());
    builder
        .environment()
        .put("ROLECALL_JAVA_OPTS", "-Xlog:class+load:file=" + work.resolve("classes"));
    return new Running(
        builder
            .redirectOutput(work.resolve("out").toFile())
            .redirectError(work.resolve("err").toFile())
            .start(),
        work);
  }

  private static Said run(String... arguments) throws Exception {
    return start(folder, arguments).said();
  }

  /** A long command: it takes an archive that is there, and makes none. */
  private static Said batch() throws Exception {
    return run(
        "batch",
        "examples/open-requisitions.csv",
        "--no-record",
        "--out",
        temporary.resolve("out.csv").toString());
  }

  /** One in which this file is not the one that was cut. */
  private static void awaitArchive(String file, long cut) throws Exception {
    try (WatchService watch = archives.getFileSystem().newWatchService()) {
      archives.register(watch, ENTRY_CREATE, ENTRY_DELETE);
      while (!endsOfNames().equals(List.of("", ".sum"))
          || Files.size(archive().resolve(file)) == cut) {
        watch.poll(1, TimeUnit.SECONDS);
      }
    }
  }

  /** An archive has a number for its name. */
  private static List<String> endsOfNames() throws IOException {
    try (Stream<Path> files = Files.list(archives)) {
      return files.map(f -> f.getFileName().toString().replaceAll("\\d", "")).sorted().toList();
    }
  }

  private static Path archive() throws IOException {
    try (Stream<Path> files = Files.list(archives)) {
      return files.sorted().findFirst().orElseThrow();
    }
  }

  private static void silent(Said said) {
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void laterRunsStartFromAnArchiveAndSayTheSame() throws Exception {
    Said later = run(DECIDE);
    assertThat(first.fromArchive()).isFalse();
    assertThat(later.fromArchive()).isTrue();
    assertThat(later.out()).isEqualTo(first.out()).isEqualTo(second.out()).contains("TPM");
    Stream.of(first, second, later).forEach(LauncherTest::silent);
  }

  @ParameterizedTest
  @MethodSource
  void anArchiveWithACutFileIsNotUsedAndMadeAnew(String file) throws Exception {
    assertThat(batch().fromArchive()).isTrue();
    Path cut = archive().resolve(file);
    long whole = Files.size(cut);
    cut.toFile().setWritable(true);
    try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
      channel.truncate(whole / 2);
    }
    Said said = run(DECIDE);
    silent(said);
    assertThat(said.fromArchive()).isFalse();
    assertThat(said.out()).isEqualTo(first.out());
    awaitArchive(file, whole / 2);
    assertThat(batch().fromArchive()).isTrue();
  }

  static List<String> anArchiveWithACutFileIsNotUsedAndMadeAnew() {
    return List.of(CLASSES, LibraryLoaderUtil.getNativeLibName());
  }

  @Test
  void anArchiveOfAnotherJarIsNotUsed() throws Exception {
    Path jar = folder.resolve(".rolecall/build/rolecall.jar");
    FileTime time = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    Said said = batch();
    Files.setLastModifiedTime(jar, time);
    silent(said);
    assertThat(said.fromArchive()).isFalse();
    assertThat(batch().fromArchive()).isTrue();
  }

  @Test
  void whereNoArchiveCanBeWrittenItRunsWithout() throws Exception {
    Path other = product("other");
    Files.writeString(other.resolve(".rolecall/archive"), "not a folder");
    Said said = start(other, DECIDE).said();
    silent(said);
    assertThat(said.out()).isEqualTo(first.out());
  }
}
