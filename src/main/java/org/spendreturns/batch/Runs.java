package org.spendreturns.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spendreturns.archive.InputFolder;
import org.spendreturns.archive.Shelf;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.returns.ExportDecision;
import org.spendreturns.returns.JointReturn;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Decisions;
import org.spendreturns.store.Editions;
import org.spendreturns.store.Editions.Address;
import org.spendreturns.store.Editions.IssuedFigure;
import org.spendreturns.store.ExportDecisions;
import org.spendreturns.store.NameDecisions;
import org.spendreturns.store.Notices;
import org.spendreturns.store.Notices.Notice;
import org.spendreturns.store.Scans;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;

/** The jobs of one installation, to be started, restarted and asked about. */
public final class Runs implements AutoCloseable {

  private final Home home;
  private final Clock clock;
  private final HomeLock lock;
  private final ConfigurableApplicationContext house;

  private Runs(Home home, Clock clock, HomeLock lock, ConfigurableApplicationContext house) {
    this.home = home;
    this.clock = clock;
    this.lock = lock;
    this.house = house;
  }

  /**
   * Opens an installation; the first time, it is made.
   *
   * @throws HomeLock.InUseException if another program has it open
   */
  public static Runs open(Home home, Clock clock) {
    HomeLock lock = HomeLock.take(home.root());
    try {
      return new Runs(home, clock, lock, BatchApplication.start(home, clock));
    } catch (RuntimeException fault) {
      lock.close();
      throw new IllegalStateException(root(fault).getMessage(), fault);
    }
  }

