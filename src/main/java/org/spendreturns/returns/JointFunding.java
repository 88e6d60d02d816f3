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
record JointFunding(Contract contract) {

  /**
   * {@code £146,000 of £490,000; Southampton City Council and NHS £344,000}; empty if not joint.
   */
  Optional<String> note() {
    List<CoFunder> others = contract.price().coFunders();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    String own = contract.price().firm().map(Wording::pounds).orElse("not on file");
    String whole = whole().map(sum -> "%s of %s".formatted(own, Wording.pounds(sum))).orElse(own);
    List<String> shares =
        others.stream().map(other -> other.name() + " " + Wording.pounds(other.amount())).toList();
    return Optional.of(
        "%s: jointly funded; this body's share is %s; %s. Only this body's share is counted."
            .formatted(contract.reference(), whole, Wording.and(shares)));
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
                "%s: agreement %s: the shares add up to %s, the whole is printed as %s; difference %s"
                    .formatted(
                        contract.at(),
                        contract.reference(),
                        Wording.pounds(sum),
                        Wording.pounds(printed),
                        Wording.pounds(printed.minus(sum))));
  }

  private Optional<Money> sumOfShares() {
    List<Money> others = contract.price().coFunders().stream().map(CoFunder::amount).toList();
    return contract.price().firm().map(own -> own.plus(Money.sum(others)));
  }
}
