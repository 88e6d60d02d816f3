package org.spendreturns.returns;

import java.util.List;
import java.util.Optional;
import org.spendreturns.contract.YearSplit;
import org.spendreturns.money.Money;

/**
 * Awards whose value another award's value includes ("of which"): no pound is counted twice.
 *
 * <p>Where every part gives its sums, the parts are counted as themselves and their parent as the
 * rest. Else the parent is counted whole, and its parts are shown as not broken down.
 */
final class OfWhich {

  private final List<Agreement> awards;
  private final List<String> warnings;
  private final Wording wording;

  /** Of the awards, which are changed in place; parts that exceed their parent give a warning. */
  OfWhich(List<Agreement> awards, List<String> warnings, Wording wording) {
    this.awards = awards;
    this.warnings = warnings;
    this.wording = wording;
  }

  void settle() {
    for (int i = 0; i < awards.size(); i++) {
      Agreement parent = awards.get(i);
      List<Agreement> parts = partsOf(parent);
      if (!parts.isEmpty()) {
        awards.set(i, settled(parent, parts));
      }
    }
  }

  private Agreement settled(Agreement parent, List<Agreement> parts) {
    Agreement rest = parent.without(parts);
    boolean isDivided =
        parent.split().isPresent()
            && parts.stream().allMatch(part -> part.split().isPresent())
            && parts.stream().allMatch(part -> part.contract().price().firm().isPresent());
    Optional<YearSplit.Share> below =
        rest.split().stream()
            .flatMap(years -> years.shares().stream())
            .filter(share -> rest.own(share).compareTo(Money.ZERO) < 0)
            .findFirst();
    if (isDivided && below.isEmpty() && liesWithin(parent, parts)) {
      return rest;
    }
    if (isDivided) {
      warnings.add(
          wording.say(
              "warning.parts",
              parent.contract().at().toString(),
              parent.reference(),
              wording.and(parts.stream().map(Agreement::reference).toList())));
    }
    awards.replaceAll(award -> parts.contains(award) ? award.within(parent.reference()) : award);
    return parent;
  }

  private static boolean liesWithin(Agreement parent, List<Agreement> parts) {
    YearSplit whole = parent.split().orElseThrow();
    return parts.stream()
        .flatMap(part -> part.split().orElseThrow().shares().stream())
        .allMatch(share -> whole.in(share.year()).isPresent());
  }

  private List<Agreement> partsOf(Agreement parent) {
    return awards.stream()
        .filter(award -> award.contract().links().parent().equals(parent.reference()))
        .filter(award -> !award.reference().equals(parent.reference()))
        .toList();
  }
}
