package org.spendreturns.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.spendreturns.batch.Reviews;
import org.spendreturns.batch.Reviews.By;
import org.spendreturns.batch.Runs;
import org.spendreturns.returns.NameDecision;
import org.spendreturns.returns.WithheldName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Names of payees that returns withhold, for those who decide of them. */
@Command(
    name = "names",
    mixinStandardHelpOptions = true,
    description =
        "Shows whose names a body's returns withhold and why, and takes decisions. The next nightly"
            + " uses them.")
final class NamesCommand implements Runnable {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  NamesCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say names list or names decide.");
  }

  /** What may become of a name. */
  enum Answer {
    /** It is an individual's, and stays in the house. */
    WITHHOLD,
    /** It is an organisation's, and is published. */
    TELL
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "The names withheld, the largest sum first, then what was decided of names.")
  int list(
      @Mixin HomeOptions home,
      @Option(names = "--body", required = true, paramLabel = "BODY", description = "The body.")
          String body,
      @Option(
              names = "--topic",
              defaultValue = "sexual-violence",
              paramLabel = "TOPIC",
              description = "The topic (${DEFAULT-VALUE}).")
          String topic) {
    try (Runs runs = Runs.open(home.home(), clock)) {
      PrintWriter out = spec.commandLine().getOut();
      Reviews reviews = runs.reviews();
      List<WithheldName> withheld = reviews.withheldNames(body, topic);
      for (WithheldName name : withheld) {
        out.printf(
            "%s  %s  %s  (%s)%n", name.supplier(), name.reason(), where(name), name.decided());
      }
      if (withheld.isEmpty()) {
        out.println("no name is withheld");
      }
      reviews.nameDecisions(body).forEach(decision -> print(decision, out));
      out.flush();
      return ExitCode.DONE;
    }
  }

  private static String where(WithheldName name) {
    List<String> places = new ArrayList<>();
    if (name.lines() > 0) {
      places.add(name.lines() == 1 ? "1 line" : name.lines() + " lines");
      places.add(name.amount().inPounds());
    }
    if (name.rows() > 0) {
      places.add(name.rows() == 1 ? "1 row of the register" : name.rows() + " rows of registers");
    }
    return String.join(", ", places);
  }

  @Command(
      name = "decide",
      mixinStandardHelpOptions = true,
      description = "Decides whether a payee's name is told; the newest decision holds.")
  int decide(
      @Mixin HomeOptions home,
      @Option(names = "--body", required = true, paramLabel = "BODY", description = "The body.")
          String body,
      @Option(
              names = "--supplier",
              required = true,
              paramLabel = "NAME",
              description = "The payee, as names list shows it.")
          String supplier,
      @Option(
              names = "--answer",
              required = true,
              paramLabel = "ANSWER",
              description = "${COMPLETION-CANDIDATES}.")
          Answer answer,
      @Option(names = "--who", required = true, paramLabel = "NAME", description = "Who decides.")
          String who,
      @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why.")
          String why) {
    try (Runs runs = Runs.open(home.home(), clock)) {
      PrintWriter out = spec.commandLine().getOut();
      print(
          runs.reviews()
              .decideName(body, supplier, answer == Answer.WITHHOLD, new By(who, why, "")),
          out);
      out.flush();
      return ExitCode.DONE;
    }
  }

  private static void print(NameDecision decision, PrintWriter out) {
    out.printf(
        "%s  %s  %s: the name %s is %s (%s)%n",
        decision.id(),
        decision.when(),
        decision.who(),
        decision.supplier(),
        decision.isWithheld() ? "withheld" : "told",
        decision.why());
  }
}
