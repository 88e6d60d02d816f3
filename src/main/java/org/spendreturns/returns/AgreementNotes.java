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
    String reference = contract.reference();
    List<String> notes = new ArrayList<>();
    new JointFunding(contract).note().ifPresent(notes::add);
    if (contract.price().vat() == VatBasis.GROSS && contract.price().firm().isPresent()) {
      notes.add("%s: its sums include VAT.".formatted(reference));
    }
    options(contract).ifPresent(notes::add);
    if (!contract.links().leadBody().isEmpty()) {
      notes.add(
          "%s: paid to %s, which pays the organisation for this body."
              .formatted(reference, contract.links().leadBody()));
    }
    agreement
        .within()
        .map(parent -> "%s: its sum is counted in agreement %s.".formatted(reference, parent))
        .ifPresent(notes::add);
    if (!agreement.parts().isEmpty()) {
      notes.add(
          "%s: its value includes %s, counted apart."
              .formatted(
                  reference,
                  Wording.and(agreement.parts().stream().map(Agreement::reference).toList())));
    }
    if (!contract.note().isEmpty()) {
      notes.add(reference + ": " + contract.note());
    }
    return notes;
  }

  private static Optional<String> options(Contract contract) {
    List<String> options =
        contract.term().options().stream()
            .map(
                option ->
                    Wording.days(option.period())
                        + option.amount().map(sum -> ", " + Wording.pounds(sum)).orElse(""))
            .toList();
    return options.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s: options, not counted: %s%s."
                .formatted(
                    contract.reference(),
                    String.join("; ", options),
                    withOptions(contract)
                        .map(sum -> "; with options " + Wording.pounds(sum))
                        .orElse("")));
  }

  private static Optional<Money> withOptions(Contract contract) {
    List<Option> options = contract.term().options();
    List<Money> sums = options.stream().map(Option::amount).flatMap(Optional::stream).toList();
    return sums.size() < options.size()
        ? Optional.empty()
        : contract.price().firm().map(firm -> firm.plus(Money.sum(sums)));
  }
}
