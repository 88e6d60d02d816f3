package org.spendreturns.cli;

import java.io.PrintWriter;
import java.time.Clock;
import org.spendreturns.batch.Runs;
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
    version = "spend-returns 0.1.0",
    description =
        "Reads a public body's ledgers and contract registers, and issues transparency returns in"
            + " which every figure can be walked back to a line of a file.",
    subcommands = {
      NightlyCommand.class,
      ReturnCommand.class,
      TraceCommand.class,
      ExportCommand.class,
      ScanCommand.class,
      LayoutCommand.class,
      EvaluateCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed; what was being issued was not issued",
      "2:the command was not understood",
      "3:done, and something needs a person: a file set aside, a line rejected or for review"
    })
public final class SpendReturnsCommand implements Runnable {

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
            fault.printStackTrace(err);
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
        || fault instanceof Runs.InUseException;
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
      if (kind == ExportCommand.class) {
        return kind.cast(new ExportCommand(clock));
      }
      return CommandLine.defaultFactory().create(kind);
    }
  }
}
