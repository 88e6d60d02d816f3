package org.spendreturns.intake;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Overlay;

/**
 * Measures how many lines a second of one core are answered that have nothing of the topic:
 * invented lines of 79 characters in four fields, which is what published ledgers have. A program,
 * not a test: what it prints depends on the machine.
 */
final class ClassifierSpeed {

  private static final String[] WORDS = {
    "Oundle",
    "Services",
    "Ltd",
    "Care",
    "Home",
    "Payments",
    "to",
    "External",
    "Contractors",
    "Adult",
    "Social",
    "Repairs",
    "Maintenance",
    "Council",
    "Transport",
    "School",
    "Residential",
    "and",
    "Supplies",
    "Fees",
    "Children",
    "Centre",
    "Highways",
    "Trust",
    "NHS",
    "Grants",
    "Paid"
  };

  private ClassifierSpeed() {}

  /** Prints one measurement a line; the first ones warm the machine up. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Classifier classifier =
        new Classifier(
            RulebookFile.read(Path.of("input/rulebooks/sexual-violence/2026-11.yaml")),
            Overlay.NONE);
    Random random = new Random(20150703);
    List<Particulars> lines = new ArrayList<>();
    for (int line = 0; line < 10_000; line++) {
      Particulars made =
          new Particulars(
              words(random, 4),
              "",
              "",
              words(random, 3),
              words(random, 2),
              words(random, 2),
              "",
              "");
      if (classifier.classify(made).equals(Classification.NOTHING_FOUND)) {
        lines.add(made);
      }
    }
    for (int round = 0; round < 10; round++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long answered = 0;
      for (int again = 0; again < 100; again++) {
        answered +=
            lines.stream()
                .filter(line -> classifier.classify(line).equals(Classification.NOTHING_FOUND))
                .count();
      }
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      out.printf("%.1f million lines a second of one core%n", answered * 1e3 / nanos);
    }
  }

  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int word = 0; word < count; word++) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return String.join(" ", words);
  }
}
