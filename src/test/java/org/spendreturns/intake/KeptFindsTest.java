package org.spendreturns.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome;

/**
 * Small invented files, each named for the defect it holds, with the account expected beside it.
 */
class KeptFindsTest {

  private static final Path FINDS = Path.of("src/test/resources/org/spendreturns/intake/finds");

  static List<String> finds() throws IOException {
    try (Stream<Path> files = Files.list(FINDS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .sorted()
          .toList();
    }
  }

  @Test
  void keepsThem() throws IOException {
    assertThat(finds()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("finds")
  void readsItAsExpected(String name) throws IOException {
    Path expected = FINDS.resolve(name.replace(".csv", ".expected"));
    assertThat(account(FINDS.resolve(name), name))
        .containsExactlyElementsOf(Files.readAllLines(expected));
  }

  /** Each record in file order, and what became of it. */
  private static List<String> account(Path file, String name) {
    List<String> account = new ArrayList<>();
    try (LedgerFile ledger = LedgerFile.open(file, name, LedgerSettings.DEFAULT)) {
      for (Optional<Outcome> next = ledger.next(); next.isPresent(); next = ledger.next()) {
        account.add(words(next.get()));
      }
    }
    return account;
  }

  private static String words(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted accepted) {
      LedgerLine line = accepted.line();
      return "%d accepted %s %s %s"
          .formatted(line.at().line(), line.date(), line.amount(), line.particulars().supplier());
    }
    if (outcome instanceof Outcome.Rejected rejected) {
      return "%d rejected %s".formatted(rejected.at().line(), rejected.reason());
    }
    if (outcome instanceof Outcome.Furniture beside) {
      return "%d %s".formatted(beside.at().line(), beside.kind());
    }
    return "%d %s".formatted(outcome.at().line(), outcome.getClass().getSimpleName());
  }
}
