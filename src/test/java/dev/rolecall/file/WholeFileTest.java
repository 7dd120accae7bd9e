package dev.rolecall.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Path file;
  private Path part;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("results.csv");
    part = folder.resolve("results.csv.part");
  }

  @Test
  void whatStandsUnderTheNameIsOldUntilAllOfItIsNew() throws IOException {
    Files.writeString(file, "old");
    try (WholeFile whole = new WholeFile(file)) {
      whole.write("new, line by line\n");
      assertThat(file).hasContent("old");
      assertThat(part).hasContent("new, line by line");
      whole.complete();
    }
    assertThat(file).hasContent("new, line by line");
    assertThat(part).doesNotExist();
  }

  @Test
  void whatIsNotCompletedIsThrownAway() throws IOException {
    Files.writeString(file, "old");
    try (WholeFile whole = new WholeFile(file)) {
      whole.write("half of");
    }
    assertThat(file).hasContent("old");
    assertThat(part).doesNotExist();
  }

  @Test
  void whatIsLeftStaysBesideThePlace() throws IOException {
    try (WholeFile whole = new WholeFile(file)) {
      whole.write("the first rows\n");
      assertThat(whole.leave()).isEqualTo(part);
    }
    assertThat(file).doesNotExist();
    assertThat(part).hasContent("the first rows");
  }

  @Test
  void whatAStoppedProgramLeftIsBegunAnew() throws IOException {
    Files.writeString(part, "left over from before, and longer");
    WholeFile.write(file, NEW);
    assertThat(file).hasContent("new");
  }

  @Test
  void twoCannotWriteOneFileAtOnce() throws IOException {
    try (WholeFile first = new WholeFile(file)) {
      first.write("a whole line\n");
      assertThatThrownBy(() -> new WholeFile(file))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("another program is writing it now");
      first.complete();
    }
    assertThat(file).hasContent("a whole line");
  }

  @Test
  void aPlaceThatCannotBeTakenLeavesNothingBehind() throws IOException {
    Files.createDirectories(file.resolve("full"));
    assertThatThrownBy(() -> WholeFile.write(file, NEW)).isInstanceOf(IOException.class);
    assertThat(part).doesNotExist();
  }

  @Test
  void aLinkInThePlaceOfThePartIsNotFollowed() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim.txt"), "keep");
    Files.createSymbolicLink(part, victim);
    assertThatThrownBy(() -> new WholeFile(file)).hasMessageContaining("is a link");
    assertThatThrownBy(() -> WholeFile.inPlaceOf(file)).hasMessageContaining("is a link");
    assertThat(victim).hasContent("keep");
  }

  @Test
  void aLinkInThePlaceOfTheFileIsReplacedAndNotFollowed() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim.txt"), "keep");
    Files.createSymbolicLink(file, victim);
    WholeFile.write(file, NEW);
    assertThat(file).isRegularFile().hasContent("new");
    assertThat(victim).hasContent("keep");
  }

  @Test
  void whatIsThereAlreadyIsNotCreated() throws IOException {
    WholeFile.create(file, NEW);
    assertThatThrownBy(() -> WholeFile.create(file, "newer".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("new");
    assertThat(part).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theRightsOfTheFileStayWithItsPlace() throws IOException {
    Files.writeString(file, "old and longer");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw--w-"));
    try (WholeFile whole = WholeFile.inPlaceOf(file)) {
      whole.write(NEW);
      whole.complete();
    }
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw--w-");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsProtectedIsNotReplaced() throws IOException {
    Files.writeString(file, "keep");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(file), "root writes everything");
    assertThatThrownBy(() -> WholeFile.inPlaceOf(file)).isInstanceOf(AccessDeniedException.class);
    assertThat(file).hasContent("keep");
    assertThat(part).doesNotExist();
  }
}