  /**
   * How a run ended.
   *
   * @param isDoneBefore whether there was nothing to do: the same run had been finished before
   * @param failure why it failed; empty if it is complete
   * @param notices what it has to tell
   */
  public record Ended(boolean isDoneBefore, Optional<String> failure, List<Notice> notices) {
    /** Keeps its own copy. */
    public Ended {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Does the night's work on what lies in the input folder.
   *
   * @param asKnownAt the instant whose knowledge to use; empty for now
   * @param only the one return to make; empty for all that requests ask for
   * @throws IllegalArgumentException if the input folder is missing
   */
  public Ended nightly(Optional<Instant> asKnownAt, Optional<Address> only) {
    try {
      RunParameters asked =
          new RunParameters(
              new InputFolder(home.input()).digest(),
              decisionsTaken(),
              asKnownAt.orElseGet(clock::instant),
              asKnownAt.isPresent(),
              only,
              missingEditions(),
              0);
      return run(asked);
    } catch (IOException fault) {
      throw new IllegalStateException(
          "%s: cannot be read: %s".formatted(home.input(), fault.getMessage()), fault);
    }
  }

  private long decisionsTaken() {
    return house.getBean(Decisions.class).count()
        + house.getBean(ExportDecisions.class).count()
        + house.getBean(NameDecisions.class).count();
  }

  private Ended run(RunParameters first) {
    JobRepository runs = house.getBean(JobRepository.class);
    JobOperator operator = house.getBean(JobOperator.class);
    runs.findRunningJobExecutions(NightlyJob.NAME).forEach(operator::recover); // after a crash
    RunParameters asked = first;
    Optional<JobExecution> before = last(asked);
    while (before.isPresent() && isDone(before.get()) && ReceiveStep.leftFilesOut(before.get())) {
      asked = asked.next();
      before = last(asked);
    }
    if (before.isPresent() && isDone(before.get())) {
      return ended(before.get(), true);
    }
    JobParameters parameters = asked.toJobParameters();
    if (before.isPresent()) {
      Instant begun = RunParameters.of(before.get().getJobParameters()).asKnownAt();
      parameters = asked.at(begun).toJobParameters();
    }
    try {
      return ended(operator.start(house.getBean("nightly", Job.class), parameters), false);
    } catch (Exception refused) {
      throw new IllegalStateException("the run could not be started", refused);
    }
  }

  private Optional<JobExecution> last(RunParameters asked) {
    return Optional.ofNullable(
        house
            .getBean(JobRepository.class)
            .getLastJobExecution(NightlyJob.NAME, asked.toJobParameters()));
  }

  private static boolean isDone(JobExecution execution) {
    return execution.getStatus() == BatchStatus.COMPLETED;
  }

  private Ended ended(JobExecution execution, boolean isDoneBefore) {
    Optional<String> failure =
        execution.getStatus() == BatchStatus.COMPLETED
            ? Optional.empty()
            : Optional.of(reason(execution));
    List<Notice> notices = house.getBean(Notices.class).of(execution.getJobInstanceId());
    return new Ended(isDoneBefore, failure, notices);
  }

  private static String reason(JobExecution execution) {
    return execution.getAllFailureExceptions().stream()
        .map(Runs::root)
        .map(cause -> Optional.ofNullable(cause.getMessage()).orElse(cause.toString()))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** The innermost cause that speaks in this program's words; if none does, the innermost. */
  private static Throwable root(Throwable fault) {
    Throwable cause = fault;
    Optional<Throwable> own = Optional.empty();
    while (cause.getCause() != null) {
      own = isOwn(cause) ? Optional.of(cause) : own;
      cause = cause.getCause();
    }
    return isOwn(cause) ? cause : own.orElse(cause);
  }

  private static boolean isOwn(Throwable fault) {
    return fault.getClass().getName().startsWith("org.spendreturns.");
  }

  /**
   * Newest editions that are recorded and no longer on the shelf: the next run makes them again.
   */
  private String missingEditions() {
    Shelf shelf = new Shelf(home.returns());
    Editions editions = house.getBean(Editions.class);
    return editions.all().stream()
        .filter(entry -> editions.latest(entry.address()).filter(entry::equals).isPresent())
        .filter(entry -> !Files.exists(shelf.place(entry.address().toString(), entry.number())))
        .map(entry -> entry.address() + "/" + entry.number())
        .collect(Collectors.joining(" "));
  }

  /** The editions on record, oldest first in each return. */
  public List<Editions.Entry> editions() {
    return house.getBean(Editions.class).all();
  }

  /** The figures of an edition as issued, or empty if it is not on record. */
  public Optional<List<IssuedFigure>> figures(Address address, int number) {
    return house.getBean(Editions.class).figures(address, number);
  }

  /**
   * What an edition said, made again from what was on file then.
   *
   * @return empty if the edition is not on record, or if what can be made today says something else
   */
  public Optional<Return> again(Address address, int number) {
    return house
        .getBean(IssuedReturns.class)
        .again(address, number, clock.instant(), Wording.english());
  }

  /**
   * The returns of several bodies added, as the last run knew what is on file.
   *
   * @param years as {@code 2012-13..2014-15}
   * @throws IllegalArgumentException if a body or the topic's rulebook is not on file, or if it is
   *     not two bodies at least
   */
  public JointReturn joint(List<String> bodies, String topic, String years) {
    return house.getBean(IssuedReturns.class).joint(bodies, topic, years, clock.instant());
  }

  /**
   * An export on file, and how it was read for one topic.
   *
   * @param state {@code BALANCED} if its figures may be used; else why not is in the message
   * @param decisions what people decided about how it counts, withdrawals among it, oldest first
   */
  public record ExportAccount(
      String path,
      String digest,
      String body,
      String topic,
      String state,
      String message,
      ControlTotals totals,
      List<Rejected> rejected,
      List<Scans.DuplicateLine> duplicates,
      List<Scans.Note> notes,
      List<ExportDecision> decisions) {
    /** Keeps its own copies. */
    public ExportAccount {
      rejected = List.copyOf(rejected);
      duplicates = List.copyOf(duplicates);
      notes = List.copyOf(notes);
      decisions = List.copyOf(decisions);
    }
  }

  /** Every export on file with its account, by path. */
  public List<ExportAccount> exports() {
    return house.getBean(ExportAccounts.class).all(clock.instant());
  }

  /** What people decide about how exports count. */
  public ExportRulings exportRulings() {
    return new ExportRulings(
        house.getBean(ExportsToScan.class),
        house.getBean(ExportReader.class),
        house.getBean(Scans.class),
        house.getBean(ExportDecisions.class),
        clock);
  }

  /** Reviews of the lines of this installation. */
  public Reviews reviews() {
    return new Reviews(
        house.getBean(InputsOnFile.class),
        house.getBean(Filings.class),
        house.getBean(Decisions.class),
        house.getBean(NameDecisions.class),
        clock);
  }

  @Override
  public void close() {
    house.close();
    lock.close();
  }
}
