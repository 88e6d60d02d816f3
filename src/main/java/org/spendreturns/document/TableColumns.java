package org.spendreturns.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spendreturns.document.DataTable.Column;
import org.spendreturns.document.DataTable.Kind;
import org.spendreturns.returns.Wording;

/** The columns of tables for machines: one id has one title and one kind in all tables. */
final class TableColumns {

  /** What columns hold that do not hold text, by id. */
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("inAll", Kind.WORTH),
          Map.entry("awardedInAll", Kind.WORTH),
          Map.entry("paidInAll", Kind.WORTH),
          Map.entry("awardedInYears", Kind.WORTH),
          Map.entry("awarded", Kind.WORTH),
          Map.entry("paid", Kind.WORTH),
          Map.entry("onFile", Kind.WORTH),
          Map.entry("worth", Kind.WORTH),
          Map.entry("amount", Kind.SUM),
          Map.entry("sum", Kind.SUM),
          Map.entry("given", Kind.SUM),
          Map.entry("before", Kind.WORTH),
          Map.entry("after", Kind.WORTH),
          Map.entry("change", Kind.SUM),
          Map.entry("line", Kind.COUNT),
          Map.entry("times", Kind.COUNT),
          Map.entry("lines", Kind.COUNT),
          Map.entry("accepted", Kind.COUNT),
          Map.entry("rejected", Kind.COUNT),
          Map.entry("duplicates", Kind.COUNT),
          Map.entry("blank", Kind.COUNT),
          Map.entry("preamble", Kind.COUNT),
          Map.entry("columnNames", Kind.COUNT),
          Map.entry("totalRows", Kind.COUNT),
          Map.entry("hiddenSheets", Kind.COUNT),
          Map.entry("hiddenRows", Kind.COUNT),
          Map.entry("hiddenColumns", Kind.COUNT),
          Map.entry("identicalGroups", Kind.COUNT),
          Map.entry("identicalLines", Kind.COUNT),
          Map.entry("printed", Kind.SUM),
          Map.entry("read", Kind.SUM),
          Map.entry("difference", Kind.SUM),
          Map.entry("date", Kind.DAY),
          Map.entry("decisionDate", Kind.DAY),
          Map.entry("checked", Kind.DAY),
          Map.entry("start", Kind.DAY),
          Map.entry("end", Kind.DAY));

  private TableColumns() {}

  /** The columns of these ids, in order. */
  static List<Column> columns(Wording wording, String... ids) {
    return Stream.of(ids)
        .map(id -> new Column(id, wording.say("column." + id), KINDS.getOrDefault(id, Kind.TEXT)))
        .toList();
  }
}
