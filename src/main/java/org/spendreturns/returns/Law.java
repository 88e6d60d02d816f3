package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;
import org.spendreturns.calendar.WorkingDays;

/**
 * What binds every body alike, as dated data: the days that count for an answer, and the duties to
 * publish.
 *
 * @param workingDays by which the last day for an answer is found
 * @param regimes every regime, each with its dates
 */
public record Law(WorkingDays workingDays, List<Regime> regimes) {

  /** Orders the regimes by their first day, then title. */
  public Law {
    regimes =
        regimes.stream()
            .sorted(Comparator.comparing(Regime::from).thenComparing(Regime::title))
            .toList();
  }

  /**
   * The regimes that bound a body in its own part of the years, by their first day, each with the
   * days on which it did.
   *
   * @param years ascending, at least one
   */
  public List<Regime.InForce> inForce(Body body, List<FinancialYear> years) {
    LocalDate first =
        body.from().filter(years.get(0).firstDay()::isBefore).orElse(years.get(0).firstDay());
    LocalDate lastOfYears = years.get(years.size() - 1).lastDay();
    LocalDate last = body.until().filter(lastOfYears::isAfter).orElse(lastOfYears);
    if (last.isBefore(first)) {
      return List.of();
    }
    Period own = new Period(first, last);
    return regimes.stream()
        .filter(regime -> regime.kinds().contains(body.kind()))
        .flatMap(
            regime -> regime.within(own).map(days -> new Regime.InForce(regime, days)).stream())
        .toList();
  }

  /**
   * A request's reference and its days.
   *
   * <p>The last day is empty if the day of receipt is not on file, or lies so far off that bank
   * holidays are not known.
   */
  Return.Asked asked(Request request, Wording wording) {
    Optional<LocalDate> due = Optional.empty();
    try {
      due = request.due(workingDays);
    } catch (IllegalArgumentException unknownYear) {
      return new Return.Asked(
          request.reference(),
          request.received(),
          due,
          wording.own(String.valueOf(unknownYear.getMessage())));
    }
    return new Return.Asked(
        request.reference(),
        request.received(),
        due,
        due.isEmpty() ? wording.say("due.notReceived") : "");
  }
}
