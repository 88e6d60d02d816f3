package org.spendreturns.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.spendreturns.batch.Runs;
import org.spendreturns.returns.Explanation;
import org.spendreturns.returns.Return;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A total as a tree. */
@Command(
    name = "explain-total",
    mixinStandardHelpOptions = true,
    description =
        "Shows a total of an edition as a tree: its years, their categories, and the agreements and"
            + " payments of each. The edition is made again from what was on file then.")
final class ExplainTotalCommand implements Callable<Integer> {

  private static final List<String> TOTALS = List.of("awarded.ALL.total", "paid.ALL.total");

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private HomeOptions where = new HomeOptions();
  @Mixin private EditionOption edition = new EditionOption();

  @Option(
      names = "--figure",
      paramLabel = "FIGURE",
      description = "The figures' ids, as paid.ALL.2014-15 (the totals of all years).")
  private List<String> figures = TOTALS;

  ExplainTotalCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    edition.address(); // a wrong one is told before anything is opened
    try (Runs runs = Runs.open(where.home(), clock)) {
      if (runs.figures(edition.address(), edition.number()).isEmpty()) {
        throw edition.notOnRecord(runs);
      }
      Return filing =
          runs.again(edition.address(), edition.number())
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "%s: edition %d was made by another version of the program and cannot be"
                                  .formatted(edition.address(), edition.number())
                              + " made again; trace shows what is recorded of it"));
      PrintWriter out = spec.commandLine().getOut();
      for (String figure : figures) {
        Explanation.of(filing, figure)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is no figure of this edition; trace lists them".formatted(figure)))
            .lines()
            .forEach(out::println);
      }
      out.flush();
      return ExitCode.DONE;
    }
  }
}
