package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.Price.CoFunder;
import org.spendreturns.money.Money;

/**
 * One agreement as several bodies' registers have it: each body's own share, and the whole once.
 *
 * @param reference the reference that the registers share, or their references with a stroke
 * @param shares the firm value in each body's own register, by the body's name, in the order given
 * @param otherFunders funders that have no register here, with what a register says they pay
 * @param whole all shares together; empty if a body's register gives none
 * @param disagreements what one register says of another body and that body's does not, in
 *     sentences
 */
public record JointView(
    String reference,
    Map<String, Money> shares,
    Map<String, Money> otherFunders,
    Optional<Money> whole,
    List<String> disagreements) {

  /** Keeps its own copies. */
  public JointView {
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    otherFunders = Collections.unmodifiableMap(new LinkedHashMap<>(otherFunders));
    disagreements = List.copyOf(disagreements);
  }

  /**
   * Puts the registers of several bodies beside each other.
   *
   * @param told how a co-funder's name is told: itself, or the marker of one that is withheld
   * @param byBody the agreement in each body's register, by the name by which co-funders are named
   * @throws IllegalArgumentException if there is none
   */
  public static JointView of(UnaryOperator<String> told, Map<String, Contract> byBody) {
    if (byBody.isEmpty()) {
      throw new IllegalArgumentException("no register has this agreement");
    }
    String reference =
        byBody.values().stream()
            .map(Contract::reference)
            .distinct()
            .collect(Collectors.joining(" / "));
    Map<String, Money> shares = new LinkedHashMap<>();
    byBody.forEach(
        (body, contract) -> contract.price().firm().ifPresent(own -> shares.put(body, own)));
    Map<String, Money> others = new LinkedHashMap<>();
    List<String> disagreements = new ArrayList<>();
    byBody.forEach(
        (body, contract) -> {
          for (CoFunder funder : contract.price().coFunders()) {
            Optional<Money> own =
                Optional.ofNullable(shares.get(funder.name()))
                    .or(() -> Optional.ofNullable(others.get(funder.name())));
            if (own.filter(sum -> !sum.equals(funder.amount())).isPresent()) {
              disagreements.add(
                  "%s: the register of %s has %s for %s, elsewhere it is %s"
                      .formatted(
                          reference,
                          body,
                          Wording.english().moneyInText(funder.amount()),
                          told.apply(funder.name()),
                          Wording.english().moneyInText(own.get())));
            } else if (!byBody.containsKey(funder.name())) {
              others.put(funder.name(), funder.amount());
            }
          }
        });
    Optional<Money> whole =
        shares.size() < byBody.size()
            ? Optional.empty()
            : Optional.of(Money.sum(shares.values()).plus(Money.sum(others.values())));
    Map<String, Money> funders = new LinkedHashMap<>();
    others.forEach((name, sum) -> funders.merge(told.apply(name), sum, Money::plus));
    return new JointView(reference, shares, funders, whole, disagreements);
  }
}
