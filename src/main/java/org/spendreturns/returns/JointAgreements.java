package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.contract.Contract;
import org.spendreturns.money.Money;
import org.spendreturns.returns.JointReturn.Party;
import org.spendreturns.returns.JointReturn.Twice;

/**
 * Agreements that stand in the registers of several bodies.
 *
 * <p>They are one if organisation and reference are the same, or if the organisation is the same
 * and each names the other body as a co-funder. Each register gives its own body's share, so shares
 * add up; only if all registers give the whole price, none a share, is it counted once.
 *
 * @param views each of them, in the first body's order
 * @param countedTwice the shares of the whole that a second body's return counts again
 * @param told what was taken out, and what does not agree, in sentences
 */
record JointAgreements(List<JointView> views, List<Twice> countedTwice, List<String> told) {

  /** An agreement in one body's register. */
  private record Entry(Party party, Contract contract) {}

  static JointAgreements of(List<Party> parties) {
    JointAgreements joint =
        new JointAgreements(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Entry> entries = parties.stream().flatMap(party -> entries(party).stream()).toList();
    Set<Entry> seen = new HashSet<>();
    for (Entry entry : entries) {
      List<Entry> same =
          entries.stream()
              .filter(other -> other.equals(entry) || isSame(entry, other))
              .filter(seen::add)
              .toList();
      if (same.size() > 1) {
        joint.add(same);
      }
    }
    return joint;
  }

  /** The awards of a body that are counted in its return. */
  private static List<Entry> entries(Party party) {
    Set<String> counted = new HashSet<>();
    party
        .filing()
        .sections()
        .forEach(section -> section.rows().forEach(row -> counted.add(row.reference())));
    return party.registers().stream()
        .flatMap(register -> register.contracts().stream())
        .filter(contract -> contract.kind().isAward() && counted.contains(contract.reference()))
        .map(contract -> new Entry(party, contract))
        .toList();
  }

  private static boolean isSame(Entry one, Entry other) {
    if (one.party().equals(other.party())
        || !JointReturn.isSameOrganisation(one.contract(), other.contract())) {
      return false;
    }
    boolean isSameReference =
        levelled(one.contract().reference()).equals(levelled(other.contract().reference()));
    return isSameReference || (names(one, other.party()) && names(other, one.party()));
  }

  private static boolean names(Entry entry, Party other) {
    return entry.contract().price().coFunders().stream()
        .anyMatch(funder -> JointReturn.isSame(funder.name(), other.name()));
  }

  private void add(List<Entry> same) {
    Map<String, Contract> byBody = new LinkedHashMap<>();
    same.forEach(entry -> byBody.putIfAbsent(entry.party().name(), entry.contract()));
    if (byBody.size() < same.size()) {
      told.add(
          "%s: stands more than once in one register; not put together with other bodies'."
              .formatted(same.get(0).contract().reference()));
      return;
    }
    JointView view =
        JointView.of(
            name ->
                same.stream()
                    .map(entry -> entry.party().told(name))
                    .filter(told -> !told.equals(name))
                    .findFirst()
                    .orElse(name),
            byBody);
    views.add(view);
    view.disagreements().forEach(sentence -> told.add(sentence + "."));
    Optional<Money> whole = whole(same);
    if (whole.isPresent() && givesTheWholeEach(same, whole.get())) {
      told.add(
          "%s: each of %s gives the whole price, %s, and no share: counted once."
              .formatted(
                  view.reference(),
                  Wording.english().and(List.copyOf(byBody.keySet())),
                  Wording.english().moneyInText(whole.get())));
      same.subList(1, same.size()).forEach(this::takeOut);
    } else if (view.whole().isPresent() && whole.isPresent()) {
      Money over = view.whole().get().minus(whole.get());
      if (!over.equals(Money.ZERO)) {
        told.add(
            "%s: the shares add up to %s, the whole is printed as %s; difference %s."
                .formatted(
                    view.reference(),
                    Wording.english().moneyInText(view.whole().get()),
                    Wording.english().moneyInText(whole.get()),
                    Wording.english().moneyInText(over)));
      }
    }
  }

  /** The whole price as a register prints it; else the sum that all give alike. */
  private static Optional<Money> whole(List<Entry> same) {
    Optional<Money> printed =
        same.stream()
            .map(entry -> entry.contract().price().whole())
            .flatMap(Optional::stream)
            .findFirst();
    return printed.or(() -> same.get(0).contract().price().firm().filter(sum -> isAlike(same)));
  }

  private static boolean isAlike(List<Entry> same) {
    return same.stream().map(entry -> entry.contract().price().firm()).distinct().count() == 1
        && same.stream().allMatch(entry -> entry.contract().price().coFunders().isEmpty());
  }

  private static boolean givesTheWholeEach(List<Entry> same, Money whole) {
    return same.stream()
        .allMatch(entry -> entry.contract().price().firm().filter(whole::equals).isPresent());
  }

  private void takeOut(Entry entry) {
    for (Section section : entry.party().filing().sections()) {
      for (Section.Row row : section.rows()) {
        if (row.reference().equals(entry.contract().reference())) {
          for (int year = 0; year < row.awardedByYear().size(); year++) {
            int place = year;
            Totals.money(row.awardedByYear().get(year).value())
                .ifPresent(
                    sum ->
                        countedTwice.add(
                            new Twice(
                                Wording.english().heading(section.category()), place, sum, true)));
          }
        }
      }
    }
  }

  private static String levelled(String reference) {
    return reference.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
  }
}
