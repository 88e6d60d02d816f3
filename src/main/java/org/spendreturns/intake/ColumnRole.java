package org.spendreturns.intake;

import java.util.Optional;
import org.spendreturns.ledger.Particulars;

/** What a column of a ledger holds, by the names that layout files use. */
enum ColumnRole {
  DATE,
  AMOUNT,
  SUPPLIER,
  SUPPLIER_ID,
  REGISTRATION,
  DESCRIPTION,
  COST_CENTRE,
  EXPENSE_TYPE,
  HEADING,
  CONTRACT,
  TRANSACTION,
  /** Whose spend it is. */
  BODY,
  /** A VAT number, or VAT that cannot be recovered. */
  VAT,
  /** Sums that were paid back, without a sign, in a column of their own. */
  CREDIT,
  /** Whether the sum is a debit or a credit. */
  SIGN,
  /** What the sum is in, if not pounds. */
  CURRENCY;

  /** Without one of these a record is no payment that a return could use. */
  boolean isRequired() {
    return this == DATE || this == AMOUNT || this == SUPPLIER;
  }

  /** Whether several columns may hold it; their texts are then joined. */
  boolean mayRepeat() {
    return this == DESCRIPTION || this == COST_CENTRE || this == EXPENSE_TYPE || this == HEADING;
  }

  /** The particular that it gives, if it gives one. */
  Optional<Particulars.Field> particular() {
    return switch (this) {
      case SUPPLIER -> Optional.of(Particulars.Field.SUPPLIER);
      case SUPPLIER_ID -> Optional.of(Particulars.Field.SUPPLIER_ID);
      case REGISTRATION -> Optional.of(Particulars.Field.REGISTRATION);
      case DESCRIPTION -> Optional.of(Particulars.Field.DESCRIPTION);
      case COST_CENTRE -> Optional.of(Particulars.Field.COST_CENTRE);
      case EXPENSE_TYPE -> Optional.of(Particulars.Field.EXPENSE_TYPE);
      case HEADING -> Optional.of(Particulars.Field.HEADING);
      case CONTRACT -> Optional.of(Particulars.Field.CONTRACT);
      case DATE, AMOUNT, TRANSACTION, BODY, VAT, CREDIT, SIGN, CURRENCY -> Optional.empty();
    };
  }
}
