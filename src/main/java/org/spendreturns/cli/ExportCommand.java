package org.spendreturns.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spendreturns.batch.ExportRulings;
import org.spendreturns.batch.Reviews.By;
import org.spendreturns.batch.Runs;
import org.spendreturns.batch.Runs.ExportAccount;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.returns.ExportDecision;
import org.spendreturns.returns.ExportDecision.Rules;
import org.spendreturns.returns.ExportDecision.Ruling;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Scans;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The exports on file, each with the account of its lines. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Shows the ledger exports on file and what became of each of their lines, and takes"
            + " decisions on how they count.")
final class ExportCommand implements Runnable {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  ExportCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say export list, show, decide or withdraw.");
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
    if (!isUnknown(export)) {
      print(export.totals(), out);
    }
    export.rejected().forEach(line -> out.println("    " + line.message()));
    for (Scans.DuplicateLine line : export.duplicates()) {
      out.printf(
          "    %s  %s  %s: counted as %s%n",
          line.at(), line.date(), line.amount().inPounds(), line.first());
    }
    export.notes().forEach(note -> out.println("  note: " + note.message()));
    export.decisions().forEach(decision -> out.println("  decision: " + words(decision)));
    out.flush();
  }

  private static void print(ControlTotals totals, PrintWriter out) {
    out.printf(
        "beside the lines: %,d preamble, %,d column names, %,d totals%n",
        totals.preamble(), totals.headers(), totals.totalRows());
    totals.byYear().forEach((year, tally) -> out.printf("  %s  %s%n", year, words(tally)));
    totals.byMonth().forEach((month, tally) -> out.printf("    %s  %s%n", month, words(tally)));
    totals
        .rejectedBy()
        .forEach((reason, count) -> out.printf("  rejected, %s: %,d%n", reason, count));
  }

  private static String words(ExportDecision decision) {
    String what =
        decision instanceof ExportDecision.Rules rules
            ? "%s; %s of %s"
                .formatted(
                    rules.said(Wording.english()),
                    rules.lines() == 1 ? "1 line" : "%,d lines".formatted(rules.lines()),
                    rules.amount().inPounds())
            : "takes back " + ((ExportDecision.Withdraws) decision).withdrawn();
    String source = decision.grounds().source();
    return "%s  %s  %s: %s (%s%s)"
        .formatted(
            decision.id(),
            decision.grounds().when(),
            decision.grounds().who(),
            what,
            decision.grounds().reason(),
            source.isEmpty() ? "" : "; " + source);
  }

  /** What is decided: one of these. */
  static final class Ruled {
    @Option(
        names = "--replaces",
        paramLabel = "OTHER",
        description = "It counts in the other's place.")
    private @Nullable String replaces;

    @Option(
        names = "--beside",
        paramLabel = "OTHER",
        description = "Both count in full: lines that stand in both are two payments each.")
    private @Nullable String beside;

    @Option(
        names = "--once-with",
        paramLabel = "OTHER",
        description = "Neither replaces the other; lines that stand in both count once.")
    private @Nullable String onceWith;

    @Option(
        names = "--two-payments",
        description = "The line that --line names is left out, and is a payment of its own.")
    private boolean isTwoPayments;

    @Option(
        names = "--one-payment",
        description =
            "Lines identical to one above them in the export, or the one that --line names, are"
                + " the same payment.")
    private boolean isOnePayment;
  }

  /** Which line. */
  static final class Place {
    @Option(names = "--line", required = true, paramLabel = "N", description = "Its number.")
    private long line = 1;

    @Option(
        names = "--sheet",
        defaultValue = "",
        paramLabel = "NAME",
        description = "Its sheet, in a workbook.")
    private String sheet = "";
  }

  @Command(
      name = "decide",
      mixinStandardHelpOptions = true,
      description =
          "Settles how an export, or a line of it, counts; it goes before what the lines show.")
  int decide(
      @Mixin HomeOptions where,
      @Mixin ReviewCommand.Grounds grounds,
      @Parameters(paramLabel = "FILE", description = "Its path, or its name.") String file,
      @ArgGroup(exclusive = true, multiplicity = "1") Ruled ruled,
      @ArgGroup(exclusive = false) @Nullable Place place) {
    try (Runs runs = Runs.open(where.home(), clock)) {
      Rules rules = decide(runs.exportRulings(), grounds.by(), file, ruled, place);
      print(rules);
    }
    return ExitCode.DONE;
  }

  private Rules decide(
      ExportRulings rulings, By by, String file, Ruled ruled, @Nullable Place place) {
    if (place != null && !ruled.isTwoPayments && !ruled.isOnePayment) {
      throw new ParameterException(
          spec.commandLine(), "--line goes with --two-payments or --one-payment.");
    }
    if (ruled.replaces != null) {
      return rulings.decide(file, Ruling.REPLACES, ruled.replaces, by);
    }
    if (ruled.beside != null) {
      return rulings.decide(file, Ruling.BESIDE, ruled.beside, by);
    }
    if (ruled.onceWith != null) {
      return rulings.decide(file, Ruling.ONCE, ruled.onceWith, by);
    }
    if (ruled.isOnePayment) {
      return rulings.onePayment(
          file, Optional.ofNullable(place).map(at -> new SourceRef(file, at.sheet, at.line)), by);
    }
    if (place == null) {
      throw new ParameterException(spec.commandLine(), "--two-payments needs --line.");
    }
    return rulings.twoPayments(file, place.sheet, place.line, by);
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = "Takes a decision back; the decision and its withdrawal both stay on record.")
  int withdraw(
      @Mixin HomeOptions where,
      @Mixin ReviewCommand.Grounds grounds,
      @Parameters(paramLabel = "DECISION", description = "As E-0007.") String id) {
    try (Runs runs = Runs.open(where.home(), clock)) {
      print(runs.exportRulings().withdraw(id, grounds.by()));
    }
    return ExitCode.DONE;
  }

  private void print(ExportDecision decision) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(words(decision));
    out.flush();
  }

  /** Whether nothing is known of its lines, for it was set aside. */
  private static boolean isUnknown(ExportAccount export) {
    return export.state().equals(Scans.State.SET_ASIDE.name());
  }

  private static String account(ExportAccount export) {
    if (isUnknown(export)) {
      return "not read";
    }
    ControlTotals totals = export.totals();
    return "%,d lines = %,d accepted + %,d rejected + %,d duplicate + %,d blank; %s"
        .formatted(
            totals.lines(),
            totals.accepted(),
            totals.rejected(),
            totals.duplicates(),
            totals.blank(),
            totals.amount().inPounds());
  }

  private static String words(ControlTotals.Tally tally) {
    return "%,d lines  %s".formatted(tally.lines(), tally.amount().inPounds());
  }
}
