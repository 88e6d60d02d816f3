package org.spendreturns.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spendreturns.batch.Runs;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.store.Editions.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One return, now. */
@Command(
    name = "return",
    mixinStandardHelpOptions = true,
    description = "Does what nightly does, and issues one return, asked for or not.")
final class ReturnCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private HomeOptions where = new HomeOptions();
  @Mixin private AttentionOption attention = new AttentionOption();

  @Option(
      names = "--body",
      required = true,
      paramLabel = "BODY",
      description = "The body, by the name of its file in bodies/.")
  private String body = "";

  @Option(
      names = "--topic",
      required = true,
      paramLabel = "TOPIC",
      description = "The topic, by the name of its folder in rulebooks/.")
  private String topic = "";

  @Option(
      names = "--years",
      required = true,
      paramLabel = "YEARS",
      description = "Financial years, as 2014-15 or 2012-13..2014-15.")
  private String years = "";

  @Option(
      names = "--as-known-at",
      paramLabel = "INSTANT",
      description = "Use only what was on file at this instant, as 2026-11-23T02:00:00Z (now).")
  private @Nullable Instant asKnownAt;

  ReturnCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Address address = new Address(body, topic, years());
    try (Runs runs = Runs.open(where.home(), clock)) {
      Runs.Ended ended = runs.nightly(Optional.ofNullable(asKnownAt), Optional.of(address));
      return new RunReport(spec.commandLine()).print(ended, attention.code());
    }
  }

  private String years() {
    try {
      return FinancialYear.writeRange(FinancialYear.parseRange(years));
    } catch (IllegalArgumentException fault) {
      throw new ParameterException(spec.commandLine(), "--years: " + fault.getMessage(), fault);
    }
  }
}
