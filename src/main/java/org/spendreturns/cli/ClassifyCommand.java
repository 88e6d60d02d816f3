package org.spendreturns.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Explanation;
import org.spendreturns.rulebook.NameProposals;
import org.spendreturns.rulebook.Overlay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One line's answer, and the path to it. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = "Answers for one line, given here in words, and tells the path to the answer.")
final class ClassifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RulebookOption rulebook = new RulebookOption();

  @Option(
      names = "--supplier",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "Who was paid.")
  private String supplier = "";

  @Option(
      names = "--description",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "What was bought.")
  private String description = "";

  @Option(
      names = "--cost-centre",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "Who bought it.")
  private String costCentre = "";

  @Option(
      names = "--expense-type",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "The ledger's kind of spend.")
  private String expenseType = "";

  @Option(
      names = "--heading",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "The fund or heading it stands under.")
  private String heading = "";

  @Option(
      names = "--body",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "The body's name or area, which tells providers of one name apart.")
  private String body = "";

  @Option(
      names = "--registration",
      defaultValue = "",
      paramLabel = "NUMBER",
      description = "The payee's charity or company number, if the ledger gives it.")
  private String registration = "";

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The line's date, 2014-10-01: a name counts while it was in use.")
  private @Nullable LocalDate on;

  @Override
  public Integer call() {
    Classifier classifier = rulebook.ready().forBody(Overlay.inRegion(body));
    Particulars line =
        new Particulars(
            supplier, "", registration, description, costCentre, expenseType, heading, "");
    PrintWriter out = spec.commandLine().getOut();
    Explanation.of(classifier, line, Optional.ofNullable(on)).forEach(out::println);
    new NameProposals(classifier.rulebook())
        .near(supplier)
        .forEach(
            near ->
                out.printf(
                    "Near in name, for a person to judge: %s (%s): %s%n",
                    near.name(), near.provider().id(), near.why()));
    out.flush();
    return ExitCode.DONE;
  }
}
