package org.spendreturns.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spendreturns.document.Gate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files that are about to leave the house, opened before a reader does. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description =
        "Opens workbooks, PDFs, web pages and CSV files, also those not made here, and says what in"
            + " them is hidden, could run or does not add up.")
final class GateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files about to be published.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    boolean isClean = true;
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new IllegalArgumentException(file + ": found no file that can be read");
      }
      List<Gate.Fault> faults = new Gate().open(file);
      isClean &= faults.isEmpty();
      faults.forEach(out::println);
      if (faults.isEmpty()) {
        out.println(file.getFileName() + ": nothing that must not leave");
      }
    }
    out.flush();
    return isClean ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
  }
}
