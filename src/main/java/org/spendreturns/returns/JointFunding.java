package org.spendreturns.returns;

import java.util.List;
import java.util.Optional;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.Price.CoFunder;
import org.spendreturns.money.Money;

/**
 * An agreement that several funders pay: only the body's own share is in its figures, so that the
 * returns of all the funders can be added.
 */
record JointFunding(Contract contract, Wording wording) {

  /**
   * {@code £146,000 of £490,000; Southampton City Council and NHS £344,000}; empty if not joint.
   */
  Optional<String> note() {
    List<CoFunder> others = contract.price().coFunders();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    String own =
        contract.price().firm().map(wording::moneyInText).orElse(wording.say("meta.notOnFile"));
    String whole =
        whole().map(sum -> wording.say("joint.of", own, wording.moneyInText(sum))).orElse(own);
    List<String> shares =
        others.stream()
            .map(other -> wording.name(other.name()) + " " + wording.moneyInText(other.amount()))
            .toList();
    return Optional.of(wording.say("joint.note", contract.reference(), whole, wording.and(shares)));
  }

  /** The whole price: as printed, else the sum of the shares if all are on file. */
  Optional<Money> whole() {
    return contract.price().whole().or(this::sumOfShares);
  }

  /** A sentence if the whole as printed is not the sum of the shares. */
  Optional<String> warning(Money printed) {
    return sumOfShares()
        .filter(sum -> !sum.equals(printed))
        .map(
            sum ->
                wording.say(
                    "warning.shares",
                    contract.at().toString(),
                    contract.reference(),
                    wording.moneyInText(sum),
                    wording.moneyInText(printed),
                    wording.moneyInText(printed.minus(sum))));
  }

  private Optional<Money> sumOfShares() {
    List<Money> others = contract.price().coFunders().stream().map(CoFunder::amount).toList();
    return contract.price().firm().map(own -> own.plus(Money.sum(others)));
  }
}
