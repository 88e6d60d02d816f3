package org.spendreturns.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spendreturns.batch.Runs;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Wording;
import org.spendreturns.store.Editions.Address;
import org.spendreturns.store.Editions.IssuedFigure;
import org.spendreturns.store.Editions.IssuedPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A figure, walked back to the lines it was made from. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description =
        "Shows what a figure of an edition was made from: file, line, rule and words. Without"
            + " --figure, lists the edition's figures.")
final class TraceCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private HomeOptions where = new HomeOptions();

  @Mixin private EditionOption edition = new EditionOption();

  @Option(
      names = "--figure",
      paramLabel = "FIGURE",
      description = "The figure's id, as paid.FORENSIC.2014-15.")
  private @Nullable String figure;

  TraceCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Address address = edition.address();
    int number = edition.number();
    try (Runs runs = Runs.open(where.home(), clock)) {
      List<IssuedFigure> figures =
          runs.figures(address, number).orElseThrow(() -> edition.notOnRecord(runs));
      print(figures);
      return ExitCode.DONE;
    }
  }

  private void print(List<IssuedFigure> figures) {
    PrintWriter out = spec.commandLine().getOut();
    if (figure == null) {
      figures.forEach(each -> out.printf("%-60s %s%n", each.id(), each.words()));
      out.flush();
      return;
    }
    Map<String, IssuedFigure> byId = new LinkedHashMap<>();
    figures.forEach(each -> byId.put(each.id(), each));
    IssuedFigure asked = byId.get(figure);
    if (asked == null) {
      throw new IllegalArgumentException(
          "'%s' is no figure of this edition; list them by leaving --figure out".formatted(figure));
    }
    print(asked, "", byId, out);
    out.flush();
  }

  private static void print(
      IssuedFigure figure, String indent, Map<String, IssuedFigure> byId, PrintWriter out) {
    out.printf("%s%s = %s%n", indent, figure.id(), figure.words());
    out.printf("%s  %s%n", indent, figure.formula());
    for (IssuedPart part : figure.parts()) {
      IssuedFigure other = byId.get(part.reference());
      if (part.kind().equals("FIGURE") && other != null) {
        print(other, indent + "  ", byId, out);
      } else {
        out.printf("%s  %s%n", indent, words(part));
      }
    }
  }

  private static String words(IssuedPart part) {
    Long pence = part.pence();
    String place = part.sheet().isEmpty() ? part.file() : part.file() + ":" + part.sheet();
    return "%s:%d  %s  %s  [%s]  sha256 %.12s"
        .formatted(
            place,
            part.line(),
            pence == null ? "" : Wording.english().money(new Money(pence)),
            part.reference(),
            part.rule(),
            part.fileDigest());
  }
}
