package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spendreturns.contract.CategoryShares;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.ContractRegister.PrintedTotal;
import org.spendreturns.money.Money;

/**
 * Compares the totals that a register prints with its rows. A difference is told, and explained if
 * exactly one set of few rows makes it up; nothing is corrected.
 */
final class PrintedTotals {

  /** More rows than this would explain almost any difference by chance. */
  private static final int ROWS_AT_MOST = 3;

  /** In longer registers chance explains a difference sooner, and the search grows with n³. */
  private static final int LONG_REGISTER = 200;

  private PrintedTotals() {}

  /** A sentence for each printed total that its rows do not make up, by file and row. */
  static List<String> warnings(List<ContractRegister> registers, Wording wording) {
    return registers.stream()
        .sorted(
            Comparator.comparing(ContractRegister::file).thenComparing(ContractRegister::digest))
        .flatMap(
            register ->
                register.printedTotals().stream()
                    .flatMap(total -> warning(register, total, wording)))
        .toList();
  }

  private static Stream<String> warning(
      ContractRegister register, PrintedTotal total, Wording wording) {
    List<Contract> rows = rows(register, total);
    Money lines = Money.sum(rows.stream().map(PrintedTotals::amount).toList());
    Money difference = total.amount().minus(lines);
    if (difference.equals(Money.ZERO)) {
      return Stream.empty();
    }
    String told =
        wording.say(
            rows.size() == 1 ? "warning.printed.one" : "warning.printed",
            total.at().toString(),
            wording.own(total.title()),
            wording.count(rows.size()),
            wording.moneyInText(lines),
            wording.moneyInText(total.amount()),
            wording.moneyInText(difference));
    return Stream.of(
        told
            + explanation(rows, difference.negated(), wording)
                .map(these -> "; " + wording.say("warning.printed.exactly", these))
                .or(
                    () ->
                        explanation(notCounted(register), difference, wording)
                            .map(these -> "; " + wording.say("warning.printed.elsewhere", these)))
                .orElse(""));
  }

  /** What the register lists and the rows of a total leave out: it may have been printed in it. */
  private static List<Contract> notCounted(ContractRegister register) {
    return register.contracts().stream().filter(row -> !row.kind().isAward()).toList();
  }

  /** The rows that name the total as their parent; else those of its category; else all awards. */
  private static List<Contract> rows(ContractRegister register, PrintedTotal total) {
    List<Contract> awards =
        register.contracts().stream().filter(row -> row.kind().isAward()).toList();
    List<Contract> named =
        awards.stream()
            .filter(row -> !total.reference().isEmpty())
            .filter(row -> row.links().parent().equals(total.reference()))
            .toList();
    if (!named.isEmpty()) {
      return named;
    }
    return awards.stream()
        .filter(
            row ->
                total.categoryId().isEmpty()
                    || row.categories().shares().stream()
                        .map(CategoryShares.Share::categoryId)
                        .anyMatch(total.categoryId()::equals))
        .toList();
  }

  private static Optional<String> explanation(List<Contract> rows, Money over, Wording wording) {
    int most = rows.size() > LONG_REGISTER ? 1 : ROWS_AT_MOST;
    for (int size = 1; size <= most; size++) {
      List<List<Contract>> sets = new ArrayList<>();
      choose(rows, size, 0, List.of(), over, sets);
      if (!sets.isEmpty()) {
        return sets.size() > 1
            ? Optional.empty()
            : Optional.of(wording.and(sets.get(0).stream().map(Contract::reference).toList()));
      }
    }
    return Optional.empty();
  }

  private static void choose(
      List<Contract> rows,
      int size,
      int from,
      List<Contract> chosen,
      Money left,
      List<List<Contract>> sets) {
    if (size == 0) {
      if (left.equals(Money.ZERO)) {
        sets.add(chosen);
      }
      return;
    }
    for (int i = from; i <= rows.size() - size; i++) {
      List<Contract> more = new ArrayList<>(chosen);
      more.add(rows.get(i));
      choose(rows, size - 1, i + 1, more, left.minus(amount(rows.get(i))), sets);
    }
  }

  private static Money amount(Contract row) {
    return row.price().firm().orElse(Money.ZERO);
  }
}
