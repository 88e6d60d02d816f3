package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Day;
import org.spendreturns.document.DataTable.Link;
import org.spendreturns.document.DataTable.Worth;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Wording;

/** The agreements of a return as tables: one row for each, and one for each in each year. */
final class AgreementTables {

  private final Return filing;
  private final Wording wording;
  private final List<FinancialYear> years;

  AgreementTables(Return filing, Wording wording) {
    this.filing = filing;
    this.wording = wording;
    this.years = filing.heading().years();
  }

  static List<Column> columns(Wording wording) {
    return TableColumns.columns(
        wording,
        "category",
        "organisation",
        "registration",
        "service",
        "reference",
        "decision",
        "decisionDate",
        "decisionAddress",
        "start",
        "end",
        "awardedInAll",
        "paidInAll",
        "notes");
  }

  static List<Column> columnsByYear(Wording wording) {
    return TableColumns.columns(
        wording,
        "category",
        "organisation",
        "reference",
        "financialYear",
        "awarded",
        "paid",
        "notes");
  }

  /** A row of a section, with the section it stands in. */
  private record Agreement(Section section, Section.Row row) {}

  private List<Agreement> agreements() {
    return filing.sections().stream()
        .flatMap(section -> section.rows().stream().map(row -> new Agreement(section, row)))
        .toList();
  }

  /** Each agreement with what it is and what it came to. */
  DataTable all() {
    return DataCopy.table("contracts", columns(wording), agreements(), this::row);
  }

  private List<Datum> row(Agreement each) {
    Section.Row row = each.row();
    List<String> notes = new ArrayList<>();
    SummaryTables.marks(wording, wording.say("column.awardedInAll"), row.awardedInAll())
        .ifPresent(notes::add);
    SummaryTables.marks(wording, wording.say("column.paidInAll"), row.paidInAll())
        .ifPresent(notes::add);
    return List.of(
        DataCopy.text(wording.heading(each.section().category())),
        DataCopy.text(row.organisation()),
        DataCopy.available(row.registration()),
        DataCopy.text(row.service()),
        reference(wording, row.reference()),
        decision(row),
        row.decided().<Datum>map(Day::new).orElseGet(() -> missing(row)),
        row.decisionAddress().isEmpty() ? missing(row) : DataCopy.text(row.decisionAddress()),
        row.start().<Datum>map(Day::new).orElseGet(() -> missing(row)),
        row.end().<Datum>map(Day::new).orElseGet(() -> missing(row)),
        new Worth(row.awardedInAll().value()),
        new Worth(row.paidInAll().value()),
        SummaryTables.joined(notes));
  }

  /** The reference of an agreement; where there is none, the cell says so. */
  static Datum reference(Wording wording, String reference) {
    return DataCopy.text(reference.isEmpty() ? wording.say("agreements.noAgreement") : reference);
  }

  private static Datum decision(Section.Row row) {
    return row.decisionAddress().isEmpty() || row.decision().isEmpty()
        ? DataCopy.text(row.decision())
        : new Link(row.decision(), row.decisionAddress());
  }

  private static Datum missing(Section.Row row) {
    return DataCopy.text(
        row.reference().isEmpty() ? DataCopy.NOT_APPLICABLE : DataCopy.NOT_AVAILABLE);
  }

  /** An agreement in one financial year, by the year's place in the return. */
  private record InYear(Agreement agreement, int year) {}

  /** What each agreement comes to in each year. */
  DataTable byYear() {
    return DataCopy.table(
        "contractsByYear",
        columnsByYear(wording),
        agreements().stream()
            .flatMap(
                each -> IntStream.range(0, years.size()).mapToObj(year -> new InYear(each, year)))
            .toList(),
        each -> {
          Section.Row row = each.agreement().row();
          Figure awarded = row.awardedByYear().get(each.year());
          Figure paid = row.paidByYear().get(each.year());
          List<String> notes = new ArrayList<>();
          SummaryTables.marks(wording, wording.say("column.awarded"), awarded)
              .ifPresent(notes::add);
          SummaryTables.marks(wording, wording.say("column.paid"), paid).ifPresent(notes::add);
          return List.of(
              DataCopy.text(wording.heading(each.agreement().section().category())),
              DataCopy.text(row.organisation()),
              reference(wording, row.reference()),
              DataCopy.text(years.get(each.year()).toString()),
              new Worth(awarded.value()),
              new Worth(paid.value()),
              SummaryTables.joined(notes));
        });
  }
}
