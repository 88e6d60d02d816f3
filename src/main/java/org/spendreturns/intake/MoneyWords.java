package org.spendreturns.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The words by which ledgers say which way money went, and in which currency a sum is. They are in
 * {@code layouts/money-words.yaml}.
 */
record MoneyWords(Set<String> debit, Set<String> credit, Set<String> letters, Set<String> pounds) {

  private static final String RESOURCE = "layouts/money-words.yaml";

  private static final class Shipped {
    static final MoneyWords WORDS = load();
  }

  /** The words that come with the program. */
  static MoneyWords shipped() {
    return Shipped.WORDS;
  }

  private static MoneyWords load() {
    try (InputStream in = MoneyWords.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + RESOURCE);
      }
      YamlNode file =
          YamlNode.parse(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .allow("debit", "credit", "letters", "pounds");
      return new MoneyWords(
          Set.copyOf(file.texts("debit")),
          Set.copyOf(file.texts("credit")),
          Set.copyOf(file.texts("letters")),
          Set.copyOf(file.texts("pounds")));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** A cell as it is compared with them. */
  static String compared(String cell) {
    return CellText.plain(cell).toUpperCase(Locale.ROOT);
  }

  /** Whether a cell, as it is compared, says that its line is a payment or a credit. */
  boolean saysASide(String compared) {
    return debit.contains(compared) || credit.contains(compared);
  }
}
