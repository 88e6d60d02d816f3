package org.spendreturns.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.spendreturns.intake.LedgerFile;
import org.spendreturns.intake.LedgerSettings;
import org.spendreturns.intake.RulebookFile;
import org.spendreturns.intake.SetAsideException;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.EditionComparison;
import org.spendreturns.rulebook.Overlay;
import org.spendreturns.rulebook.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A rulebook's edition, looked at before it is adopted. */
@Command(
    name = "rulebook",
    mixinStandardHelpOptions = true,
    description = "Checks an edition of a rulebook, and shows what it does to ledgers.")
final class RulebookCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say rulebook check, diff or stats.");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Reads an edition and runs its examples; every fault is named.")
  int check(@Parameters(paramLabel = "FILE", description = "The edition.") Path file) {
    Rulebook rulebook = RulebookFile.read(file);
    print(
        "%s: sound; %d rules, %d providers, in force from %s, digest %.12s"
            .formatted(
                rulebook.name(),
                rulebook.rules().size(),
                rulebook.providers().size(),
                rulebook.inForceFrom(),
                rulebook.digest()));
    return ExitCode.DONE;
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = "What changes between two editions, and which lines of these ledgers it moves.")
  int diff(
      @Parameters(index = "0", paramLabel = "OLD", description = "The edition in force.") Path old,
      @Parameters(index = "1", paramLabel = "NEW", description = "The one to adopt.") Path changed,
      @Parameters(index = "2..*", arity = "0..*", paramLabel = "LEDGER", description = "Exports.")
          List<Path> ledgers) {
    Classifier before = RulebookFile.ready(old);
    Classifier after = RulebookFile.ready(changed);
    new EditionComparison(before, after).changes().forEach(this::print);
    long[] counts = new long[2];
    for (Path ledger : orNone(ledgers)) {
      Overlay body = Overlay.inRegion(ScanCommand.bodyOf(ledger));
      EditionComparison comparison =
          new EditionComparison(before.forBody(body), after.forBody(body));
      read(
          ledger,
          line -> {
            counts[0]++;
            Optional<EditionComparison.Change> change = comparison.compare(line);
            change.ifPresent(
                moved -> {
                  counts[1]++;
                  print(moved.toString());
                });
          });
    }
    print("%,d of %,d lines get another answer".formatted(counts[1], counts[0]));
    return ExitCode.DONE;
  }

  @Command(
      name = "stats",
      mixinStandardHelpOptions = true,
      description = "How many lines of these ledgers each rule decides, and their sum.")
  int stats(
      @Parameters(index = "0", paramLabel = "FILE", description = "The edition.") Path file,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "LEDGER", description = "Exports.")
          List<Path> ledgers) {
    Classifier classifier = RulebookFile.ready(file);
    Map<String, Tally> tallies = new TreeMap<>();
    for (Path ledger : ledgers) {
      Classifier ofBody = classifier.forBody(Overlay.inRegion(ScanCommand.bodyOf(ledger)));
      read(
          ledger,
          line -> {
            Classification answer = ofBody.classify(line.particulars(), line.date());
            if (!(answer.answer() instanceof Answer.NotTopic)) {
              String rule = answer.rules().isEmpty() ? "none" : answer.rules().get(0);
              tallies.merge(
                  rule + "  " + answer.answer().label(), new Tally(1, line.amount()), Tally::plus);
            }
          });
    }
    tallies.forEach(
        (rule, tally) ->
            print(
                "%-50s %,7d lines  %s".formatted(rule, tally.lines(), tally.amount().inPounds())));
    return ExitCode.DONE;
  }

  private static List<Path> orNone(List<Path> ledgers) {
    return Optional.ofNullable(ledgers).orElseGet(ArrayList::new);
  }

  private void read(Path ledger, Consumer<LedgerLine> each) {
    try (LedgerFile file =
        LedgerFile.open(ledger, String.valueOf(ledger.getFileName()), LedgerSettings.DEFAULT)) {
      for (Optional<Outcome> next = file.next(); next.isPresent(); next = file.next()) {
        if (next.get() instanceof Outcome.Accepted accepted) {
          each.accept(accepted.line());
        }
      }
    } catch (SetAsideException refused) {
      print("set aside: " + refused.getMessage());
    }
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
