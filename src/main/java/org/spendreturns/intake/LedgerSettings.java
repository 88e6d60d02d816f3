package org.spendreturns.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a body's file says of its ledgers, where a ledger does not say it itself.
 *
 * @param layout the columns, if the body pins them; else they are recognised by their names
 * @param amounts which amount is read where a ledger has more than one
 * @param dates which date decides the year of a line where a ledger has more than one
 * @param dateOrder if the body says it; else all dates of the file decide
 * @param encoding if the body says it; else each line is UTF-8 or, failing that, Windows-1252
 */
public record LedgerSettings(
    Optional<PinnedLayout> layout,
    AmountBasis amounts,
    DateBasis dates,
    Optional<DateOrder> dateOrder,
    Optional<Charset> encoding) {

  /** Nothing said: net amounts by payment date, the rest as the file shows it. */
  public static final LedgerSettings DEFAULT =
      new LedgerSettings(
          Optional.empty(), AmountBasis.NET, DateBasis.PAYMENT, Optional.empty(), Optional.empty());

  /** Which amount a line is counted with. */
  public enum AmountBasis {
    /** Without VAT that can be recovered. */
    NET,
    /** With VAT. */
    GROSS
  }

  /** Which date a line is counted by. */
  public enum DateBasis {
    /** The day the money left. */
    PAYMENT,
    /** The day it was entered in the ledger. */
    POSTING,
    /** The date of the supplier's invoice. */
    INVOICE,
    /** The day a grant was awarded. */
    AWARD
  }

  /**
   * Reads the mapping {@code ledger:} of a body's file, if it has one. Every key may be absent:
   * {@code amounts} (net, gross), {@code dates} (payment, posting, invoice, award), {@code
   * date-order} (d/m, m/d), {@code encoding}, {@code columns} (see {@link PinnedLayout}).
   *
   * @throws FaultyInputException if a key or a value is not known
   */
  public static LedgerSettings ofBody(Path bodyFile) throws IOException {
    TextFile file = TextFile.read(bodyFile);
    return YamlNode.parse(file.name(), file.text())
        .find("ledger")
        .map(LedgerSettings::read)
        .orElse(DEFAULT);
  }

  static LedgerSettings read(YamlNode node) {
    node.allow("amounts", "dates", "date-order", "encoding", "columns");
    return new LedgerSettings(
        node.find("columns").map(PinnedLayout::read),
        choice(node, "amounts", AmountBasis.class, AmountBasis.NET),
        choice(node, "dates", DateBasis.class, DateBasis.PAYMENT),
        node.find("date-order").map(LedgerSettings::dateOrder),
        node.find("encoding").map(LedgerSettings::encoding));
  }

  private static <E extends Enum<E>> E choice(YamlNode node, String key, Class<E> of, E absent) {
    return node.find(key).map(value -> EnumText.read(value, of)).orElse(absent);
  }

  private static DateOrder dateOrder(YamlNode value) {
    for (DateOrder order : DateOrder.values()) {
      if (order.written().equals(value.text())) {
        return order;
      }
    }
    throw value.fault("'%s' is neither d/m nor m/d".formatted(value.text()));
  }

  private static Charset encoding(YamlNode value) {
    try {
      return Charset.forName(value.text());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException fault) {
      throw value.fault(
          "'%s' is no known encoding; write it like utf-8 or windows-1252".formatted(value.text()));
    }
  }
}
