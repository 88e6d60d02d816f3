package org.spendreturns.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.spendreturns.Folders;
import org.spendreturns.MinuteOld;
import org.spendreturns.archive.Sha256;
import org.spendreturns.archive.Shelf;
import org.spendreturns.store.Editions.Address;
import org.spendreturns.store.Editions.IssuedFigure;
import org.spendreturns.store.Notices.Kind;
import org.spendreturns.store.Notices.Notice;

/** An installation of its own for a test: input, templates, archive, database and shelf. */
final class Installation {

  private final Path folder;

  private Installation(Path folder) {
    this.folder = folder;
  }

  /** With a copy of the project's sample as its input. */
  static Installation withTheSample(Path folder) throws IOException {
    Folders.copy(Path.of("input"), folder.resolve("input"));
    return new Installation(folder);
  }

  /** With nothing in its input but the sample's rulebook. */
  static Installation withTheRulebook(Path folder) throws IOException {
    Folders.copy(Path.of("input/rulebooks"), folder.resolve("input/rulebooks"));
    return new Installation(folder);
  }

  /** One that another process made. */
  static Installation in(Path folder) {
    return new Installation(folder);
  }

  Home home() {
    return new Home(
        folder.resolve("input"),
        Path.of("reports", "templates"),
        folder.resolve("reports"),
        folder.resolve("home"));
  }

  Runs.Ended night(Instant instant) {
    return run(instant, Optional.empty(), Optional.empty());
  }

  Runs.Ended run(Instant instant, Optional<Instant> asKnownAt, Optional<Address> only) {
    try (Runs runs = Runs.open(home(), new TickingClock(instant))) {
      return runs.nightly(asKnownAt, only);
    }
  }

  void write(String path, String text) throws IOException {
    Path file = folder.resolve("input").resolve(path);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file); // a copy of a read-only original
    Files.writeString(file, text);
    MinuteOld.make(file);
  }

  /** A zip of texts, each after its name. */
  void zip(String path, String... namesAndTexts) throws IOException {
    Path file = folder.resolve("input").resolve(path);
    Files.createDirectories(file.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    MinuteOld.make(file);
  }

  void replace(String path, String what, String by) throws IOException {
    write(path, Files.readString(folder.resolve("input").resolve(path)).replace(what, by));
  }

  /** The words of an edition's figures, by id. */
  Map<String, String> figures(Address address, int number) {
    try (Runs runs = Runs.open(home(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))) {
      return runs.figures(address, number).orElseThrow().stream()
          .collect(
              Collectors.toMap(
                  IssuedFigure::id, IssuedFigure::words, (one, two) -> one, TreeMap::new));
    }
  }

  Path edition(Address address, int number) {
    return new Shelf(home().returns()).place(address.toString(), number);
  }

  /** Every file on the shelf with its digest. */
  Map<String, String> shelf() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(home().returns())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(home().returns().relativize(file).toString(), Sha256.of(file));
      }
    }
    return digests;
  }

  static List<String> needingAPerson(Runs.Ended ended) {
    return messages(ended, Kind.NEEDS_A_PERSON);
  }

  static List<String> told(Runs.Ended ended) {
    return messages(ended, Kind.TOLD);
  }

  private static List<String> messages(Runs.Ended ended, Kind kind) {
    return ended.notices().stream()
        .filter(notice -> notice.kind() == kind)
        .map(Notice::message)
        .toList();
  }

  /** Goes on by a second whenever it is asked, as time does while a run lasts. */
  private static final class TickingClock extends Clock {
    private Instant next;

    TickingClock(Instant first) {
      this.next = first;
    }

    @Override
    public synchronized Instant instant() {
      Instant now = next;
      next = next.plusSeconds(1);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
