package org.spendreturns.intake;

import org.spendreturns.intake.RegisterTable.Column;
import org.spendreturns.ledger.RejectReason;

/** Why a row of a register is rejected; it never leaves the register's reader. */
final class RowFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RejectReason reason;
  private final String message;

  /** Of a row as a whole. */
  RowFault(RejectReason reason, String message) {
    super(message);
    this.reason = reason;
    this.message = message;
  }

  /** Of a cell. */
  static RowFault in(Column column, RejectReason reason, String message) {
    return new RowFault(reason, "column %s: %s".formatted(column.written(), message));
  }

  RejectReason reason() {
    return reason;
  }

  /** Thing found, thing expected, remedy; without the place. */
  String message() {
    return message;
  }
}
