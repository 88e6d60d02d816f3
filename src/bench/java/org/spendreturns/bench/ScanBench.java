package org.spendreturns.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the scan of a large ledger against DuckDB and FastCSV, each in a process of its own on
 * the same file, and prints times, memory and ratios. What it prints depends on the machine; the
 * ratios less so. The contenders take turns, so that none has a warmer machine.
 */
final class ScanBench {

  /** The options for a night over large ledgers: see README, How fast it reads. */
  private static final List<String> AS_A_NIGHT_IS_RUN =
      List.of(
          "-Xmx256m",
          "-XX:+UseParallelGC",
          "-XX:Tier4InvocationThreshold=100000",
          "-XX:Tier4MinInvocationThreshold=12000",
          "-XX:Tier4CompileThreshold=300000",
          "-XX:Tier4BackEdgeThreshold=800000");

  /** Begins the names of what the second night of a process measured. */
  static final String AGAIN = "again-";

  /** Phrases in DuckDB's expression; the product looks for all that its rulebook has. */
  static final int PATTERNS = 400;

  private static final Pattern MEASURE = Pattern.compile("([\\w-]+)=(\\d+)");
  private static final int LINES_TO_LEARN_FROM = 500_000;

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final String BODY =
      """
      id: welland-vale
      name: Welland Vale County Council
      kind: council
      invented: Welland Vale and its ledger are invented; they measure speed.
      region: Welland Vale
      from: 2000-01-01
      ledger:
        amounts: net
        dates: payment
      """;

  private ScanBench() {}

  /** {@code ScanBench FOLDER LINES ROUNDS}. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    long lines = Long.parseLong(args[1]);
    int rounds = Integer.parseInt(args[2]);
    Path ledger = folder.resolve("ledger-%d.csv".formatted(lines));
    if (!Files.exists(ledger)) {
      Path unfinished = folder.resolve("unfinished.csv");
      InventedLedger.write(unfinished, lines, Patterns.providers());
      Files.move(unfinished, ledger, StandardCopyOption.ATOMIC_MOVE);
    }
    long bytes = Files.size(ledger);
    OUT.printf(
        "%,d lines, %,d MB; %d processors; Java %s; patterns: %,d ours, %,d DuckDB's%n",
        lines,
        bytes / 1_000_000,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        Patterns.all().size(),
        PATTERNS);
    try (ClassArchive archive = new ClassArchive(folder)) {
      make(archive, folder);
      print(measure(rounds, ledger, folder.resolve("home"), archive), lines, bytes);
    }
  }

  /** By a night over a shorter ledger. */
  private static void make(ClassArchive archive, Path folder)
      throws IOException, InterruptedException {
    Path shorter = folder.resolve("shorter.csv");
    InventedLedger.write(shorter, LINES_TO_LEARN_FROM, Patterns.providers());
    run("archived", shorter, folder.resolve("home"), archive, archive.making());
    Files.delete(shorter);
  }

