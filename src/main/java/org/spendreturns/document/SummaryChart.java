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

  static final int YEARS_WITH_ROOM = 3; // for words beside a bar

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
    boolean isShort = filing.heading().years().size() > YEARS_WITH_ROOM;
    List<ChartPart> parts = new ArrayList<>();
    for (int row = 0; row < summary.rows().size(); row++) {
      Category category = filing.sections().get(row).category();
      String label = label(category, summary.rows().get(row).title(), isShort, wording);
      List<Figure> figures = summary.rows().get(row).byYear();
      parts.add(
          new ChartPart(
              summary.rows().get(row).title(),
              label,
              category.numeral().isEmpty(),
              figures.stream().map(SummaryChart::known).toList(),
              figures.stream().map(figure -> mark(label, figure, isShort, wording)).toList()));
    }
    List<Money> all =
        parts.stream().flatMap(part -> part.amounts().stream()).flatMap(Optional::stream).toList();
    boolean isAllNothing = all.stream().allMatch(Money.ZERO::equals);
    if (isAllNothing || all.stream().anyMatch(amount -> amount.pence() < 0)) {
      return Optional.empty();
    }
    List<String> years = filing.heading().years().stream().map(Object::toString).toList();
    String title = wording.say("chart." + summary.basis().prefix());
    return Optional.of(
        new Chart(
            title,
            says(title, years, summary, wording),
            below(years, parts, summary, wording),
            years,
            parts));
  }

  /** Beside many bars there is no room for more than a numeral. */
  private static String label(Category category, String title, boolean isShort, Wording wording) {
    if (!category.numeral().isEmpty()) {
      return category.numeral();
    }
    return isShort ? wording.say("chart.notBrokenDown") : title;
  }

  private static String mark(String label, Figure figure, boolean isShort, Wording wording) {
    Value value = figure.value();
    if (value instanceof Value.Amount amount) {
      return amount.money().equals(Money.ZERO) ? "" : label;
    } else if (value instanceof Value.Nil) {
      return "";
    }
    String key = value instanceof Value.AtLeast ? "chart.mark.atLeast" : "chart.mark.noSum";
    return wording.say(isShort ? key + ".short" : key, label);
  }

  /** What the bars do not show, so that none is taken for the whole. */
  private static String below(
      List<String> years, List<ChartPart> parts, Summary summary, Wording wording) {
    List<String> inPart = new ArrayList<>();
    List<String> notDrawn = new ArrayList<>();
    for (int year = 0; year < years.size(); year++) {
      List<String> atLeast = new ArrayList<>();
      List<String> without = new ArrayList<>();
      for (int row = 0; row < parts.size(); row++) {
        Value value = summary.rows().get(row).byYear().get(year).value();
        if (value instanceof Value.AtLeast) {
          atLeast.add(parts.get(row).label());
        } else if (!(value instanceof Value.Amount) && !(value instanceof Value.Nil)) {
          String label = parts.get(row).label();
          without.add(wording.say("chart.without", label, wording.wordsInSentence(value)));
        }
      }
      add(inPart, years.get(year), atLeast, wording);
      add(notDrawn, years.get(year), without, wording);
    }
    List<String> sentences = new ArrayList<>();
    if (!inPart.isEmpty()) {
      sentences.add(wording.say("chart.inPart", String.join("; ", inPart)));
    }
    if (!notDrawn.isEmpty()) {
      sentences.add(wording.say("chart.leftOut", String.join("; ", notDrawn)));
    }
    return sentences.isEmpty() ? wording.say("chart.whole") : String.join(" ", sentences);
  }

  private static void add(List<String> all, String year, List<String> things, Wording wording) {
    if (!things.isEmpty()) {
      all.add(wording.say("chart.inYear", year, String.join(wording.say("list.join"), things)));
    }
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
