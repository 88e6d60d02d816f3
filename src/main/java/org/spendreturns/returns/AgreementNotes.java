package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.Term.Option;
import org.spendreturns.money.Money;
import org.spendreturns.money.VatBasis;

/** What a reader must know beside the value of an agreement. */
final class AgreementNotes {

  private AgreementNotes() {}

  /** In sentences; none for an agreement that stands alone. */
  static List<String> of(Agreement agreement) {
    Contract contract = agreement.contract();
    Wording wording = agreement.wording();
    String reference = contract.reference();
    List<String> notes = new ArrayList<>();
    new JointFunding(contract, wording).note().ifPresent(notes::add);
    if (contract.price().vat() == VatBasis.GROSS && contract.price().firm().isPresent()) {
      notes.add(wording.say("agreement.vat", reference));
    }
    options(contract, wording).ifPresent(notes::add);
    if (!contract.links().leadBody().isEmpty()) {
      notes.add(
          wording.say("agreement.lead", reference, wording.name(contract.links().leadBody())));
    }
    agreement
        .within()
        .map(parent -> wording.say("agreement.within", reference, parent))
        .ifPresent(notes::add);
    if (!agreement.parts().isEmpty()) {
      notes.add(
          wording.say(
              "agreement.includes",
              reference,
              wording.and(agreement.parts().stream().map(Agreement::reference).toList())));
    }
    if (!contract.note().isEmpty()) {
      notes.add(reference + ": " + wording.own(contract.note()));
    }
    return notes;
  }

  private static Optional<String> options(Contract contract, Wording wording) {
    List<String> options =
        contract.term().options().stream()
            .map(
                option ->
                    wording.days(option.period())
                        + option.amount().map(sum -> ", " + wording.moneyInText(sum)).orElse(""))
            .toList();
    return options.isEmpty()
        ? Optional.empty()
        : Optional.of(
            withOptions(contract)
                .map(
                    sum ->
                        wording.say(
                            "agreement.options.sum",
                            contract.reference(),
                            String.join("; ", options),
                            wording.moneyInText(sum)))
                .orElseGet(
                    () ->
                        wording.say(
                            "agreement.options",
                            contract.reference(),
                            String.join("; ", options))));
  }

  private static Optional<Money> withOptions(Contract contract) {
    List<Option> options = contract.term().options();
    List<Money> sums = options.stream().map(Option::amount).flatMap(Optional::stream).toList();
    return sums.size() < options.size()
        ? Optional.empty()
        : contract.price().firm().map(firm -> firm.plus(Money.sum(sums)));
  }
}
