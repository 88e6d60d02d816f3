package org.spendreturns.document;

import static org.spendreturns.document.DataCopy.text;
import static org.spendreturns.document.TableColumns.columns;

import java.util.List;
import java.util.stream.Stream;
import org.spendreturns.document.Block.Heading;
import org.spendreturns.document.Block.Item;
import org.spendreturns.returns.Plainly;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;
import tools.jackson.databind.node.ObjectNode;

/** A return in three plain sentences: as pages, as a table, and as JSON. */
final class PlainPages {

  private final Wording wording;
  private final Plainly plainly;

  PlainPages(Return filing, Wording wording) {
    this.wording = wording;
    this.plainly = Plainly.of(filing, wording);
  }

  private List<Item> items() {
    return List.of(
        new Item(wording.say("plainly.label.change"), plainly.change()),
        new Item(wording.say("plainly.label.notBrokenDown"), plainly.notBrokenDown()),
        new Item(wording.say("plainly.label.notToConclude"), plainly.notToConclude()));
  }

  /** For readers. */
  List<Block> blocks() {
    return Stream.<Block>concat(
            Stream.of(new Heading(3, wording.say("plainly.heading"))), items().stream())
        .toList();
  }

  DataTable table() {
    return DataCopy.table(
        "plainly",
        columns(wording, "about", "text"),
        items(),
        item -> List.of(text(item.label()), text(item.text())));
  }

  void write(ObjectNode node) {
    node.put("change", plainly.change());
    node.put("notBrokenDown", plainly.notBrokenDown());
    node.put("notToConclude", plainly.notToConclude());
  }
}
