package org.spendreturns.ledger;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.spendreturns.money.Money;

/**
 * A line as exports are compared by.
 *
 * @param content all that it says, letter for letter
 * @param inShort its date, amount and supplier, in one spelling; identical lines have the same
 * @param number the first eight bytes of a digest of its transaction number; 0 if it has none
 */
public record ComparedLine(
    LineContent content,
    LineContent inShort,
    long number,
    SourceRef at,
    LocalDate date,
    Money amount) {

  /** Whether the ledger gives the payment a number of its own. */
  public boolean isNumbered() {
    return number != 0;
  }

  /** Makes them, and remembers the spellings of suppliers met lately; not for two threads. */
  public static final class Maker {

    private static final int SPELLINGS_KEPT = 4_096;

    private final Map<String, String> spellings =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > SPELLINGS_KEPT;
          }
        };

    /** The line as exports are compared by. */
    public ComparedLine of(LedgerLine line) {
      String supplier = spellings.computeIfAbsent(line.particulars().supplier(), Maker::spelling);
      return new ComparedLine(
          LineContent.of(line),
          LineContent.inShort(line, supplier),
          number(line.transaction()),
          line.at(),
          line.date(),
          line.amount());
    }

    /** A name that was withheld is one, however that is marked. */
    private static String spelling(String supplier) {
      return Redaction.isMarker(supplier) ? "" : SupplierName.of(supplier).normalised();
    }

    /** A word without a digit, such as {@code BACS}, says how was paid and is no number. */
    private static long number(String transaction) {
      String text = transaction.strip().toUpperCase(Locale.ROOT);
      return text.chars().anyMatch(Character::isDigit) ? LineContent.of(text).high() : 0;
    }
  }
}
