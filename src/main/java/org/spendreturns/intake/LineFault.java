package org.spendreturns.intake;

import org.spendreturns.intake.RecordSource.Fault;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceLine;

/** What is wrong with a line that has the cells of one, in the words of its layout. */
final class LineFault {

  private static final int FOUND_SHOWN_AT_MOST = 40;

  private final SourceLine line;
  private final Layout layout;
  private final Dating dating;
  private final boolean from1904;

  LineFault(SourceLine line, Layout layout, Dating dating, boolean from1904) {
    this.line = line;
    this.layout = layout;
    this.dating = dating;
    this.from1904 = from1904;
  }

  /** The first fault of a line that has one: of its date, its amount, or else its supplier. */
  Fault first(boolean isDated, LineAmount amount) {
    if (!isDated) {
      return ofDate(layout.text(line, ColumnRole.DATE));
    }
    if (amount.fault().isPresent()) {
      return amount.fault().get();
    }
    if (amount.money().isEmpty()) {
      return amount.text().isEmpty()
          ? new Fault(RejectReason.NO_AMOUNT, empty(ColumnRole.AMOUNT, "an amount"))
          : bad(
              RejectReason.BAD_AMOUNT,
              ColumnRole.AMOUNT,
              amount.text(),
              "is not a sum of pounds and pence written like 1,250.00");
    }
    return ofSupplier(layout.text(line, ColumnRole.SUPPLIER));
  }

  private Fault ofDate(String date) {
    if (date.isEmpty()) {
      return new Fault(RejectReason.NO_DATE, empty(ColumnRole.DATE, "a date"));
    }
    return bad(RejectReason.BAD_DATE, ColumnRole.DATE, date, dating.whyNot(date, from1904));
  }

  private Fault ofSupplier(String supplier) {
    if (supplier.isEmpty()) {
      return new Fault(RejectReason.NO_SUPPLIER, empty(ColumnRole.SUPPLIER, "a supplier"));
    }
    if (supplier.equals(WorkbookText.NOT_COMPUTED)) {
      return new Fault(
          RejectReason.NO_SUPPLIER,
          "column %s: a formula without a value, where a supplier is expected"
              .formatted(layout.title(ColumnRole.SUPPLIER)));
    }
    if (WorkbookText.hasNoValue(supplier)) {
      return bad(
          RejectReason.NO_SUPPLIER,
          ColumnRole.SUPPLIER,
          supplier,
          "is what a spreadsheet shows in place of a value, where a supplier is expected");
    }
    return bad(
        RejectReason.NO_SUPPLIER,
        ColumnRole.SUPPLIER,
        supplier,
        "is the label of a total, and no lines above come to it; expected a supplier");
  }

  private Fault bad(RejectReason reason, ColumnRole role, String found, String why) {
    return new Fault(reason, "column %s: '%s' %s".formatted(layout.title(role), shown(found), why));
  }

  private String empty(ColumnRole role, String expected) {
    return "column %s: empty, where %s is expected".formatted(layout.title(role), expected);
  }

  /** What was found, shortened. */
  static String shown(String found) {
    return found.length() <= FOUND_SHOWN_AT_MOST
        ? found
        : found.substring(0, FOUND_SHOWN_AT_MOST) + "…";
  }
}
