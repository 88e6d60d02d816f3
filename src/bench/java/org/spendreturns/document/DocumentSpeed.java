package org.spendreturns.document;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.spendreturns.batch.Home;
import org.spendreturns.bench.ClassArchive;
import org.spendreturns.bench.NightSteps;
import org.spendreturns.bench.PeakMemory;
import org.spendreturns.returns.Return;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how long the documents of a return take, and how much memory: a typical return, one of
 * 45,000 rows, and many payments. Each measurement has a process and a heap of its own. What it
 * prints depends on the machine.
 *
 * <p>The heap is what was in use after a collection, at the most: what was needed, with what no
 * collection had reached yet. The memory is the process's, as the kernel counts it.
 */
final class DocumentSpeed {

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final String NIGHT = "night";
  private static final String BODY = "nene-vale"; // of the sample
  private static final int AGREEMENTS_OF_A_TYPICAL_ONE = 100;
  private static final int ROWS_AN_AGREEMENT = 3;
  private static final int ROWS_OF_A_LONG_ONE = 45_000;

  /** The options for a night over ordinary ledgers: see README, How fast a night is. */
  private static final List<String> AS_A_NIGHT_IS_RUN =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

  private DocumentSpeed() {}

  /** {@code DocumentSpeed FOLDER LINES ROUNDS}; the lines are other measurements' own. */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    Path folder = Files.createDirectories(Path.of(args[0])).resolve("documents");
    if (args.length > 3) {
      PeakMemory memory = new PeakMemory();
      if (args[1].equals(NIGHT)) {
        measureNight(folder);
      } else {
        measure(args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]), folder);
      }
      OUT.printf(
          "  heap %,d MiB, memory %,d MiB at most%n", memory.heapMiB(), PeakMemory.ofProcessMiB());
      return;
    }
    OUT.printf(
        "%d processors; Java %s%n",
        Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
    int again = Integer.parseInt(args[2]);
    runWithClassesFromAnArchive(args[0], NIGHT, 0, 0);
    runWithClassesFromAnArchive(args[0], "whole", AGREEMENTS_OF_A_TYPICAL_ONE, again);
    run(AS_A_NIGHT_IS_RUN, args[0], "whole", AGREEMENTS_OF_A_TYPICAL_ONE, again);
    run(List.of("-Xmx512m"), args[0], "whole", AGREEMENTS_OF_A_TYPICAL_ONE, again);
    run(List.of("-Xmx400m"), args[0], "whole", ROWS_OF_A_LONG_ONE / ROWS_AN_AGREEMENT, 0);
    run(List.of("-Xmx256m"), args[0], "payments", 100_000, 0);
    run(List.of("-Xmx256m"), args[0], "payments", 1_000_000, 0);
  }

  /** Of a process that finds its classes as one before it left them. */
  private static void runWithClassesFromAnArchive(String folder, String what, int count, int again)
      throws IOException, InterruptedException {
    try (ClassArchive archive = new ClassArchive(Path.of(folder))) {
      for (String option : List.of(archive.making(), archive.using())) {
        boolean isMade = option.equals(archive.using());
        List<String> options = new ArrayList<>(AS_A_NIGHT_IS_RUN);
        options.add(option.replace(folder + File.separator, ""));
        OUT.println(isMade ? String.join(" ", options) : "making an archive of classes");
        options.set(options.size() - 1, option);
        options.addAll(archive.silent());
        start(
            command(options, archive.classpath(), folder, what, count, again),
            isMade ? Redirect.INHERIT : Redirect.DISCARD);
      }
    }
  }

  private static void run(List<String> options, String folder, String what, int count, int again)
      throws IOException, InterruptedException {
    OUT.println(String.join(" ", options));
    String classpath = System.getProperty("java.class.path");
    start(command(options, classpath, folder, what, count, again), Redirect.INHERIT);
  }

  private static List<String> command(
      List<String> options, String classpath, String folder, String what, int count, int again) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            classpath,
            DocumentSpeed.class.getName(),
            folder,
            what,
            Integer.toString(count),
            Integer.toString(again)));
    return command;
  }

  private static void start(List<String> command, Redirect output)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command.get(command.size() - 3) + " failed");
    }
  }

  /** The night that issues the sample's return of one body: what it takes of the whole night. */
  private static void measureNight(Path folder) throws IOException, SQLException {
    FileSystemUtils.deleteRecursively(folder);
    Path sample = Path.of("input");
    Path input = folder.resolve("input");
    try (Stream<Path> files = Files.walk(sample).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        String name = sample.relativize(file).toString();
        if (name.contains(BODY) || name.startsWith("rulebooks")) {
          Files.createDirectories(input.resolve(name).getParent());
          Files.copy(file, input.resolve(name));
        }
      }
    }
    Home rooms = new Home(input, Path.of("reports/templates"), folder, folder);
    Map<String, Long> millis = NightSteps.of(rooms);
    try (Stream<Path> files = Files.walk(folder)) {
      Path pdf = files.filter(file -> file.endsWith("return.pdf")).findAny().orElseThrow();
      OUT.printf("  a night that issues a return of %,d pages:%n   ", pages(pdf));
    }
    millis.forEach((step, each) -> OUT.printf(" %s %.1f s", step, each / 1e3));
    OUT.println();
    FileSystemUtils.deleteRecursively(folder);
  }

  private static void measure(String what, int count, int again, Path folder) throws IOException {
    boolean isWhole = what.equals("whole");
    Return filing = isWhole ? InventedReturn.of(3, count) : InventedReturn.withPayments(count);
    for (int round = 0; round <= again; round++) {
      FileSystemUtils.deleteRecursively(folder);
      Files.createDirectories(folder);
      long before = processorTime();
      long start = System.nanoTime();
      if (isWhole) {
        WrittenReturn.of(filing, folder);
        long written = System.nanoTime();
        List<Gate.Fault> faults = new Gate().openEdition(folder);
        long passed = System.nanoTime();
        OUT.printf(
            "  %,d rows, %,d pages: written in %.1f s, gate %.1f s, processors %.1f s%s%s%n",
            ROWS_AN_AGREEMENT * count,
            pages(folder.resolve("return.pdf")),
            (written - start) / 1e9,
            (passed - written) / 1e9,
            (processorTime() - before) / 1e9,
            round == 0 ? " (first)" : "",
            unexpected(faults));
      } else {
        for (LongReturn.Made made : LongReturn.write(filing, folder)) {
          OUT.printf("  %,d payments, %s: %.1f s%n", count, made.kind(), made.nanos() / 1e9);
        }
      }
    }
    FileSystemUtils.deleteRecursively(folder);
  }

  /**
   * Nanoseconds of all processors together, which other programs on the machine do not lengthen.
   */
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static int pages(Path file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      return pdf.getNumberOfPages();
    }
  }

  /** The sums of an invented return are spread, and do not add up; nothing else may be found. */
  private static String unexpected(List<Gate.Fault> faults) {
    List<String> others =
        faults.stream()
            .map(Gate.Fault::toString)
            .filter(fault -> !fault.contains("shows a total of"))
            .toList();
    return others.isEmpty() ? "" : "; unexpected: " + others;
  }
}
