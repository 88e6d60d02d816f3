package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spendreturns.document.Block.Chart;
import org.spendreturns.document.Block.ChartPart;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Summary;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;
import org.spendreturns.rulebook.Category;

/** Makes the chart of a return: what was paid, or if no payment is known, what was awarded. */
final class SummaryChart {

  private SummaryChart() {}

  /** The chart; empty if no sum is known, or one is a credit that a stacked bar cannot show. */
  static Optional<Chart> of(Return filing, Wording wording) {
    return of(filing, filing.paid(), wording).or(() -> of(filing, filing.awarded(), wording));
  }

  /** The summary that the chart draws; empty if there is no chart. */
  static Optional<Summary> drawn(Return filing, Wording wording) {
    return Stream.of(filing.paid(), filing.awarded())
        .filter(summary -> of(filing, summary, wording).isPresent())
        .findFirst();
  }

  private static Optional<Chart> of(Return filing, Summary summary, Wording wording) {
    List<ChartPart> parts = new ArrayList<>();
    for (int row = 0; row < summary.rows().size(); row++) {
      Category category = filing.sections().get(row).category();
      String label =
          category.numeral().isEmpty() ? wording.say("chart.notBrokenDown") : category.numeral();
      List<Money> amounts =
          summary.rows().get(row).byYear().stream().map(SummaryChart::drawn).toList();
      parts.add(new ChartPart(summary.rows().get(row).title(), label, amounts));
    }
    List<Money> all = parts.stream().flatMap(part -> part.amounts().stream()).toList();
    boolean isAllNothing = all.stream().allMatch(Money.ZERO::equals);
    if (isAllNothing || all.stream().anyMatch(amount -> amount.pence() < 0)) {
      return Optional.empty();
    }
    List<String> years = filing.heading().years().stream().map(Object::toString).toList();
    String title = wording.say("chart." + summary.basis().prefix());
    return Optional.of(new Chart(title, says(title, years, parts, wording), years, parts));
  }

  private static Money drawn(Figure figure) {
    if (figure.value() instanceof Value.Amount amount) {
      return amount.money();
    }
    return figure.value() instanceof Value.AtLeast atLeast ? atLeast.money() : Money.ZERO;
  }

  private static String says(
      String title, List<String> years, List<ChartPart> parts, Wording wording) {
    List<Money> totals =
        IntStream.range(0, years.size())
            .mapToObj(
                year -> Money.sum(parts.stream().map(part -> part.amounts().get(year)).toList()))
            .toList();
    int largest =
        IntStream.range(0, years.size())
            .reduce((a, b) -> totals.get(b).compareTo(totals.get(a)) > 0 ? b : a)
            .orElseThrow();
    String each =
        IntStream.range(0, years.size())
            .mapToObj(
                year ->
                    wording.say(
                        "chart.year",
                        years.get(year),
                        wording.moneyInText(totals.get(year)),
                        parts.stream()
                            .map(
                                part ->
                                    wording.say(
                                        "chart.part",
                                        part.title(),
                                        wording.moneyInText(part.amounts().get(year))))
                            .collect(Collectors.joining(wording.say("list.join")))))
            .collect(Collectors.joining("; "));
    return wording.say(
        "chart.says", title, each, wording.moneyInText(totals.get(largest)), years.get(largest));
  }
}
