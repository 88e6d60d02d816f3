package org.spendreturns.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.spendreturns.intake.LayoutSuggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The layouts of ledgers. */
@Command(
    name = "layout",
    mixinStandardHelpOptions = true,
    description = "Proposes the columns of a ledger whose layout is not known.")
final class LayoutCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say layout suggest FILE.");
  }

  @Command(
      name = "suggest",
      mixinStandardHelpOptions = true,
      description =
          "Prints what each column of a ledger holds, and proposes the part of its body's file that"
              + " says so. What could not be found is written '?'.")
  int suggest(@Parameters(paramLabel = "FILE", description = "A ledger export.") Path file)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    NamedExport.each(file, export -> out.print(LayoutSuggestion.of(export.file(), export.name())));
    out.flush();
    return ExitCode.DONE;
  }
}
