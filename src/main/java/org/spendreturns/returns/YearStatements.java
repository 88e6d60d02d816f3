package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.calendar.Period;

/** Whose records a financial year's are, and what the body says of it. */
final class YearStatements {

  private YearStatements() {}

  /** The statement of one year: what the body says, and which agreements begin or end in it. */
  static Return.Statement of(
      Body body, FinancialYear year, List<Section> sections, Wording wording) {
    List<String> paragraphs = new ArrayList<>();
    body.statement(year).paragraphs().forEach(text -> paragraphs.add(wording.own(text)));
    changed("year.began", Section.Row::start, year, sections, wording).ifPresent(paragraphs::add);
    changed("year.ended", Section.Row::end, year, sections, wording).ifPresent(paragraphs::add);
    return new Return.Statement(
        year,
        body.statement(year)
            .heldBy()
            .map(holder -> wording.say("held.elsewhere", wording.name(holder)))
            .orElseGet(() -> held(body, year, wording)),
        paragraphs);
  }

  /** The agreements one of whose days falls in the year, by reference; empty if there is none. */
  private static Optional<String> changed(
      String key,
      Function<Section.Row, Optional<LocalDate>> day,
      FinancialYear year,
      List<Section> sections,
      Wording wording) {
    Map<String, String> byReference = new TreeMap<>();
    sections.stream()
        .flatMap(section -> section.rows().stream())
        .filter(
            row -> day.apply(row).filter(date -> FinancialYear.of(date).equals(year)).isPresent())
        .forEach(
            row ->
                byReference.put(
                    row.reference(), "%s (%s)".formatted(row.organisation(), row.reference())));
    return byReference.isEmpty()
        ? Optional.empty()
        : Optional.of(wording.say(key, String.join("; ", byReference.values())));
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
