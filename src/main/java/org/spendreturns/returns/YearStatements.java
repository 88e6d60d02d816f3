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
  static Return.Statement of(Body body, FinancialYear year, Wording wording) {
    return new Return.Statement(
        year,
        body.statement(year)
            .heldBy()
            .map(holder -> wording.say("held.elsewhere", wording.name(holder)))
            .orElseGet(() -> held(body, year, wording)),
        body.statement(year).paragraphs().stream().map(wording::own).toList());
  }

  private static String held(Body body, FinancialYear year, Wording wording) {
    List<Holding> before = body.before(year);
    List<Holding> after = body.after(year);
    Optional<Period> own = body.ownPart(year);
    if (own.isPresent() && before.isEmpty() && after.isEmpty()) {
      return wording.say("held.own");
    }
    List<String> spans = new ArrayList<>();
    before.forEach(
        one ->
            spans.add(
                wording.say("held.until", one.name(wording), wording.date(one.days().end()))));
    own.ifPresent(
        days ->
            spans.add(
                before.isEmpty()
                    ? wording.say("held.own.until", wording.date(days.end()))
                    : wording.say("held.own.from", wording.date(days.start()))));
    after.forEach(
        one ->
            spans.add(
                wording.say("held.from", one.name(wording), wording.date(one.days().start()))));
    String all = String.join(wording.say("held.and"), spans);
    if (own.isPresent()) {
      return wording.say("held.spans", all);
    }
    List<String> names =
        (before.isEmpty() ? after : before)
            .stream().map(holding -> holding.name(wording)).distinct().toList();
    return names.size() == 1
        ? wording.say("held.other", names.get(0))
        : wording.say("held.others", all);
  }
}