  private static Map<String, List<Map<String, Long>>> measure(
      int rounds, Path ledger, Path home, ClassArchive archive)
      throws IOException, InterruptedException {
    Map<String, List<Map<String, Long>>> measured = new HashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String contender : CONTENDERS) {
        Map<String, Long> run = run(contender, ledger, home, archive, archive.using());
        measured.computeIfAbsent(contender, first -> new ArrayList<>()).add(run);
        if (contender.equals("product")) {
          measured.computeIfAbsent("again", first -> new ArrayList<>()).add(again(run));
        }
      }
    }
    return measured;
  }

  /** In the order of their turns. */
  private static final List<String> CONTENDERS =
      List.of("product", "archived", "unstored", "duckdb-2", "duckdb-1", "fastcsv");

  /** The second night of a process has a row of its own. */
  private static final List<String> PRINTED =
      List.of("product", "archived", "again", "unstored", "duckdb-2", "duckdb-1", "fastcsv");

  /** What the second night of a run measured, as if it had been a run of its own. */
  private static Map<String, Long> again(Map<String, Long> run) {
    Map<String, Long> second = new HashMap<>(run);
    run.keySet().stream()
        .filter(name -> name.startsWith(AGAIN))
        .forEach(name -> second.put(name.substring(AGAIN.length()), run.get(name)));
    return second;
  }

  private static Map<String, Long> run(
      String contender, Path ledger, Path home, ClassArchive archive, String use)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(AS_A_NIGHT_IS_RUN);
    boolean isArchived = contender.equals("archived");
    if (isArchived) {
      command.add(use);
      command.addAll(archive.silent());
    }
    command.addAll(List.of("-cp", archive.classpath(), Contender.class.getName()));
    if (isArchived || contender.equals("product")) {
      clear(home);
      layOut(home.resolve("first"), ledger);
      layOut(home.resolve("again"), ledger);
    }
    command.addAll(List.of(contender, ledger.toString(), home.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, Long> said = new HashMap<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        Matcher measure = MEASURE.matcher(line);
        if (measure.matches()) { // Java, too, may say something
          said.put(measure.group(1), Long.parseLong(measure.group(2)));
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(contender + " failed");
    }
    return said;
  }

  private static void clear(Path home) throws IOException {
    if (Files.exists(home)) {
      try (Stream<Path> old = Files.walk(home)) {
        for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /** A fresh installation whose input folder holds nothing but the ledger. */
  private static void layOut(Path home, Path ledger) throws IOException {
    Path input = home.resolve("input");
    Path ledgers = Files.createDirectories(input.resolve("ledgers").resolve("welland-vale"));
    Files.createLink(ledgers.resolve("ledger.csv"), ledger);
    Path bodies = Files.createDirectories(input.resolve("bodies"));
    Files.writeString(bodies.resolve("welland-vale.yaml"), BODY);
    Path topic = Files.createDirectories(input.resolve("rulebooks").resolve("sexual-violence"));
    try (Stream<Path> rules = Files.list(Patterns.RULEBOOK.getParent())) {
      for (Path each : rules.toList()) {
        Files.copy(each, topic.resolve(each.getFileName().toString()));
      }
    }
  }

  private static void print(Map<String, List<Map<String, Long>>> measured, long lines, long bytes) {
    double duck = median(measured, "duckdb-2", "scanMillis");
    OUT.printf(
        "%-10s %9s %9s %7s %6s %9s %11s%n",
        "", "median s", "lines/s", "MB/s", "ratio", "heap MiB", "memory MiB");
    for (String contender : PRINTED) {
      double millis = median(measured, contender, "scanMillis");
      OUT.printf(
          "%-10s %9.2f %,9.0f %7.0f %6.2f %9.0f %11.0f%n",
          contender,
          millis / 1e3,
          lines / millis * 1e3,
          bytes / 1e3 / millis,
          millis / duck,
          median(measured, contender, "heapMiB"),
          median(measured, contender, "memoryMiB"));
    }
    OUT.println("The product's nights, first, first with an archive, and second, median s:");
    for (String part : List.of("start", "receive", "scan", "reconcile")) {
      OUT.printf(
          "  %-10s %6.2f %6.2f %6.2f%n",
          part,
          median(measured, "product", part + "Millis") / 1e3,
          median(measured, "archived", part + "Millis") / 1e3,
          median(measured, "again", part + "Millis") / 1e3);
    }
    printAccount(measured);
  }

  /** What they found; a measurement of readers that do not agree is worth nothing. */
  private static void printAccount(Map<String, List<Map<String, Long>>> measured) {
    List<String> account = List.of("accepted", "rejected", "pence", "months");
    Map<String, Long> ours = measured.get("product").get(0);
    for (String contender : List.of("archived", "again", "unstored", "duckdb-2", "duckdb-1")) {
      for (Map<String, Long> run : measured.get(contender)) {
        for (String name : account) {
          if (!run.get(name).equals(ours.get(name))) {
            throw new IllegalStateException(
                "%s has %s %,d, the product %,d"
                    .formatted(contender, name, run.get(name), ours.get(name)));
          }
        }
      }
    }
    OUT.printf(
        "All agree: %,d accepted, %,d rejected, %,d pence, %,d months%n",
        ours.get("accepted"), ours.get("rejected"), ours.get("pence"), ours.get("months"));
  }

  private static double median(
      Map<String, List<Map<String, Long>>> measured, String contender, String name) {
    List<Long> values =
        measured.get(contender).stream().map(run -> run.getOrDefault(name, 0L)).sorted().toList();
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2.0;
  }
}
