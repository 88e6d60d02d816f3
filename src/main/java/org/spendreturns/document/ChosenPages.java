package org.spendreturns.document;

import static org.spendreturns.document.DataCopy.table;
import static org.spendreturns.document.DataCopy.text;
import static org.spendreturns.document.TableColumns.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spendreturns.document.Block.Column;
import org.spendreturns.document.Block.ColumnKind;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Item;
import org.spendreturns.document.Block.Paragraph;
import org.spendreturns.document.Block.Row;
import org.spendreturns.document.Block.RowKind;
import org.spendreturns.document.Block.Table;
import org.spendreturns.document.DataTable.Count;
import org.spendreturns.document.DataTable.Sum;
import org.spendreturns.document.Decisions.Decision;
import org.spendreturns.money.Money;
import org.spendreturns.returns.DataQuality.Settled;
import org.spendreturns.returns.Method;
import org.spendreturns.returns.Wording;

/**
 * How lines were chosen: the order of the tests, which of them decided, and what people decided.
 */
final class ChosenPages {

  private static final int TESTS = 6;

  private final Method method;
  private final Wording wording;

  ChosenPages(Method method, Wording wording) {
    this.method = method;
    this.wording = wording;
  }

  /** For readers. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(3, wording.say("method.chosen")));
    blocks.addAll(new RulebookPages(method.rulebook(), wording).blocks());
    blocks.add(new Paragraph(wording.say("method.order")));
    for (int test = 1; test <= TESTS; test++) {
      String key = "method.order." + test;
      blocks.add(
          new Item(
              wording.say("method.order.label", String.valueOf(test), wording.say(key + ".label")),
              wording.say(key)));
    }
    blocks.add(rules());
    blocks.add(new Heading(3, wording.say("method.settled")));
    blocks.addAll(settled());
    return blocks;
  }

  private Block rules() {
    if (method.rules().isEmpty()) {
      return new Paragraph(wording.say("method.rules.none"));
    }
    List<Row> rows = new ArrayList<>();
    for (Method.RuleUse use : method.rules()) {
      String title =
          String.join(
              "\n",
              Stream.concat(Stream.of(ids(use)), words(use))
                  .filter(each -> !each.isEmpty())
                  .toList());
      rows.add(row(RowKind.BODY, title, use.lines(), use.amount(), rows.size()));
    }
    rows.add(
        row(
            RowKind.TOTAL,
            wording.say("method.rules.all"),
            method.rules().stream().mapToLong(Method.RuleUse::lines).sum(),
            Money.sum(method.rules().stream().map(Method.RuleUse::amount).toList()),
            rows.size() - 1));
    List<Column> columns =
        List.of(
            new Column(wording.say("method.rule"), ColumnKind.ROW_HEADER, 60),
            Column.number(wording.say("method.lines"), 15),
            Column.number(wording.say("method.amount"), 25));
    return new Table(wording.say("method.rules.caption"), columns, rows);
  }

  private static String ids(Method.RuleUse use) {
    return String.join(", ", use.rules());
  }

  private Stream<String> words(Method.RuleUse use) {
    return use.rules().stream().map(method.rulebook()::words).distinct();
  }

  private Row row(RowKind kind, String title, long lines, Money amount, int together) {
    return new Row(kind, List.of(title, wording.count(lines), wording.money(amount)), together);
  }

  private List<Block> settled() {
    Decisions decisions = decisions();
    return decisions.all().isEmpty()
        ? List.of(new Paragraph(wording.say("method.settled.none")))
        : List.of(
            new Paragraph(wording.say("method.settled.intro")),
            decisions.table(wording.say("method.settled.caption")));
  }

  private Decisions decisions() {
    return new Decisions(
        method.quality().settled().stream()
            .map(
                each -> new Decision(each.id(), each.on(), said(each), each.lines(), each.amount()))
            .toList(),
        wording);
  }

  private String said(Settled decision) {
    List<String> categories = decision.categories().stream().map(wording::heading).toList();
    return switch (categories.size()) {
      case 0 -> wording.say("method.settled.notOfTopic");
      case 1 -> wording.say("method.settled.of", categories.get(0));
      default -> wording.say("method.settled.shared", String.join("; ", categories));
    };
  }

  /** What the lines that were not understood could change, as far as that is known. */
  static String mayChange(Method method, Wording wording) {
    long open = method.rejected().stream().filter(Method.RejectedLine::mayCount).count();
    return open == 0
        ? wording.say("method.rejectedLines.changeNothing")
        : wording.say("method.rejectedLines.mayChange", wording.count(open));
  }

  /** Rules that decided together, a row each. */
  DataTable ruleTable() {
    return table(
        "rules",
        columns(wording, "rule", "ruleWords", "lines", "amount"),
        method.rules(),
        use ->
            List.of(
                text(ids(use)),
                text(String.join(" ", words(use).toList())),
                new Count(use.lines()),
                new Sum(use.amount())));
  }

  /** Each rule that the payments name, in words. */
  DataTable wordTable() {
    return table(
        "ruleWords",
        columns(wording, "rule", "ruleWords"),
        method.rulebook().says(),
        each -> List.of(text(each.rule()), text(each.words())));
  }

  /** What people decided about lines. */
  DataTable settledTable() {
    return decisions().data("settled", "amount");
  }
}
