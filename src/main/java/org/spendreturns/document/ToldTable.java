package org.spendreturns.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.returns.Wording;

/**
 * A table of an edition as its JSON fills it.
 *
 * @param id its key in the wording
 * @param columns all of its columns
 * @param rows how many it has
 * @param row what the JSON tells of a row, by the column's id, each as the JSON writes it; what it
 *     does not tell is not there
 */
record ToldTable(String id, List<Column> columns, int rows, IntFunction<Map<String, String>> row) {

  private static final Wording ENGLISH = Wording.english();

  /** Keeps its own copy. */
  ToldTable {
    columns = List.copyOf(columns);
  }

  /** How its file is called. */
  String file() {
    return CsvFiles.name(id);
  }

  /** How its sheet in a workbook is called. */
  String sheet() {
    return ENGLISH.say("sheet." + id);
  }

  /** Those that are compared row for row. */
  static List<ToldTable> all(ToldFigures told) {
    return List.of(contracts(told), contractsByYear(told), payments(told));
  }

  private static ToldTable contracts(ToldFigures told) {
    List<ToldAgreement> all = told.agreements();
    return new ToldTable(
        "contracts",
        AgreementTables.columns(ENGLISH),
        all.size(),
        at -> {
          ToldAgreement each = all.get(at);
          Map<String, String> row = new HashMap<>(each.says());
          row.put("category", each.title());
          row.put("reference", reference(each.reference()));
          row.put("awardedInAll", each.awardedInAll());
          row.put("paidInAll", each.paidInAll());
          return row;
        });
  }

  private static ToldTable contractsByYear(ToldFigures told) {
    List<ToldAgreement> all = told.agreements();
    int years = told.years().size();
    return new ToldTable(
        "contractsByYear",
        AgreementTables.columnsByYear(ENGLISH),
        all.size() * years,
        at -> {
          ToldAgreement each = all.get(at / years);
          int year = at % years;
          return Map.of(
              "category", each.title(),
              "organisation", each.organisation(),
              "reference", reference(each.reference()),
              "financialYear", told.years().get(year),
              "awarded", each.awarded().get(year),
              "paid", each.paid().get(year));
        });
  }

  private static ToldTable payments(ToldFigures told) {
    List<ToldPayment> all = told.payments();
    return new ToldTable(
        "payments",
        DataCopy.columnsOfPayments(ENGLISH),
        all.size(),
        at -> {
          ToldPayment each = all.get(at);
          return Map.of(
              "date", each.date(),
              "supplier", each.supplier(),
              "amount", ToldFigures.pounds(each.pence()),
              "category", told.title(each.category()),
              "contract", reference(each.contract()),
              "file", each.file(),
              "fileSheet", each.sheet(),
              "line", Long.toString(each.line()),
              "rules", each.rules(),
              "digestBegins", MethodPages.shortened(each.digest()));
        });
  }

  private static String reference(String reference) {
    return reference.isEmpty() ? ENGLISH.say("agreements.noAgreement") : reference;
  }
}
