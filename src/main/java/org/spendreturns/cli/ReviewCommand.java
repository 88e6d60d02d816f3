package org.spendreturns.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.spendreturns.batch.Reviews;
import org.spendreturns.batch.Reviews.By;
import org.spendreturns.batch.Runs;
import org.spendreturns.intake.ReviewList;
import org.spendreturns.rulebook.Decision;
import org.spendreturns.rulebook.ReviewQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the rules could not settle, and people do. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description =
        "Shows what waits for a person's decision, one group a supplier and reason, and takes"
            + " decisions. The next nightly uses them.")
final class ReviewCommand implements Runnable {

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  ReviewCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say review list, decide, withdraw, export or import.");
  }

  /** Whose lines. */
  static final class Of {
    @Mixin private HomeOptions where = new HomeOptions();

    @Option(names = "--body", required = true, paramLabel = "BODY", description = "The body.")
    private String body = "";

    @Option(
        names = "--topic",
        defaultValue = "sexual-violence",
        paramLabel = "TOPIC",
        description = "The topic (${DEFAULT-VALUE}).")
    private String topic = "sexual-violence";
  }

  /** Who decides, and on what. */
  static final class Grounds {
    @Option(names = "--who", required = true, paramLabel = "NAME", description = "Who decides.")
    private String who = "";

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why.")
    private String why = "";

    @Option(
        names = "--source",
        defaultValue = "",
        paramLabel = "TEXT",
        description = "The paper it rests on; needed for shares.")
    private String source = "";

    By by() {
      return new By(who, why, source);
    }
  }

  /** Something to do with the reviews of an installation. */
  private interface Work {
    int with(Reviews reviews, PrintWriter out) throws IOException;
  }

  private int review(Of of, Work work) throws IOException {
    try (Runs runs = Runs.open(of.where.home(), clock)) {
      PrintWriter out = spec.commandLine().getOut();
      int code = work.with(runs.reviews(), out);
      out.flush();
      return code;
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "The open groups, the largest sum first, then the decisions taken.")
  int list(@Mixin Of of) throws IOException {
    return review(
        of,
        (reviews, out) -> {
          for (ReviewQueue.Group group : reviews.open(of.body, of.topic)) {
            out.printf(
                "%s  [%s]  %s, %s to %s, %s%n  %s%n",
                group.shown(),
                group.reason(),
                group.lines().size() == 1 ? "1 line" : group.lines().size() + " lines",
                group.first(),
                group.last(),
                group.amount().inPounds(),
                group.question());
            group
                .lines()
                .forEach(
                    line ->
                        out.printf(
                            "    %s  %s%n", line.line().at(), line.line().amount().inPounds()));
          }
          reviews.decisions(of.body, of.topic).forEach(decision -> print(decision, out));
          return reviews.open(of.body, of.topic).isEmpty()
              ? ExitCode.DONE
              : ExitCode.NEEDS_A_PERSON;
        });
  }

  private static String words(Decision.Scope scope) {
    return scope instanceof Decision.Scope.OfGroup group
        ? "%s [%s]".formatted(group.supplier(), group.reason())
        : ((Decision.Scope.OfLine) scope).at().toString();
  }

  private static void print(Decision decision, PrintWriter out) {
    String what =
        decision instanceof Decision.Settles settles
            ? words(settles.scope()) + " is " + settles.verdict().written()
            : "takes back " + ((Decision.Withdraws) decision).withdrawn();
    out.printf(
        "%s  %s  %s: %s (%s)%n",
        decision.id(),
        decision.grounds().when(),
        decision.grounds().who(),
        what,
        decision.grounds().reason());
  }

  @Command(
      name = "decide",
      mixinStandardHelpOptions = true,
      description = "Settles an open group, for past lines and those to come.")
  int decide(
      @Mixin Of of,
      @Mixin Grounds grounds,
      @Option(
              names = "--supplier",
              required = true,
              paramLabel = "NAME",
              description = "The supplier, as review list shows it.")
          String supplier,
      @Option(
              names = "--reason",
              defaultValue = "",
              paramLabel = "RULES",
              description = "The group's reason, if the supplier has several.")
          String reason,
      @Option(
              names = "--answer",
              required = true,
              paramLabel = "ANSWER",
              description =
                  "A category, NOT_BROKEN_DOWN, NOT_TOPIC, or shares like 'ADVOCACY 60;"
                      + " FACE_TO_FACE 40'.")
          String answer)
      throws IOException {
    return review(
        of,
        (reviews, out) -> {
          Decision decision =
              reviews.decide(of.body, of.topic, supplier, reason, answer, grounds.by());
          print(decision, out);
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description = "Takes a decision back; the decision and its withdrawal both stay on record.")
  int withdraw(
      @Mixin Of of,
      @Mixin Grounds grounds,
      @Parameters(paramLabel = "DECISION", description = "As D-0007.") String id)
      throws IOException {
    return review(
        of,
        (reviews, out) -> {
          print(reviews.withdraw(of.body, of.topic, id, grounds.by()), out);
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes the open groups to a CSV to be filled in with a spreadsheet.")
  int export(@Mixin Of of, @Parameters(paramLabel = "FILE", description = "The CSV.") Path file)
      throws IOException {
    return review(
        of,
        (reviews, out) -> {
          Files.writeString(file, reviews.list(of.body, of.topic), StandardCharsets.UTF_8);
          out.println(file + ": fill in answer, who and why, then review import");
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Takes in a filled CSV: sound rows are decided, each faulty one is refused.")
  int takeIn(@Mixin Of of, @Parameters(paramLabel = "FILE", description = "The CSV.") Path file)
      throws IOException {
    return review(
        of,
        (reviews, out) -> {
          ReviewList.Decided decided = reviews.takeIn(of.body, of.topic, file);
          decided.decisions().forEach(decision -> print(decision, out));
          decided.refused().forEach(refused -> out.println("refused: " + refused));
          return decided.refused().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
        });
  }
}
