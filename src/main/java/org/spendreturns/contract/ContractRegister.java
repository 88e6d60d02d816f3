package org.spendreturns.contract;

import java.util.List;

/**
 * A contract register as received: every row is a contract or rejected.
 *
 * @param file its name, folders above it left out
 * @param digest SHA-256 of its bytes, lower-case hex
 * @param contracts in file order
 * @param rejected in file order
 */
public record ContractRegister(
    String file, String digest, List<Contract> contracts, List<RejectedRow> rejected) {

  /** Keeps its own copies. */
  public ContractRegister {
    contracts = List.copyOf(contracts);
    rejected = List.copyOf(rejected);
  }
}
