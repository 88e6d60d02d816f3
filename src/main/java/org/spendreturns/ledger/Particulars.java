package org.spendreturns.ledger;

import java.util.Locale;

/**
 * What a line, or an award, says of itself in words: all that a rulebook reads.
 *
 * <p>Each text is as the source has it, trimmed at both ends; an empty text means that the source
 * does not say.
 *
 * @param supplier who was paid
 * @param supplierId the supplier's number in the body's own ledger
 * @param registration the supplier's charity or company number, as {@code GB-CHC-1085104} or bare
 * @param description what was bought: narrative, purpose, summary
 * @param costCentre who bought: cost centre, department, expense area, directorate
 * @param expenseType what kind of spend: expense type, subjective, account, category of the ledger
 * @param heading the heading, fund or programme under which the line stands
 * @param contract the contract or purchase reference
 */
public record Particulars(
    String supplier,
    String supplierId,
    String registration,
    String description,
    String costCentre,
    String expenseType,
    String heading,
    String contract) {

  /** A line that gives only a supplier and a description. */
  public static Particulars of(String supplier, String description) {
    return new Particulars(supplier, "", "", description, "", "", "", "");
  }

  /** The same of a line whose supplier nobody can name. */
  public Particulars withoutSupplier() {
    return new Particulars(
        "", supplierId, registration, description, costCentre, expenseType, heading, contract);
  }

  /** The text of one field. */
  public String text(Field field) {
    return switch (field) {
      case SUPPLIER -> supplier;
      case SUPPLIER_ID -> supplierId;
      case REGISTRATION -> registration;
      case DESCRIPTION -> description;
      case COST_CENTRE -> costCentre;
      case EXPENSE_TYPE -> expenseType;
      case HEADING -> heading;
      case CONTRACT -> contract;
    };
  }

  /** The fields, by the names that a rulebook and a layout use (lower case, hyphens). */
  public enum Field {
    SUPPLIER,
    SUPPLIER_ID,
    REGISTRATION,
    DESCRIPTION,
    COST_CENTRE,
    EXPENSE_TYPE,
    HEADING,
    CONTRACT;

    /** As a file writes it: {@code cost-centre}. */
    public String written() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
