package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.spendreturns.archive.Archive;
import org.spendreturns.archive.InputFolder;
import org.spendreturns.intake.SetAsideException;
import org.spendreturns.intake.ZippedLedgers;
import org.spendreturns.store.Notices;
import org.spendreturns.store.Notices.Kind;
import org.spendreturns.store.Notices.Notice;
import org.spendreturns.store.ReceivedFiles;
import org.spendreturns.store.ReceivedFiles.ReceivedFile;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Takes every file of the input folder into the archive and the register, whole and once, and tells
 * which of them cannot be used.
 *
 * <p>The ledgers come last, for they take the time: what people wrote is small, and is read first.
 *
 * <p>A file that was written to a moment ago is watched for that long, and set aside for the next
 * run if it still grows. A zip of exports is kept as it came, and each file in it is an export.
 *
 * <p>On an empty register the folder is taken as known at the run's instant, so that a return can
 * be made again elsewhere; from then on a file is known from when it is received.
 */
@Component
class ReceiveStep implements Tasklet {

  private static final Duration QUIET = Duration.ofSeconds(2); // a file younger may be unfinished
  private static final int PATH_AT_MOST = 1_000; // as wide as the register's column

  /** How many files a run had to leave out for want of room; kept with the run. */
  private static final String LEFT_OUT = "filesLeftOut";

  private final Home home;
  private final Archive archive;
  private final ReceivedFiles received;
  private final InputsOnFile inputs;
  private final Notices notices;
  private final Clock clock;

  ReceiveStep(
      Home home,
      Archive archive,
      ReceivedFiles received,
      InputsOnFile inputs,
      Notices notices,
      Clock clock) {
    this.home = home;
    this.archive = archive;
    this.received = received;
    this.inputs = inputs;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext step) throws IOException {
    RunParameters run = RunParameters.of(step);
    Instant knownFrom =
        run.isAskedInstant() && !received.isEmpty() ? clock.instant() : run.asKnownAt();
    InputFolder.Contents contents = new InputFolder(home.input()).contents();
    List<Notice> told = new ArrayList<>();
    List<InputFolder.Found> leftOut = new ArrayList<>();
    contents.strays().forEach(stray -> told.add(new Notice(Kind.NEEDS_A_PERSON, stray)));
    Map<InputFolder.Found, BasicFileAttributes> seen = watched(contents.files());
    int taken = receive(seen, found -> !isLedger(found), knownFrom, told, leftOut);
    List<Notice> faults = faults(inputs.asKnownAt(run.asKnownAt()));
    taken += receive(seen, ReceiveStep::isLedger, knownFrom, told, leftOut);
    told.add(
        new Notice(
            Kind.TOLD,
            "%d files in %s, %d of them new"
                .formatted(contents.files().size(), home.input(), taken)));
    told.addAll(faults);
    tellLedgersOfNobody(inputs.asKnownAt(run.asKnownAt()), told);
    notices.say(RunParameters.runId(step), "receive", told);
    contribution.incrementWriteCount(taken);
    contribution
        .getStepExecution()
        .getJobExecution()
        .getExecutionContext()
        .putInt(LEFT_OUT, leftOut.size());
    return RepeatStatus.FINISHED;
  }

  private static boolean isLedger(InputFolder.Found file) {
    return file.kind() == InputFolder.Kind.LEDGER;
  }

  /** How many of those files it makes that were not on file before. */
  private int receive(
      Map<InputFolder.Found, BasicFileAttributes> seen,
      Predicate<InputFolder.Found> which,
      Instant knownFrom,
      List<Notice> told,
      List<InputFolder.Found> leftOut) {
    int taken = 0;
    for (Map.Entry<InputFolder.Found, BasicFileAttributes> each : seen.entrySet()) {
      if (which.test(each.getKey())) {
        taken += receive(each.getKey(), each.getValue(), knownFrom, told, leftOut);
      }
    }
    return taken;
  }

  /** What people laid on file, and the night cannot use. */
  private static List<Notice> faults(Inputs onFile) {
    List<Notice> faults = new ArrayList<>();
    onFile.faults().forEach(fault -> faults.add(new Notice(Kind.NEEDS_A_PERSON, fault)));
    onFile.registers().stream()
        .flatMap(register -> register.value().rejected().stream())
        .forEach(
            row ->
                faults.add(new Notice(Kind.NEEDS_A_PERSON, row.line().withoutNames().message())));
    return faults;
  }

  private static void tellLedgersOfNobody(Inputs onFile, List<Notice> told) {
    onFile.ledgers().stream()
        .filter(ledger -> onFile.body(ledger.owner()).isEmpty())
        .forEach(
            ledger ->
                told.add(
                    new Notice(
                        Kind.NEEDS_A_PERSON,
                        "%s: no body '%s' is on file; lay bodies/%s.yaml in the input"
                            .formatted(ledger.path(), ledger.owner(), ledger.owner()))));
  }

