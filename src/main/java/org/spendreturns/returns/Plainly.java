package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.money.Money;

/**
 * A return in three plain sentences.
 *
 * @param change the largest change from one year to the next, and where the records show it
 * @param notBrokenDown what is not broken down, and why
 * @param notToConclude what a reader must not conclude
 */
public record Plainly(String change, String notBrokenDown, String notToConclude) {

  /** Of what was paid, or, if no payment is known, of what was awarded. */
  public static Plainly of(Return filing, Wording wording) {
    boolean isPaid =
        filing.paid().total().byYear().stream()
            .anyMatch(figure -> Totals.money(figure.value()).isPresent());
    return new Plainly(
        new Sentences(filing, isPaid, wording).change(),
        new Sentences(filing, isPaid, wording).notBrokenDown(),
        notToConclude(filing, wording));
  }

  private static String notToConclude(Return filing, Wording wording) {
    List<Value> values = filing.figures().stream().map(Figure::value).toList();
    List<String> conclusions = new ArrayList<>();
    if (values.stream().anyMatch(Value.AtLeast.class::isInstance)) {
      conclusions.add(wording.say("plainly.not.whole"));
    }
    if (values.stream()
        .anyMatch(value -> Totals.money(value).isEmpty() && !(value instanceof Value.Nil))) {
      conclusions.add(wording.say("plainly.not.nothing"));
    }
    conclusions.add(wording.say("plainly.not.added"));
    return wording.say("plainly.not", String.join("; ", conclusions));
  }

  /** A change from one year to the next. */
  private record Step(int from, Money change) {
    boolean isRise() {
      return change.pence() > 0;
    }
  }

  /** The sentences of one side of the summary. */
  private record Sentences(Return filing, boolean isPaid, Wording wording) {

    String change() {
      List<Figure> totals = summary().total().byYear();
      List<FinancialYear> years = filing.heading().years();
      Optional<Step> largest = largest(totals);
      if (largest.isEmpty()) {
        return wording.say(years.size() < 2 ? "plainly.change.oneYear" : "plainly.change.none");
      }
      Step step = largest.get();
      Value before = totals.get(step.from()).value();
      Value after = totals.get(step.from() + 1).value();
      String sentence =
          wording.say(
              isPaid ? "plainly.change.paid" : "plainly.change.awarded",
              years.get(step.from()).toString(),
              wording.wordsInSentence(before),
              years.get(step.from() + 1).toString(),
              wording.wordsInSentence(after),
              moreOrLess(step.change()));
      boolean isWhole = before instanceof Value.Amount && after instanceof Value.Amount;
      return Stream.of(
              Stream.of(sentence),
              isWhole ? Stream.<String>empty() : Stream.of(wording.say("plainly.asKnown")),
              Stream.of(cause(step)))
          .flatMap(each -> each)
          .collect(Collectors.joining(" "));
    }

    private Summary summary() {
      return isPaid ? filing.paid() : filing.awarded();
    }

    /** Of two alike the earlier. */
    private static Optional<Step> largest(List<Figure> totals) {
      Optional<Step> largest = Optional.empty();
      for (int from = 0; from + 1 < totals.size(); from++) {
        Optional<Money> before = Totals.money(totals.get(from).value());
        Optional<Money> after = Totals.money(totals.get(from + 1).value());
        if (before.isPresent() && after.isPresent()) {
          Step step = new Step(from, after.get().minus(before.get()));
          long most = largest.map(each -> Math.abs(each.change().pence())).orElse(-1L);
          if (Math.abs(step.change().pence()) > most) {
            largest = Optional.of(step);
          }
        }
      }
      return largest;
    }

    private String moreOrLess(Money change) {
      return change.pence() < 0
          ? wording.say("plainly.less", wording.moneyInText(change.negated()))
          : wording.say("plainly.more", wording.moneyInText(change));
    }

    /** The row whose sum changed most in the same way, if both of its sums are known. */
    private String cause(Step step) {
      Optional<Section.Row> most = Optional.empty();
      Money part = Money.ZERO;
      for (Section section : filing.sections()) {
        for (Section.Row row : section.rows()) {
          Optional<Money> change = change(row, step.from());
          int more = change.orElse(Money.ZERO).compareTo(part);
          if (step.isRise() ? more > 0 : more < 0) {
            most = Optional.of(row);
            part = change.orElse(Money.ZERO);
          }
        }
      }
      if (most.isEmpty()) {
        return wording.say("plainly.cause.none");
      }
      return wording.say("plainly.cause", name(most.get()), moreOrLess(part))
          + why(most.get(), step);
    }

    private Optional<Money> change(Section.Row row, int from) {
      List<Figure> byYear = isPaid ? row.paidByYear() : row.awardedByYear();
      Optional<Money> before = known(byYear.get(from).value());
      Optional<Money> after = known(byYear.get(from + 1).value());
      return before.flatMap(one -> after.map(other -> other.minus(one)));
    }

    private static Optional<Money> known(Value value) {
      return value instanceof Value.Nil ? Optional.of(Money.ZERO) : Totals.money(value);
    }

    private static String name(Section.Row row) {
      return row.reference().isEmpty()
          ? row.organisation()
          : "%s (%s)".formatted(row.organisation(), row.reference());
    }

    private String why(Section.Row row, Step step) {
      FinancialYear before = filing.heading().years().get(step.from());
      FinancialYear after = filing.heading().years().get(step.from() + 1);
      Optional<LocalDate> began = row.start().filter(day -> FinancialYear.of(day).equals(after));
      Optional<LocalDate> ended =
          row.end()
              .filter(
                  day ->
                      FinancialYear.of(day).equals(before) || FinancialYear.of(day).equals(after));
      if (step.isRise() && began.isPresent()) {
        return wording.say("plainly.began", wording.date(began.get()));
      }
      return !step.isRise() && ended.isPresent()
          ? wording.say("plainly.ended", wording.date(ended.get()))
          : ".";
    }

    String notBrokenDown() {
      int last = filing.sections().size() - 1;
      Section section = filing.sections().get(last);
      Value awarded = filing.awarded().rows().get(last).inAll().value();
      Value paid = filing.paid().rows().get(last).inAll().value();
      if (awarded instanceof Value.Nil && paid instanceof Value.Nil) {
        return wording.say("plainly.brokenDown");
      }
      List<String> reasons = new ArrayList<>();
      List<String> agreements =
          section.rows().stream()
              .map(Section.Row::reference)
              .filter(reference -> !reference.isEmpty())
              .distinct()
              .sorted()
              .toList();
      if (!agreements.isEmpty()) {
        reasons.add(wording.say("plainly.because.price", String.join(", ", agreements)));
      }
      long payments =
          filing.payments().stream()
              .filter(payment -> payment.contract().isEmpty())
              .filter(payment -> payment.category().equals(section.category()))
              .count();
      if (payments > 0) {
        reasons.add(
            wording.say("plainly.because.line", wording.counted("count.payments", payments)));
      }
      Stream.concat(section.awardedByYear().stream(), section.paidByYear().stream())
          .map(Figure::value)
          .filter(Value.NotSeparable.class::isInstance)
          .map(value -> wording.own(((Value.NotSeparable) value).pool()))
          .distinct()
          .map(pool -> wording.say("plainly.because.pool", pool))
          .forEach(reasons::add);
      String sums =
          wording.say(
              "plainly.notBrokenDown",
              wording.wordsInSentence(awarded),
              wording.wordsInSentence(paid));
      return reasons.isEmpty()
          ? sums
          : sums + " " + wording.say("plainly.because", String.join("; ", reasons));
    }
  }
}
