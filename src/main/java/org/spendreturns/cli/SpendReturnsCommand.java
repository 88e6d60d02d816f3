package org.spendreturns.cli;

import java.io.PrintWriter;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spendreturns.batch.HomeLock;
import org.spendreturns.batch.Software;
import org.spendreturns.intake.FaultyInputException;
import org.spendreturns.intake.SetAsideException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program as a finance officer calls it. */
@Command(
    name = "spend-returns",
    mixinStandardHelpOptions = true,
    version = Software.NAME,
    description =
        "Reads a public body's ledgers and contract registers, and issues transparency returns in"
            + " which every figure can be walked back to a line of a file.",
    subcommands = {
      NightlyCommand.class,
      ReturnCommand.class,
      TraceCommand.class,
      ExplainTotalCommand.class,
      JointCommand.class,
      ExportCommand.class,
      ReviewCommand.class,
      NamesCommand.class,
      ScanCommand.class,
      LayoutCommand.class,
      ClassifyCommand.class,
      EvaluateCommand.class,
      RulebookCommand.class,
      GateCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed; what was being issued was not issued",
      "2:the command was not understood",
      "3:done, and something needs a person: a file set aside, a line rejected or for review"
    })
public final class SpendReturnsCommand implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(SpendReturnsCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * Carries out a command line.
   *
   * @param clock tells the present instant
   * @return the exit code
   */
  public static int run(Clock clock, String... arguments) {
    return run(new CommandLine(new SpendReturnsCommand(), new Commands(clock)), arguments);
  }

  /** The same, speaking to these instead of the console. */
  static int run(Clock clock, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new SpendReturnsCommand(), new Commands(clock));
    return run(line.setOut(out).setErr(err), arguments);
  }

  private static int run(CommandLine line, String... arguments) {
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> {
          PrintWriter err = command.getErr();
          if (isForThePerson(fault)) {
            err.println(fault.getMessage());
          } else {
            err.printf("A fault of the program, please report it: %s%n", fault);
            LOG.error("a command failed", fault);
          }
          err.flush();
          return ExitCode.FAILED;
        });
    return line.execute(arguments);
  }

  private static boolean isForThePerson(Exception fault) {
    return fault instanceof FaultyInputException
        || fault instanceof SetAsideException
        || fault instanceof IllegalArgumentException
        || fault instanceof IllegalStateException
        || fault instanceof HomeLock.InUseException;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing; see below.");
  }

  /** Makes the commands, giving each that wants one the clock. */
  record Commands(Clock clock) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> kind) throws Exception {
      if (kind == NightlyCommand.class) {
        return kind.cast(new NightlyCommand(clock));
      }
      if (kind == ReturnCommand.class) {
        return kind.cast(new ReturnCommand(clock));
      }
      if (kind == TraceCommand.class) {
        return kind.cast(new TraceCommand(clock));
      }
      if (kind == ExplainTotalCommand.class) {
        return kind.cast(new ExplainTotalCommand(clock));
      }
      if (kind == JointCommand.class) {
        return kind.cast(new JointCommand(clock));
      }
      if (kind == ReviewCommand.class) {
        return kind.cast(new ReviewCommand(clock));
      }
      if (kind == NamesCommand.class) {
        return kind.cast(new NamesCommand(clock));
      }
      if (kind == ExportCommand.class) {
        return kind.cast(new ExportCommand(clock));
      }
      if (kind == ScanCommand.class) {
        return kind.cast(new ScanCommand(clock));
      }
      if (kind == EvaluateCommand.class) {
        return kind.cast(new EvaluateCommand(clock));
      }
      return CommandLine.defaultFactory().create(kind);
    }
  }
}
