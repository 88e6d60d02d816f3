package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Item;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.money.Money;
import org.spendreturns.returns.Method;
import org.spendreturns.returns.Wording;

/** The pages that say how a return was made. */
final class MethodPages {

  /** Longer lists are in the workbook; a reader of pages sees these, and counts of all. */
  private static final int LINES_SHOWN = 20;

  private static final int DIGEST_SHOWN = 12;

  private final Method method;
  private final Wording wording;

  MethodPages(Method method, Wording wording) {
    this.method = method;
    this.wording = wording;
  }

  /** The first digits of a digest, enough to compare by eye. */
  static String shortened(String digest) {
    return digest.substring(0, Math.min(DIGEST_SHOWN, digest.length()));
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, wording.say("part.method")));
    blocks.add(new Heading(3, wording.say("method.searched")));
    blocks.add(exports());
    blocks.add(new Paragraph(missingMonths()));
    long unread = method.quality().unread().count();
    if (unread > 0) {
      String exports = wording.counted("count.exports", unread);
      blocks.add(new Paragraph(wording.say("method.unreadExports", exports)));
    }
    blocks.add(registers());
    blocks.addAll(new ChosenPages(method, wording).blocks());
    if (!method.exports().isEmpty()) { // sums of no ledger would read as sums of nothing
      blocks.add(new Heading(3, wording.say("method.reconciliation")));
      blocks.add(chain());
    }
    blocks.addAll(rejected());
    blocks.addAll(forReview());
    if (!method.warnings().isEmpty()) {
      blocks.add(new Heading(3, wording.say("method.warnings")));
      for (int number = 1; number <= method.warnings().size(); number++) {
        blocks.add(new Item(number + ".", method.warnings().get(number - 1)));
      }
    }
    return blocks;
  }

  private Block exports() {
    if (method.exports().isEmpty()) {
      return new Paragraph(wording.say("method.exports.none"));
    }
    List<Row> rows = new ArrayList<>();
    ControlTotals all = ControlTotals.NONE;
    for (Method.Export export : method.exports()) {
      String file = export.file() + "\n" + digest(export.digest());
      rows.add(totals(RowKind.BODY, file, months(export), export.totals(), rows.size()));
      all = all.plus(export.totals());
    }
    rows.add(
        totals(
            RowKind.TOTAL,
            wording.say("method.all"),
            wording.say("method.allMonths"),
            all,
            rows.size() - 1));
    List<Column> columns =
        List.of(
            new Column(wording.say("method.file"), ColumnKind.ROW_HEADER, 31),
            new Column(wording.say("method.months"), ColumnKind.TEXT, 19),
            Column.number(wording.say("method.lines"), 10),
            Column.number(wording.say("method.accepted"), 12),
            Column.number(wording.say("method.rejected"), 10),
            Column.number(wording.say("method.otherLines"), 13),
            Column.number(wording.say("method.sum"), 19));
    return new Table(wording.say("method.exports.caption"), columns, rows);
  }

  private Row totals(RowKind kind, String file, String months, ControlTotals totals, int together) {
    return new Row(
        kind,
        List.of(
            file,
            months,
            wording.count(totals.lines()),
            wording.count(totals.accepted()),
            wording.count(totals.rejected()),
            wording.count(totals.duplicates() + totals.blank()),
            wording.money(totals.amount())),
        together);
  }

  private String months(Method.Export export) {
    Optional<String> first = export.first().map(wording::month);
    Optional<String> last = export.last().map(wording::month);
    if (first.isEmpty() || last.isEmpty()) {
      return wording.say("method.noMonths");
    }
    return first.equals(last) ? first.get() : wording.say("span", first.get(), last.get());
  }

  private String digest(String digest) {
    return wording.say("digest", shortened(digest));
  }

  private String missingMonths() {
    return method.missingMonths().isEmpty()
        ? wording.say("method.missing.none")
        : wording.say("method.missing", wording.months(method.missingMonths()));
  }

  private Block registers() {
    if (method.registers().isEmpty()) {
      return new Paragraph(wording.say("method.registers.none"));
    }
    List<Row> rows = new ArrayList<>();
    for (Method.Register register : method.registers()) {
      rows.add(
          new Row(
              RowKind.BODY,
              List.of(
                  register.file(),
                  shortened(register.digest()),
                  wording.count(register.accepted()),
                  wording.count(register.rejected())),
              rows.size()));
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("method.file"), ColumnKind.ROW_HEADER, 45),
            new Column(wording.say("method.digest"), ColumnKind.TEXT, 25),
            Column.number(wording.say("method.rows.accepted"), 15),
            Column.number(wording.say("method.rows.rejected"), 15));
    return new Table(wording.say("method.registers.caption"), columns, rows);
  }

  private Block chain() {
    List<Row> rows = new ArrayList<>();
    for (Method.Step step : method.chain()) {
      RowKind kind = step.isSum() ? RowKind.TOTAL : RowKind.BODY;
      rows.add(
          new Row(
              kind,
              List.of(step.title(), wording.count(step.lines()), wording.money(step.amount())),
              0));
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("method.step"), ColumnKind.ROW_HEADER, 60),
            Column.number(wording.say("method.lines"), 15),
            Column.number(wording.say("method.amount"), 25));
    return new Table("", columns, rows);
  }

  private List<Block> rejected() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(3, wording.say("method.rejectedLines")));
    int count = method.rejected().size();
    if (count == 0) {
      String none = method.exports().isEmpty() ? "noExport" : "none";
      blocks.add(new Paragraph(wording.say("method.rejectedLines." + none)));
      return blocks;
    }
    Map<RejectReason, Long> byReason = new TreeMap<>();
    method.rejected().forEach(each -> byReason.merge(each.line().reason(), 1L, Long::sum));
    String head =
        count == 1
            ? wording.say("method.rejectedLines.count.one")
            : wording.say("method.rejectedLines.count", wording.count(count));
    String reasons =
        byReason.entrySet().stream()
            .map(
                each ->
                    wording.say(
                        "reason.count",
                        wording.say("reason." + each.getKey()),
                        wording.count(each.getValue())))
            .collect(Collectors.joining("; "));
    blocks.add(new Paragraph(head + " " + reasons + "."));
    blocks.add(new Paragraph(ChosenPages.mayChange(method, wording)));
    List<Row> rows = new ArrayList<>();
    for (Method.RejectedLine each : method.rejected().stream().limit(LINES_SHOWN).toList()) {
      String place = each.line().at().toString();
      String message = each.line().message();
      rows.add(
          new Row(
              RowKind.BODY,
              List.of(
                  place,
                  wording.own(
                      message.startsWith(place + ": ")
                          ? message.substring(place.length() + 2)
                          : message)),
              rows.size()));
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("method.place"), ColumnKind.ROW_HEADER, 30),
            new Column(wording.say("method.reason"), ColumnKind.TEXT, 70));
    blocks.add(new Table("", columns, rows));
    more(count).ifPresent(blocks::add);
    return blocks;
  }

  private Optional<Block> more(int count) {
    return count <= LINES_SHOWN
        ? Optional.empty()
        : Optional.of(
            new Paragraph(
                wording.say("more.lines", wording.count(LINES_SHOWN), wording.count(count))));
  }

  private List<Block> forReview() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(3, wording.say("method.forReview")));
    int count = method.forReview().size();
    if (count == 0) {
      blocks.add(new Paragraph(wording.say("method.forReview.none")));
      return blocks;
    }
    Money sum = Money.sum(method.forReview().stream().map(Method.ForReview::amount).toList());
    blocks.add(
        new Paragraph(
            count == 1
                ? wording.say("method.forReview.count.one", wording.moneyInText(sum))
                : wording.say(
                    "method.forReview.count", wording.count(count), wording.moneyInText(sum))));
    List<Row> rows = new ArrayList<>();
    for (Method.ForReview each : method.forReview().stream().limit(LINES_SHOWN).toList()) {
      rows.add(
          new Row(
              RowKind.BODY,
              List.of(
                  each.at().toString(),
                  wording.date(each.date()),
                  each.supplier(),
                  wording.money(each.amount()),
                  each.question()),
              rows.size()));
    }
    List<Column> columns =
        List.of(
            new Column(wording.say("method.place"), ColumnKind.ROW_HEADER, 22),
            new Column(wording.say("method.date"), ColumnKind.TEXT, 15),
            new Column(wording.say("method.supplier"), ColumnKind.TEXT, 22),
            Column.number(wording.say("method.amount"), 14),
            new Column(wording.say("method.question"), ColumnKind.TEXT, 29));
    blocks.add(new Table("", columns, rows));
    more(count).ifPresent(blocks::add);
    return blocks;
  }
}
