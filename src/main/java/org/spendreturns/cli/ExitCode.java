package org.spendreturns.cli;

/** What the program's exit code says to the scheduler that called it. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int NEEDS_A_PERSON = 3;

  private ExitCode() {}
}
