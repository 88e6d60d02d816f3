package org.spendreturns.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import org.spendreturns.batch.Runs;
import org.spendreturns.batch.Runs.ExportAccount;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.store.Scans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The exports on file, each with the account of its lines. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Shows the ledger exports on file and what became of each of their lines.")
final class ExportCommand implements Runnable {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  ExportCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say export list, or export show FILE.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "One line for each export: its lines, what became of them, and their sum.")
  int list(@Mixin HomeOptions where) {
    PrintWriter out = spec.commandLine().getOut();
    for (ExportAccount export : exports(where)) {
      out.printf(
          "%-10s %s  %s  %s%n", export.state(), export.path(), account(export), export.message());
    }
    out.flush();
    return ExitCode.DONE;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description =
          "An export in full: by financial year and month, and every rejected line with its reason.")
  int show(
      @Mixin HomeOptions where,
      @Parameters(paramLabel = "FILE", description = "Its path, or its name.") String file) {
    List<ExportAccount> found =
        exports(where).stream()
            .filter(export -> export.path().equals(file) || export.path().endsWith("/" + file))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: is not on file; export list names those that are".formatted(file));
    }
    found.forEach(this::print);
    return ExitCode.DONE;
  }

  private List<ExportAccount> exports(HomeOptions where) {
    try (Runs runs = Runs.open(where.home(), clock)) {
      return runs.exports();
    }
  }

  private void print(ExportAccount export) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s (%s, %s)%n", export.path(), export.body(), export.topic());
    out.printf("sha256 %s%n", export.digest());
    out.printf("%s %s%n", export.state(), export.message());
    out.println(account(export));
    ControlTotals totals = export.totals();
    out.printf(
        "beside the lines: %,d preamble, %,d column names, %,d totals%n",
        totals.preamble(), totals.headers(), totals.totalRows());
    totals.byYear().forEach((year, tally) -> out.printf("  %s  %s%n", year, words(tally)));
    totals.byMonth().forEach((month, tally) -> out.printf("    %s  %s%n", month, words(tally)));
    totals
        .rejectedBy()
        .forEach((reason, count) -> out.printf("  rejected, %s: %,d%n", reason, count));
    export.rejected().forEach(line -> out.println("    " + line.message()));
    for (Scans.DuplicateLine line : export.duplicates()) {
      out.printf(
          "    %s  %s  £%s: counted as %s%n",
          line.at(), line.date(), Words.pounds(line.amount().pence()), line.first());
    }
    export.notes().forEach(note -> out.println("  note: " + note.message()));
    out.flush();
  }

  private static String account(ExportAccount export) {
    ControlTotals totals = export.totals();
    return "%,d lines = %,d accepted + %,d rejected + %,d duplicate + %,d blank; £%s"
        .formatted(
            totals.lines(),
            totals.accepted(),
            totals.rejected(),
            totals.duplicates(),
            totals.blank(),
            Words.pounds(totals.amount().pence()));
  }

  private static String words(ControlTotals.Tally tally) {
    return "%,d lines  £%s".formatted(tally.lines(), Words.pounds(tally.amount().pence()));
  }
}
