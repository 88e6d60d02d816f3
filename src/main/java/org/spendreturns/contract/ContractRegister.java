package org.spendreturns.contract;

import java.util.List;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;

/**
 * A contract register as received: every row is a contract, a printed total or rejected.
 *
 * @param file its name, folders above it left out
 * @param digest SHA-256 of its bytes, lower-case hex
 * @param contracts in file order
 * @param rejected in file order
 * @param printedTotals in file order; they are compared and never counted
 */
public record ContractRegister(
    String file,
    String digest,
    List<Contract> contracts,
    List<RejectedRow> rejected,
    List<PrintedTotal> printedTotals) {

  /**
   * A total that the register prints.
   *
   * @param at its row
   * @param reference by which other rows name it as their parent; empty if it has none
   * @param title what it is the total of
   * @param categoryId the category that it sums; empty for all
   * @param amount as printed
   */
  public record PrintedTotal(
      SourceRef at, String reference, String title, String categoryId, Money amount) {}

  /** Keeps its own copies. */
  public ContractRegister {
    contracts = List.copyOf(contracts);
    rejected = List.copyOf(rejected);
    printedTotals = List.copyOf(printedTotals);
  }
}
