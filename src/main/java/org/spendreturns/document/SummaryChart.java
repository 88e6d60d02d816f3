package org.spendreturns.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
      List<Optional<Money>> amounts =
          summary.rows().get(row).byYear().stream().map(SummaryChart::known).toList();
      parts.add(new ChartPart(summary.rows().get(row).title(), label, amounts));
    }
    List<Money> all =
        parts.stream().flatMap(part -> part.amounts().stream()).flatMap(Optional::stream).toList();
    boolean isAllNothing = all.stream().allMatch(Money.ZERO::equals);
    if (isAllNothing || all.stream().anyMatch(amount -> amount.pence() < 0)) {
      return Optional.empty();
    }
    List<String> years = filing.heading().years().stream().map(Object::toString).toList();
    String title = wording.say("chart." + summary.basis().prefix());
    return Optional.of(new Chart(title, says(title, years, summary, wording), years, parts));
  }

  /** The sum, or as much of it as is known; empty if none is, or there is nothing. */
  private static Optional<Money> known(Figure figure) {
    if (figure.value() instanceof Value.Amount amount) {
      return Optional.of(amount.money());
    }
    return figure.value() instanceof Value.AtLeast atLeast
        ? Optional.of(atLeast.money())
        : Optional.empty();
  }

  private static String says(String title, List<String> years, Summary summary, Wording wording) {
    List<Figure> totals = summary.total().byYear();
    String each =
        IntStream.range(0, years.size())
            .mapToObj(year -> saysYear(years.get(year), year, summary, wording))
            .collect(Collectors.joining("; "));
    Stream<String> largest =
        IntStream.range(0, years.size())
            .filter(year -> known(totals.get(year)).isPresent())
            .boxed()
            .max(
                Comparator.comparing((Integer year) -> known(totals.get(year)).orElseThrow())
                    .thenComparing(Comparator.reverseOrder()))
            .map(
                year ->
                    wording.say(
                        "chart.largest",
                        wording.wordsInSentence(totals.get(year).value()),
                        years.get(year)))
            .stream();
    return Stream.of(
            Stream.of(wording.say("chart.says", title, each)),
            largest,
            Stream.of(wording.say("chart.notDrawn")))
        .flatMap(Function.identity())
        .collect(Collectors.joining(" "));
  }

  /**
   * A year's total and its parts, each as the table has it: what is not known is said, never £0.
   */
  private static String saysYear(String name, int year, Summary summary, Wording wording) {
    Figure total = summary.total().byYear().get(year);
    String parts =
        summary.rows().stream()
            .map(row -> saysPart(row.title(), row.byYear().get(year), wording))
            .collect(Collectors.joining(wording.say("list.join")));
    return known(total).isPresent()
        ? wording.say("chart.year", name, wording.wordsInSentence(total.value()), parts)
        : wording.say("chart.year.unknown", name, parts);
  }

  private static String saysPart(String title, Figure figure, Wording wording) {
    String key = known(figure).isPresent() ? "chart.part" : "chart.part.unknown";
    return wording.say(key, title, wording.wordsInSentence(figure.value()));
  }
}
