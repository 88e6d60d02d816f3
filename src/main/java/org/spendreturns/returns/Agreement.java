package org.spendreturns.returns;

import java.util.List;
import java.util.Optional;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.AgreedSum;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.YearSplit;
import org.spendreturns.money.Apportionment;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Category;

/**
 * An award of the topic: the register's row, the categories it counts in and its years.
 *
 * @param contract the row
 * @param registerDigest of its register
 * @param categories one, or several with weights; at least one
 * @param weights one a category
 * @param split its years; empty if the register does not say enough
 * @param parts awards that its value includes and that are counted in rows of their own
 * @param within the reference of the award in whose value this one is counted; empty if it is
 *     counted itself
 * @param wording in which it says what is not on file
 */
record Agreement(
    Contract contract,
    String registerDigest,
    List<Category> categories,
    List<Long> weights,
    Optional<YearSplit> split,
    List<Agreement> parts,
    Optional<String> within,
    Wording wording) {

  Agreement {
    categories = List.copyOf(categories);
    weights = List.copyOf(weights);
    parts = List.copyOf(parts);
  }

  /** An award that hangs on no other. */
  static Agreement alone(
      Contract contract,
      String registerDigest,
      List<Category> categories,
      List<Long> weights,
      Optional<YearSplit> split,
      Wording wording) {
    return new Agreement(
        contract, registerDigest, categories, weights, split, List.of(), Optional.empty(), wording);
  }

  /** The same award, its value lessened by these. */
  Agreement without(List<Agreement> counted) {
    return new Agreement(
        contract, registerDigest, categories, weights, split, counted, Optional.empty(), wording);
  }

  /** The same award, counted in the value of another. */
  Agreement within(String parent) {
    return new Agreement(
        contract,
        registerDigest,
        categories,
        weights,
        split,
        List.of(),
        Optional.of(parent),
        wording);
  }

  String reference() {
    return contract.reference();
  }

  /** Whether all of it is of one category that the rulebook tells apart. */
  boolean isOfOneCategory() {
    return categories.size() == 1 && !categories.contains(Category.NOT_BROKEN_DOWN);
  }

  boolean touches(FinancialYear year) {
    return split.flatMap(years -> years.in(year)).isPresent() || contract.term().mayTouch(year);
  }

  /** What of it falls in the category and the year. */
  Value awardedIn(Category category, FinancialYear year) {
    if (!categories.contains(category)) {
      return touches(year) ? elsewhere(category) : new Value.Nil();
    }
    Optional<YearSplit.Share> share = split.flatMap(years -> years.in(year));
    if (within.isPresent() && touches(year)) {
      return new Value.NotBrokenDown();
    }
    if (share.isPresent()) {
      return new Value.Amount(part(category, own(share.get())));
    }
    boolean allIsDivided = split.isPresent() && contract.price().firm().isPresent();
    return allIsDivided || !contract.term().mayTouch(year) ? new Value.Nil() : unknown();
  }

  /** The whole firm value in the category, of all years. */
  Value awardedInAll(Category category) {
    if (!categories.contains(category)) {
      return elsewhere(category);
    }
    if (within.isPresent()) {
      return new Value.NotBrokenDown();
    }
    if (contract.price().firm().isPresent()) {
      return new Value.Amount(wholePart(category));
    }
    return split
        .<Value>map(years -> new Value.AtLeast(sumOfParts(years, category)))
        .orElseGet(this::unknown);
  }

  /** Its share in the category and year, as a part of a figure; none if no sum falls there. */
  List<Part> partsIn(Category category, FinancialYear year) {
    if (!categories.contains(category) || within.isPresent()) {
      return List.of();
    }
    return split.flatMap(years -> years.in(year)).stream()
        .<Part>map(
            share ->
                of(
                    part(category, own(share)),
                    ruleOf(category, AwardedEntries.rule(share, wording))))
        .toList();
  }

  /** The whole of it in the category, as a part of a figure. */
  List<Part> partsInAll(Category category) {
    return Totals.money(awardedInAll(category)).stream()
        .<Part>map(sum -> of(sum, ruleOf(category, wording.say("share.firmValue"))))
        .toList();
  }

  /** In a category that is not its own it has a row only because payments under it are there. */
  private Value elsewhere(Category category) {
    boolean mayBeOfIt =
        categories.contains(Category.NOT_BROKEN_DOWN) && !category.equals(Category.NOT_BROKEN_DOWN);
    return mayBeOfIt ? new Value.NotBrokenDown() : new Value.Nil();
  }

  private Part of(Money amount, String rule) {
    return new Part.OfContract(registerDigest, contract.at(), reference(), amount, rule);
  }

  private String ruleOf(Category category, String rule) {
    String less =
        parts.isEmpty()
            ? rule
            : wording.say(
                "share.less", rule, wording.and(parts.stream().map(Agreement::reference).toList()));
    if (categories.size() == 1) {
      return less;
    }
    long all = weights.stream().mapToLong(Long::longValue).sum();
    return wording.say(
        "share.ofCategory",
        less,
        String.valueOf(weights.get(categories.indexOf(category))),
        String.valueOf(all));
  }

  /** What is left of a year's share when the awards that it includes are taken out. */
  Money own(YearSplit.Share share) {
    List<Money> included =
        parts.stream()
            .flatMap(part -> part.split().flatMap(years -> years.in(share.year())).stream())
            .map(YearSplit.Share::amount)
            .toList();
    return share.amount().minus(Money.sum(included));
  }

  /** Divides every year for itself, so that categories and years add up both ways. */
  private Money part(Category category, Money whole) {
    return Apportionment.byWeights(whole, weights).get(categories.indexOf(category));
  }

  private Money wholePart(Category category) {
    Money whole = contract.price().firm().orElseThrow();
    Money included =
        Money.sum(parts.stream().map(part -> part.contract.price().firm().orElseThrow()).toList());
    return split
        .filter(years -> years.total().equals(whole))
        .map(years -> sumOfParts(years, category))
        .orElseGet(() -> part(category, whole.minus(included)));
  }

  private Money sumOfParts(YearSplit years, Category category) {
    return Money.sum(years.shares().stream().map(share -> part(category, own(share))).toList());
  }

  private Value unknown() {
    AgreedSum value = contract.price().value();
    if (value instanceof AgreedSum.NotSeparable pooled) {
      return new Value.NotSeparable(pooled.pool());
    } else if (value instanceof AgreedSum.Withheld withheld) {
      return new Value.Withheld(withheld.section());
    } else if (value instanceof AgreedSum.NotOnFile none) {
      return new Value.NoRecords(
          none.why().isEmpty() ? wording.say("missing.amount") : wording.own(none.why()));
    }
    return new Value.NoRecords(wording.say("missing.dates"));
  }
}
