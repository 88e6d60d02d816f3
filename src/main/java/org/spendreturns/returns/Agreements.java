package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.AgreedSum;
import org.spendreturns.contract.CategoryShares;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.SplitRule;
import org.spendreturns.contract.Term;
import org.spendreturns.contract.YearSplit;
import org.spendreturns.rulebook.Answer;
import org.spendreturns.rulebook.Category;
import org.spendreturns.rulebook.Classification;

/**
 * The registers' rows, sorted out: the awards of the topic, those that wait for a person, and what
 * is no award.
 */
final class Agreements {

  /** As a register states that a row has nothing to do with the topic. */
  private static final String NOT_TOPIC = new Answer.NotTopic().label();

  private static final Comparator<Contract> READING_ORDER =
      Comparator.comparing((Contract contract) -> contract.organisation().name())
          .thenComparing(contract -> contract.term().start().map(Object::toString).orElse(""))
          .thenComparing(Contract::reference);

  private final Map<String, Category> categories = new HashMap<>();
  private final List<Agreement> awards = new ArrayList<>();
  private final List<Contract> forReview = new ArrayList<>();
  private final List<Contract> asides = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Wording wording;

  Agreements(OnFile onFile, SplitRule rule, Wording wording) {
    this.wording = wording;
    onFile.categories().forEach(category -> categories.put(category.id(), category));
    categories.put(Category.NOT_BROKEN_DOWN.id(), Category.NOT_BROKEN_DOWN);
    Map<String, String> seenIn = new HashMap<>();
    List<ContractRegister> registers =
        onFile.registers().stream()
            .sorted(
                Comparator.comparing(ContractRegister::file)
                    .thenComparing(ContractRegister::digest))
            .toList();
    for (ContractRegister register : registers) {
      for (Contract contract : register.contracts()) {
        String first = seenIn.putIfAbsent(contract.reference(), contract.at().toString());
        if (first != null) {
          warnings.add(
              wording.say(
                  "warning.reference", contract.at().toString(), contract.reference(), first));
        } else {
          sort(contract, register.digest(), onFile.agreements(), rule);
        }
      }
    }
    new OfWhich(awards, warnings, wording).settle();
    awards.sort(Comparator.comparing(Agreement::contract, READING_ORDER));
    asides.sort(Comparator.comparing(Contract::service).thenComparing(Contract::reference));
  }

  /** The awards of the topic, by organisation, start and reference. */
  List<Agreement> awards() {
    return List.copyOf(awards);
  }

  /** The awards whose wording the rules could not settle. */
  List<Contract> forReview() {
    return List.copyOf(forReview);
  }

  /** What is no award: pools, funds, tenders, bids, income. */
  List<Contract> asides() {
    return List.copyOf(asides);
  }

  /** The pooled budgets that serve the topic in the year, and may pay for the category. */
  List<Contract> pools(FinancialYear year) {
    return asides.stream()
        .filter(row -> row.kind() == Kind.POOL && row.term().mayTouch(year))
        .toList();
  }

  /** Whether it ran, was awarded, or may have run or been awarded, in one of the years. */
  static boolean concerns(Contract contract, List<FinancialYear> years) {
    Term term = contract.term();
    return years.stream().anyMatch(term::mayTouch)
        || years.stream().anyMatch(contract.price().statedByYear()::containsKey)
        || term.awarded().map(FinancialYear::of).filter(years::contains).isPresent();
  }

  /** What does not agree in the registers, in sentences. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  private void sort(
      Contract contract, String digest, Map<String, Classification> judged, SplitRule rule) {
    CategoryShares stated = contract.categories();
    if (stated.shares().stream().anyMatch(share -> share.categoryId().equals(NOT_TOPIC))) {
      return;
    }
    if (!contract.kind().isAward()) {
      asides.add(contract);
      return;
    }
    Optional<YearSplit> split = YearSplit.of(contract, rule);
    warnOfSums(contract, split);
    if (stated.isStated()) {
      awards.add(asStated(contract, digest, split));
      return;
    }
    Answer answer =
        Optional.ofNullable(judged.get(contract.reference()))
            .map(Classification::answer)
            .orElse(new Answer.Of(Category.NOT_BROKEN_DOWN));
    if (answer instanceof Answer.Of of) {
      awards.add(
          Agreement.alone(contract, digest, List.of(of.category()), List.of(1L), split, wording));
    } else if (answer instanceof Answer.ForReview) {
      forReview.add(contract);
    }
  }

  private Agreement asStated(Contract contract, String digest, Optional<YearSplit> split) {
    List<Category> known = new ArrayList<>();
    for (CategoryShares.Share share : contract.categories().shares()) {
      Category category = categories.get(share.categoryId());
      if (category == null) {
        warnings.add(
            wording.say(
                "warning.category",
                contract.at().toString(),
                share.categoryId(),
                String.join(", ", categories.keySet().stream().sorted().toList())));
        return Agreement.alone(
            contract, digest, List.of(Category.NOT_BROKEN_DOWN), List.of(1L), split, wording);
      }
      known.add(category);
    }
    List<Long> weights =
        contract.categories().shares().stream().map(CategoryShares.Share::weight).toList();
    return Agreement.alone(contract, digest, known, weights, split, wording);
  }

  private void warnOfSums(Contract contract, Optional<YearSplit> split) {
    if (contract.price().value() instanceof AgreedSum.Firm firm
        && split.isPresent()
        && !split.get().total().equals(firm.money())) {
      warnings.add(
          wording.say(
              "warning.years",
              contract.at().toString(),
              contract.reference(),
              wording.moneyInText(split.get().total()),
              wording.moneyInText(firm.money()),
              wording.moneyInText(firm.money().minus(split.get().total()))));
    }
    contract
        .price()
        .whole()
        .ifPresent(
            whole -> new JointFunding(contract, wording).warning(whole).ifPresent(warnings::add));
  }
}
