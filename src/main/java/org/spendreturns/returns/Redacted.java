package org.spendreturns.returns;

import org.spendreturns.money.Money;

/**
 * What a return does not tell, counted.
 *
 * @param reason why
 * @param decided by what it was decided: the body's rule or a decision, by number and day; who
 *     decided is on file under it
 * @param count payments, lines for review, rows or texts, as the reason says
 * @param amount the sum of payments and lines for review, which is told; zero for rows and texts
 */
public record Redacted(Reason reason, String decided, long count, Money amount) {

  /** Why something is not told. */
  public enum Reason {
    /** The ledger itself withholds the name. */
    IN_THE_LEDGER,
    /** A person decided it of this name. */
    DECIDED,
    /** The name is on the body's list. */
    LISTED,
    /** The register's row says that its name is withheld. */
    REGISTER,
    /** Individuals are paid under this expense type. */
    EXPENSE_TYPE,
    /** Suppliers of this kind are individuals. */
    SUPPLIER_KIND,
    /** The name may be an individual's, and nothing on file shows an organisation. */
    MAY_BE_A_PERSON,
    /** A withheld name, or a title and a name, stood in another text. */
    NAME_IN_A_TEXT,
    /** Nobody may be told where the service is. */
    ADDRESS,
    /** The body has not approved this free text for publication. */
    FREE_TEXT,
    /** What was found in a cell that could not be read. */
    FOUND_IN_A_CELL
  }
}
