package org.spendreturns.batch;

import java.time.Instant;
import java.util.Optional;
import org.spendreturns.store.Editions.Address;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;

/**
 * What a run is told. The same identifying parameters are the same run: done once, and restarted
 * where it failed.
 *
 * @param onFile digest of the input folder's contents; identifying
 * @param decisions how many decisions people have taken; identifying
 * @param asKnownAt the instant whose knowledge the run uses; identifying only if it was asked for
 * @param only the one return to make; empty for every return that a request asks for; identifying
 * @param missing editions that are recorded and no longer on the shelf; identifying
 * @param again how many runs of the same had to leave out files that there was no room for;
 *     identifying
 */
record RunParameters(
    String onFile,
    long decisions,
    Instant asKnownAt,
    boolean isAskedInstant,
    Optional<Address> only,
    String missing,
    long again) {

  private static final String ON_FILE = "onFile";
  private static final String DECISIONS = "decisions";
  private static final String AS_KNOWN_AT = "asKnownAt";
  private static final String ASKED_INSTANT = "askedInstant";
  private static final String ONLY = "return";
  private static final String MISSING = "missing";
  private static final String AGAIN = "again";
  private static final String SOFTWARE = "software";

  JobParameters toJobParameters() {
    JobParametersBuilder parameters =
        new JobParametersBuilder()
            .addString(ON_FILE, onFile)
            .addLong(DECISIONS, decisions)
            .addString(AS_KNOWN_AT, asKnownAt.toString(), isAskedInstant)
            .addString(SOFTWARE, Software.NAME);
    if (isAskedInstant) {
      parameters.addString(ASKED_INSTANT, "yes");
    }
    only.ifPresent(address -> parameters.addString(ONLY, address.toString()));
    if (!missing.isEmpty()) {
      parameters.addString(MISSING, missing);
    }
    if (again > 0) {
      parameters.addLong(AGAIN, again);
    }
    return parameters.toJobParameters();
  }

  static RunParameters of(JobParameters parameters) {
    return new RunParameters(
        text(parameters, ON_FILE),
        Optional.ofNullable(parameters.getLong(DECISIONS)).orElse(0L),
        Instant.parse(text(parameters, AS_KNOWN_AT)),
        !text(parameters, ASKED_INSTANT).isEmpty(),
        Optional.of(text(parameters, ONLY))
            .filter(address -> !address.isEmpty())
            .map(Address::parse),
        text(parameters, MISSING),
        Optional.ofNullable(parameters.getLong(AGAIN)).orElse(0L));
  }

  static RunParameters of(ChunkContext step) {
    return of(step.getStepContext().getStepExecution().getJobParameters());
  }

  /** The run's number: one for all the attempts that restart it. */
  static long runId(ChunkContext step) {
    return step.getStepContext().getStepExecution().getJobExecution().getJobInstanceId();
  }

  RunParameters at(Instant other) {
    return new RunParameters(onFile, decisions, other, isAskedInstant, only, missing, again);
  }

  /** The run after this one on the same input. */
  RunParameters next() {
    return new RunParameters(
        onFile, decisions, asKnownAt, isAskedInstant, only, missing, again + 1);
  }

  private static String text(JobParameters parameters, String name) {
    String value = parameters.getString(name);
    return value == null ? "" : value;
  }
}
