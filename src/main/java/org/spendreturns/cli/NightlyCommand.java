package org.spendreturns.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spendreturns.batch.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The night's work. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description =
        "Receives what lies in the input folder, reads and classifies every line, reconciles, and"
            + " issues a new edition of each return that has changed. Running it again does nothing"
            + " twice.")
final class NightlyCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private HomeOptions where = new HomeOptions();
  @Mixin private AttentionOption attention = new AttentionOption();

  @Option(
      names = "--as-known-at",
      paramLabel = "INSTANT",
      description = "Use only what was on file at this instant, as 2026-11-23T02:00:00Z (now).")
  private @Nullable Instant asKnownAt;

  NightlyCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    try (Runs runs = Runs.open(where.home(), clock)) {
      Runs.Ended ended = runs.nightly(Optional.ofNullable(asKnownAt), Optional.empty());
      return new RunReport(spec.commandLine()).print(ended, attention.code());
    }
  }
}
