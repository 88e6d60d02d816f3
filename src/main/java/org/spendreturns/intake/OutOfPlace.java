package org.spendreturns.intake;

import java.util.Optional;
import org.spendreturns.intake.RecordSource.Fault;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.Outcome.Furniture;
import org.spendreturns.ledger.Outcome.Furniture.Kind;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.ledger.SourceRef;

/** The records of an export that no layout covers: above the column names, or on another sheet. */
final class OutOfPlace {

  private OutOfPlace() {}

  /**
   * What became of one: blank, or preamble, or what looks like a line and is rejected.
   *
   * @param toCome the layout of the lines below, if they have one
   */
  static Outcome judge(Found found, Optional<Layout> toCome) {
    SourceLine line = found.line();
    SourceRef at = line.at();
    Particulars particulars =
        toCome.map(layout -> layout.particulars(line)).orElse(Particulars.of("", ""));
    if (found.fault().isPresent()) {
      Fault fault = found.fault().get();
      return new Outcome.Rejected(at, fault.reason(), at + ": " + fault.message(), particulars);
    }
    if (line.cells().stream().allMatch(CellText::isBlank)) {
      return new Outcome.Blank(at);
    }
    boolean isLine =
        toCome.filter(layout -> LineLook.isLine(line, layout)).isPresent()
            || LineLook.isLine(line.cells(), toCome.isEmpty())
            || line.cells().stream().anyMatch(LineLook::isLine);
    if (!isLine) {
      return new Furniture(at, Kind.PREAMBLE);
    }
    String message =
        toCome.isPresent()
            ? "looks like a payment, and stands above the column names; put the names above it"
            : "looks like a payment, on a sheet without column names; name its columns";
    return new Outcome.Rejected(at, RejectReason.OUT_OF_PLACE, at + ": " + message, particulars);
  }
}
