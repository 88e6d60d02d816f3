package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.money.Money;

/**
 * The returns of several bodies for one topic and the same years, added, with no pound counted
 * twice because two of them tell of it.
 *
 * @param bodies their names, in the order given
 * @param years the years of all of them, ascending
 * @param awarded what was awarded, category by category, then in all
 * @param paid what was paid, category by category, then in all
 * @param agreements those that stand in the registers of more than one of the bodies
 * @param told what was taken out, and what does not agree, in sentences
 */
public record JointReturn(
    List<String> bodies,
    List<FinancialYear> years,
    List<Row> awarded,
    List<Row> paid,
    List<JointView> agreements,
    List<String> told) {

  /** Keeps its own copies. */
  public JointReturn {
    bodies = List.copyOf(bodies);
    years = List.copyOf(years);
    awarded = List.copyOf(awarded);
    paid = List.copyOf(paid);
    agreements = List.copyOf(agreements);
    told = List.copyOf(told);
  }

  /**
   * A body's return, and the registers it was made from.
   *
   * @param withheld names in those registers that are not told
   */
  public record Party(Return filing, List<ContractRegister> registers, Set<String> withheld) {
    /** Keeps its own copies. */
    public Party {
      registers = List.copyOf(registers);
      withheld = withheld.stream().map(JointReturn::level).collect(Collectors.toUnmodifiableSet());
    }

    /** A name of its registers as it is told. */
    String told(String name) {
      return withheld.contains(level(name)) ? Wording.english().say(Wording.MARKER) : name;
    }

    String name() {
      return filing.heading().bodyName();
    }
  }

  /**
   * A row.
   *
   * @param title its heading: a category, or all that was identified
   * @param byBody what each body's own return says, one a body, each one a year and then in all
   * @param together all bodies, one a year and then in all
   */
  public record Row(String title, List<List<Value>> byBody, List<Value> together) {
    /** Keeps its own copies. */
    public Row {
      byBody = byBody.stream().map(List::copyOf).toList();
      together = List.copyOf(together);
    }
  }

  /**
   * Adds returns.
   *
   * @param parties two at least, of the same topic and years, no body twice
   * @throws IllegalArgumentException if they cannot be added
   */
  public static JointReturn of(List<Party> parties) {
    if (parties.size() < 2) {
      throw new IllegalArgumentException(
          "one body alone; returns of two bodies at least are added");
    }
    Return first = parties.get(0).filing();
    for (Party party : parties) {
      if (!party.filing().heading().years().equals(first.heading().years())
          || !titles(party.filing().awarded()).equals(titles(first.awarded()))) {
        throw new IllegalArgumentException(
            "the returns of %s and %s are not of the same years and categories"
                .formatted(parties.get(0).name(), party.name()));
      }
    }
    JointAgreements joint = JointAgreements.of(parties);
    List<String> told = new ArrayList<>(joint.told());
    PassedOn passedOn = new PassedOn(parties);
    told.addAll(passedOn.told());
    return new JointReturn(
        parties.stream().map(Party::name).toList(),
        first.heading().years(),
        rows(parties, Summary.Basis.AWARDED, joint.countedTwice()),
        rows(parties, Summary.Basis.PAID, passedOn.sums()),
        joint.views(),
        told);
  }

  private static List<String> titles(Summary summary) {
    return summary.rows().stream().map(Summary.Row::title).toList();
  }

  private static List<Row> rows(List<Party> parties, Summary.Basis basis, List<Twice> twice) {
    Summary first = summary(parties.get(0).filing(), basis);
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row <= first.rows().size(); row++) {
      int at = row;
      Predicate<Twice> isHere =
          row == first.rows().size()
              ? each -> true
              : each -> each.title().equals(first.rows().get(at).title());
      List<List<Value>> byBody =
          parties.stream().map(party -> values(summary(party.filing(), basis), at)).toList();
      List<Value> together = new ArrayList<>();
      int years = parties.get(0).filing().heading().years().size();
      for (int column = 0; column <= years; column++) {
        int year = column;
        Value sum =
            Totals.of(byBody.stream().map(values -> values.get(year)).toList(), Wording.english());
        List<Twice> here =
            twice.stream()
                .filter(isHere)
                .filter(each -> year == years || each.year() == year)
                .toList();
        together.add(less(sum, here));
      }
      String title =
          row < first.rows().size() ? first.rows().get(row).title() : first.total().title();
      rows.add(new Row(title, byBody, together));
    }
    return rows;
  }

  private static List<Value> values(Summary summary, int row) {
    Summary.Row found = row < summary.rows().size() ? summary.rows().get(row) : summary.total();
    List<Value> values = new ArrayList<>(found.byYear().stream().map(Figure::value).toList());
    values.add(found.inAll().value());
    return values;
  }

  private static Summary summary(Return filing, Summary.Basis basis) {
    return basis == Summary.Basis.AWARDED ? filing.awarded() : filing.paid();
  }

  private static Value less(Value sum, List<Twice> twice) {
    Optional<Money> money = Totals.money(sum);
    if (twice.isEmpty() || money.isEmpty()) {
      return sum;
    }
    Money left = money.get().minus(Money.sum(twice.stream().map(Twice::amount).toList()));
    boolean isOpen =
        sum instanceof Value.AtLeast || twice.stream().anyMatch(each -> !each.isCertain());
    return isOpen ? new Value.AtLeast(left) : new Value.Amount(left);
  }

  /**
   * A sum that two of the returns count.
   *
   * @param title of the row that counts it
   * @param year its place among the years
   * @param isCertain whether it surely stands in both; if not, what is left is "at least"
   */
  record Twice(String title, int year, Money amount, boolean isCertain) {}

  /**
   * Payments of one body to another of them: what that one paid on stands in its own return.
   *
   * <p>Whether all of it was paid on cannot be told, so what is left is "at least".
   */
  private record PassedOn(List<Party> parties) {

    List<Twice> sums() {
      List<Twice> sums = new ArrayList<>();
      for (Party party : parties) {
        for (Payment payment : toAnother(party)) {
          sums.add(
              new Twice(
                  Wording.english().heading(payment.category()),
                  party.filing().heading().years().indexOf(payment.line().line().financialYear()),
                  payment.line().line().amount(),
                  false));
        }
      }
      return sums;
    }

    List<String> told() {
      List<String> told = new ArrayList<>();
      for (Party party : parties) {
        Map<String, List<Money>> byPayee = new LinkedHashMap<>();
        for (Payment payment : toAnother(party)) {
          byPayee
              .computeIfAbsent(payee(payment), unused -> new ArrayList<>())
              .add(payment.line().line().amount());
        }
        byPayee.forEach(
            (payee, sums) ->
                told.add(
                    "%s paid %s to %s, whose own return tells what it paid on: taken out once, and"
                            .formatted(
                                party.name(), Wording.english().moneyInText(Money.sum(sums)), payee)
                        + " the sum is “at least”."));
      }
      return told;
    }

    private List<Payment> toAnother(Party payer) {
      return payer.filing().payments().stream()
          .filter(
              payment ->
                  parties.stream()
                      .filter(other -> !other.equals(payer))
                      .anyMatch(other -> isSame(other.name(), payee(payment))))
          .toList();
    }

    private static String payee(Payment payment) {
      return payment.line().line().particulars().supplier();
    }
  }

  static boolean isSame(String one, String other) {
    return level(one).equals(level(other));
  }

  private static String level(String name) {
    return SupplierName.of(name).normalised();
  }

  static boolean isSameOrganisation(Contract one, Contract other) {
    String number = one.organisation().registration();
    return (!number.isEmpty() && number.equals(other.organisation().registration()))
        || isSame(one.organisation().name(), other.organisation().name());
  }
}
