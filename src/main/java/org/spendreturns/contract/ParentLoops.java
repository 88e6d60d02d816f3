package org.spendreturns.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.RejectReason;

/**
 * Refuses agreements that name each other as the one whose value includes them: no value includes
 * itself, and none of them could be counted without counting another twice.
 */
public final class ParentLoops {

  private ParentLoops() {}

  /**
   * The same registers, each row of a loop rejected with its reason, the other rows as they were.
   *
   * @param registers of one body: a loop may go through several of them
   */
  public static List<ContractRegister> refused(List<ContractRegister> registers) {
    Map<String, Contract> byReference = new HashMap<>();
    for (ContractRegister register : registers) {
      register.contracts().forEach(each -> byReference.putIfAbsent(each.reference(), each));
    }
    return registers.stream().map(register -> refused(register, byReference)).toList();
  }

  private static ContractRegister refused(
      ContractRegister register, Map<String, Contract> byReference) {
    List<Contract> sound = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>(register.rejected());
    for (Contract contract : register.contracts()) {
      List<String> loop = loop(contract, byReference);
      if (loop.isEmpty()) {
        sound.add(contract);
      } else {
        rejected.add(rejected(contract, loop));
      }
    }
    return new ContractRegister(
        register.file(), register.digest(), sound, rejected, register.printedTotals());
  }

  /** From the agreement by its parents back to itself; empty if that way ends elsewhere. */
  private static List<String> loop(Contract contract, Map<String, Contract> byReference) {
    List<String> way = new ArrayList<>();
    Optional<Contract> next = Optional.of(contract);
    while (next.isPresent() && !way.contains(next.get().reference())) {
      way.add(next.get().reference());
      next = Optional.ofNullable(byReference.get(next.get().links().parent()));
    }
    boolean isBack = next.map(Contract::reference).filter(contract.reference()::equals).isPresent();
    if (!isBack) {
      return List.of();
    }
    way.add(contract.reference());
    return way;
  }

  private static RejectedRow rejected(Contract contract, List<String> loop) {
    String message =
        "%s: column parent: '%s' leads back to this agreement (%s); name the agreement whose value"
                .formatted(contract.at(), contract.links().parent(), String.join(" in ", loop))
            + " includes the others, and leave its own parent empty";
    Particulars words =
        new Particulars(
            contract.organisation().name(),
            "",
            contract.organisation().registration(),
            contract.service(),
            "",
            "",
            "",
            contract.reference());
    List<LocalDate> dates =
        Stream.of(contract.term().awarded(), contract.term().start(), contract.term().end())
            .flatMap(Optional::stream)
            .toList();
    List<CategoryShares.Share> shares = contract.categories().shares();
    return new RejectedRow(
        new Rejected(contract.at(), RejectReason.CONTRADICTION, message, words),
        contract.kind().written(),
        shares.size() == 1 ? shares.get(0).categoryId() : "",
        dates);
  }
}
