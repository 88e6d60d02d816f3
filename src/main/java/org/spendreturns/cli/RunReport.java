package org.spendreturns.cli;

import java.io.PrintWriter;
import java.util.List;
import org.spendreturns.batch.Runs;
import org.spendreturns.store.Notices.Kind;
import org.spendreturns.store.Notices.Notice;
import picocli.CommandLine;

/** What a run says to the person, or the log, that started it. */
final class RunReport {

  private final PrintWriter out;
  private final PrintWriter err;

  RunReport(CommandLine line) {
    this.out = line.getOut();
    this.err = line.getErr();
  }

  /**
   * Prints it; of a run that failed, what it found before and, last, why it failed.
   *
   * @param attentionCode the exit code if something needs a person
   * @return the exit code
   */
  int print(Runs.Ended ended, int attentionCode) {
    if (ended.isDoneBefore()) {
      out.println("Nothing new in the input folder: nothing was done again. The last run said:");
    }
    ended.notices().stream()
        .filter(notice -> notice.kind() == Kind.TOLD)
        .forEach(notice -> out.println(notice.message()));
    List<Notice> open =
        ended.notices().stream().filter(notice -> notice.kind() == Kind.NEEDS_A_PERSON).toList();
    if (!open.isEmpty()) {
      out.printf("%nNeeds a person (%d):%n", open.size());
      open.forEach(notice -> out.println("  " + notice.message()));
    }
    out.flush();
    if (ended.failure().isPresent()) {
      err.println(ended.failure().get());
      err.println("Failed: mend the cause and run it again; it goes on where it stopped.");
      err.flush();
      return ExitCode.FAILED;
    }
    return open.isEmpty() ? ExitCode.DONE : attentionCode;
  }
}
