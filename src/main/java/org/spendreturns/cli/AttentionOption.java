package org.spendreturns.cli;

import picocli.CommandLine.Option;

/** For callers to whom every exit code but 0 is a failure. */
final class AttentionOption {

  @Option(
      names = "--attention-code",
      paramLabel = "CODE",
      defaultValue = "3",
      description = "The exit code if something needs a person (${DEFAULT-VALUE}).")
  private int code = ExitCode.NEEDS_A_PERSON;

  int code() {
    return code;
  }
}
