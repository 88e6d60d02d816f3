package org.spendreturns.returns;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Redaction;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.money.Money;
import org.spendreturns.returns.OnFile.Found;

/**
 * A name that a body's returns withhold, for those who decide of it: it stays in the house.
 *
 * @param supplier as a line has it
 * @param reason why it is withheld
 * @param decided by what, as returns cite it
 * @param lines of the topic and for review that have it
 * @param amount their sum
 */
public record WithheldName(
    String supplier, Redacted.Reason reason, String decided, long lines, Money amount) {

  /**
   * The names of payees that are withheld, the largest sum first; the ledger's own markers left
   * out.
   */
  public static List<WithheldName> of(Body body, OnFile onFile) {
    PayeeNames names = new PayeeNames(body, onFile, Wording.english());
    Map<String, WithheldName> withheld = new TreeMap<>();
    Stream.concat(onFile.ofTopic().stream(), onFile.forReview().stream())
        .map(Found::line)
        .forEach(found -> add(found.line(), names, withheld));
    return withheld.values().stream()
        .sorted(
            Comparator.comparing(WithheldName::amount)
                .reversed()
                .thenComparing(WithheldName::supplier))
        .toList();
  }

  private static void add(LedgerLine line, PayeeNames names, Map<String, WithheldName> withheld) {
    String supplier = line.particulars().supplier();
    Optional<PayeeNames.Ground> ground = names.withheld(line.particulars());
    if (ground.isPresent() && !Redaction.isMarker(supplier)) {
      withheld.merge(
          SupplierName.of(supplier).normalised(),
          new WithheldName(
              supplier, ground.get().reason(), ground.get().decided(), 1, line.amount()),
          (one, other) ->
              new WithheldName(
                  one.supplier(),
                  one.reason(),
                  one.decided(),
                  one.lines() + 1,
                  one.amount().plus(other.amount())));
    }
  }
}
