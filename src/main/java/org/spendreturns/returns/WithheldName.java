package org.spendreturns.returns;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spendreturns.contract.Contract;
import org.spendreturns.ledger.Redaction;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.money.Money;
import org.spendreturns.returns.PayeeNames.Ground;

/**
 * A name that a body's returns withhold, for those who decide of it: it stays in the house.
 *
 * @param supplier as a line has it
 * @param reason why it is withheld
 * @param decided by what, as returns cite it
 * @param lines of the topic and for review that have it
 * @param rows of the registers that name it
 * @param amount the sum of the lines
 */
public record WithheldName(
    String supplier, Redacted.Reason reason, String decided, long lines, long rows, Money amount) {

  /**
   * The names that are withheld, of payees and in registers, the largest sum first; the ledger's
   * own markers left out.
   */
  public static List<WithheldName> of(Body body, OnFile onFile) {
    PayeeNames names = new PayeeNames(body, onFile, Wording.english());
    Map<String, WithheldName> withheld = new TreeMap<>();
    Stream.concat(onFile.ofTopic().stream(), onFile.forReview().stream())
        .map(found -> found.line().line())
        .forEach(
            line ->
                names
                    .withheld(line.particulars())
                    .ifPresent(
                        why ->
                            add(line.particulars().supplier(), why, 1, line.amount(), withheld)));
    onFile.registers().stream()
        .flatMap(register -> register.contracts().stream())
        .forEach(row -> add(row, names, withheld));
    return withheld.values().stream()
        .sorted(
            Comparator.comparing(WithheldName::amount)
                .reversed()
                .thenComparing(WithheldName::supplier))
        .toList();
  }

  private static void add(Contract row, PayeeNames names, Map<String, WithheldName> withheld) {
    names
        .withheld(row)
        .ifPresent(why -> add(row.organisation().name(), why, 0, Money.ZERO, withheld));
    PayeeNames.besideTheOrganisation(row)
        .forEach(
            name -> names.withheld(name).ifPresent(why -> add(name, why, 0, Money.ZERO, withheld)));
  }

  private static void add(
      String name, Ground why, long lines, Money amount, Map<String, WithheldName> withheld) {
    if (!Redaction.isMarker(name)) {
      withheld.merge(
          SupplierName.of(name).normalised(),
          new WithheldName(name, why.reason(), why.decided(), lines, 1 - lines, amount),
          (one, other) ->
              new WithheldName(
                  one.supplier(),
                  one.reason(),
                  one.decided(),
                  one.lines() + other.lines(),
                  one.rows() + other.rows(),
                  one.amount().plus(other.amount())));
    }
  }
}
