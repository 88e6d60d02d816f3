package org.spendreturns;

import java.time.Clock;
import org.spendreturns.cli.SpendReturnsCommand;

/** The program's beginning. */
public final class SpendReturns {

  private SpendReturns() {}

  /** Carries out the command line, and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(SpendReturnsCommand.run(Clock.systemUTC(), arguments));
  }
}
