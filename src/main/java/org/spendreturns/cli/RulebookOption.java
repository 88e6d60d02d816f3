package org.spendreturns.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spendreturns.intake.RulebookFile;
import org.spendreturns.rulebook.Classifier;
import org.spendreturns.rulebook.Rulebook;
import picocli.CommandLine.Option;

/** Which rulebook a command classifies by. */
final class RulebookOption {

  private static final Path RULEBOOKS = Path.of("input", "rulebooks");

  @Option(
      names = "--rulebook",
      paramLabel = "FILE",
      description = "The rulebook's edition (the newest in input/rulebooks/TOPIC/).")
  private @Nullable Path file;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      defaultValue = "sexual-violence",
      description = "The topic whose newest rulebook is used (${DEFAULT-VALUE}).")
  private String topic = "sexual-violence";

  /** The edition, ready to judge lines of a body of which nothing is known. */
  Classifier ready() {
    return RulebookFile.ready(file());
  }

  /** The edition's file. */
  Path file() {
    if (file != null) {
      return file;
    }
    Path folder = RULEBOOKS.resolve(topic);
    Map<Rulebook, Path> editions = new LinkedHashMap<>();
    editions(folder).forEach(each -> editions.put(RulebookFile.read(each), each));
    return editions.entrySet().stream()
        .max(
            Map.Entry.comparingByKey(
                Comparator.comparing(Rulebook::inForceFrom).thenComparing(Rulebook::edition)))
        .map(Map.Entry::getValue)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: found no rulebook; lay an edition there, or name one with --rulebook"
                        .formatted(folder)));
  }

  private static List<Path> editions(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(RulebookFile::isEdition).sorted().toList();
    } catch (IOException fault) {
      throw new IllegalArgumentException(folder + ": cannot be read", fault);
    }
  }
}