  /** Whether a run, otherwise done, found no room for some file: it is worth another. */
  static boolean leftFilesOut(JobExecution run) {
    return run.getExecutionContext().getInt(LEFT_OUT, 0) > 0;
  }

  /** Each file as first seen, in order; returns once none was written to a moment ago. */
  private Map<InputFolder.Found, BasicFileAttributes> watched(List<InputFolder.Found> files)
      throws IOException {
    Map<InputFolder.Found, BasicFileAttributes> atFirst = new LinkedHashMap<>();
    Instant youngest = Instant.MIN;
    for (InputFolder.Found file : files) {
      BasicFileAttributes seen = Files.readAttributes(file.file(), BasicFileAttributes.class);
      atFirst.put(file, seen);
      Instant written = seen.lastModifiedTime().toInstant();
      youngest = written.isAfter(youngest) ? written : youngest;
    }
    Duration wait = Duration.between(archive.fileTime(), youngest.plus(QUIET));
    if (!files.isEmpty() && !wait.isNegative()) {
      sleep(wait.compareTo(QUIET) > 0 ? QUIET : wait);
    }
    return atFirst;
  }

  private static void sleep(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for files to be whole", stopped);
    }
  }

  /** How many files it makes that were not on file before. */
  private int receive(
      InputFolder.Found file,
      BasicFileAttributes seen,
      Instant knownFrom,
      List<Notice> told,
      List<InputFolder.Found> leftOut) {
    try {
      Archive.Stored stored = archive.store(file.file(), seen);
      String kind = file.kind().name();
      try (Archive.Original original = archive.open(stored.digest())) {
        if (file.kind() == InputFolder.Kind.LEDGER
            && ZippedLedgers.isZip(original.file(), file.path())
            && unpack(file, original.file(), knownFrom, told)) {
          kind = ReceivedFiles.ZIP;
        }
      }
      return register(kind, file.owner(), file.path(), stored, knownFrom, told);
    } catch (Archive.StillGrowingException growing) {
      told.add(new Notice(Kind.NEEDS_A_PERSON, file.path() + ": " + growing.getMessage()));
    } catch (Archive.NotStoredException full) {
      leftOut.add(file);
      told.add(new Notice(Kind.NEEDS_A_PERSON, file.path() + ": " + full.getMessage()));
    } catch (AccessDeniedException denied) {
      told.add(
          new Notice(
              Kind.NEEDS_A_PERSON,
              file.path() + ": may not be read; give this account the right to read it"));
    } catch (IOException fault) {
      told.add(new Notice(Kind.NEEDS_A_PERSON, unreadable(file.path(), fault)));
    }
    return 0;
  }

  private int register(
      String kind,
      String owner,
      String path,
      Archive.Stored stored,
      Instant knownFrom,
      List<Notice> told) {
    List<ReceivedFile> before = received.historyOf(path);
    if (!before.isEmpty()
        && before.get(before.size() - 1).digest().equals(stored.digest())
        && before.get(before.size() - 1).kind().equals(kind)) {
      return 0;
    }
    received.add(
        new ReceivedFile(
            kind, owner, path, stored.digest(), stored.bytes(), knownFrom, clock.instant()));
    if (!before.isEmpty()) {
      told.add(
          new Notice(
              Kind.TOLD,
              "%s: replaces the copy received at %s, which stays in the archive"
                  .formatted(path, before.get(before.size() - 1).recordedAt())));
    }
    return 1;
  }

  /**
   * Each file in a zip of exports is received as an export of its own.
   *
   * @return false if it is refused, and told: it then stays an export that nobody can read
   */
  private boolean unpack(InputFolder.Found zip, Path original, Instant knownFrom, List<Notice> told)
      throws IOException {
    Path desk = Files.createTempDirectory("spend-returns-");
    try {
      for (ZippedLedgers.Unpacked file : ZippedLedgers.unpack(original, zip.path(), desk)) {
        if (file.name().length() > PATH_AT_MOST) {
          throw new SetAsideException(
              SetAsideException.Kind.TOO_LARGE,
              "%s: holds a name of more than %,d characters; unpack it by hand"
                  .formatted(zip.path(), PATH_AT_MOST));
        }
        Archive.Stored stored = archive.store(file.file());
        register("LEDGER", zip.owner(), file.name(), stored, knownFrom, told);
      }
      return true;
    } catch (SetAsideException refused) {
      told.add(new Notice(Kind.NEEDS_A_PERSON, String.valueOf(refused.getMessage())));
      return false;
    } finally {
      FileSystemUtils.deleteRecursively(desk);
    }
  }

  private static String unreadable(String path, IOException fault) {
    return "%s: could not be taken into the archive: %s".formatted(path, fault.getMessage());
  }
}
