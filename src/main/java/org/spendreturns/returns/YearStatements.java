package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;

/** Whose records a financial year's are, and what the body says of it. */
final class YearStatements {

  private YearStatements() {}

  /** The statement of one year. */
  static Return.Statement of(Body body, FinancialYear year) {
    return new Return.Statement(
        year,
        body.statement(year)
            .heldBy()
            .map("The records of the year are held by %s."::formatted)
            .orElseGet(() -> held(body, year)),
        body.statement(year).paragraphs());
  }

  private static String held(Body body, FinancialYear year) {
    List<Body.Holding> before = body.before(year);
    List<Body.Holding> after = body.after(year);
    Optional<Period> own = body.ownPart(year);
    if (own.isPresent() && before.isEmpty() && after.isEmpty()) {
      return "Held by this body.";
    }
    List<String> spans = new ArrayList<>();
    before.forEach(one -> spans.add("by %s until %s".formatted(one.name(), last(one))));
    own.ifPresent(
        days ->
            spans.add(
                before.isEmpty()
                    ? "by this body until " + Wording.day(days.end())
                    : "by this body from " + Wording.day(days.start())));
    after.forEach(
        one -> spans.add("by %s from %s".formatted(one.name(), Wording.day(one.days().start()))));
    if (own.isPresent()) {
      return "Held %s.".formatted(String.join(", and ", spans));
    }
    List<String> names =
        (before.isEmpty() ? after : before).stream().map(Body.Holding::name).distinct().toList();
    return names.size() == 1
        ? "Held by %s, not by this body.".formatted(names.get(0))
        : "Held %s; not by this body.".formatted(String.join(", and ", spans));
  }

  private static String last(Body.Holding holding) {
    return Wording.day(holding.days().end());
  }
}
