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
        "Opens workbooks, PDFs, web pages, CSV and JSON files, also those not made here, and says"
            + " what in them is hidden, could run or does not add up; of a folder, every file of the"
            + " edition in it, and what differs between its formats.")
final class GateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files about to be published, or the folder of an edition.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<String> unread = new ArrayList<>();
    boolean isClean = true;
    for (Path file : files) {
      try {
        isClean &= isClean(file, out);
      } catch (IOException fault) {
        unread.add(file + ": found no file that can be read");
      }
    }
    out.flush();
    if (!unread.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", unread));
    }
    return isClean ? ExitCode.DONE : ExitCode.NEEDS_A_PERSON;
  }

  private static boolean isClean(Path file, PrintWriter out) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file.toString());
    }
    List<Gate.Fault> faults = new Gate().open(file);
    faults.forEach(out::println);
    if (faults.isEmpty()) {
      out.println(file.getFileName() + ": nothing that must not leave");
    }
    return faults.isEmpty();
  }
}
