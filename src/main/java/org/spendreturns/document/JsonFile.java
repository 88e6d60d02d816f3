package org.spendreturns.document;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Figure;
import org.spendreturns.returns.Payment;
import org.spendreturns.returns.Pool;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Section;
import org.spendreturns.returns.Summary;
import org.spendreturns.returns.Value;
import org.spendreturns.returns.Wording;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a return as JSON, by the schema {@code return.schema.json}: sums in whole pence, days
 * {@code yyyy-MM-dd}, every value with its kind and its words. Agreements and payments are written
 * one by one.
 */
final class JsonFile {

  private final Return filing;
  private final EditionMark edition;
  private final Wording wording;
  private final Map<String, String> names;
  private final JsonMapper mapper = JsonMapper.shared();

  private JsonFile(Return filing, EditionMark edition, Wording wording, Map<String, String> names) {
    this.filing = filing;
    this.edition = edition;
    this.wording = wording;
    this.names = names;
  }

  /** The file, with the body's names in other languages by their codes. */
  static DataFile write(
      Return filing, EditionMark edition, Wording wording, Map<String, String> names) {
    JsonFile file = new JsonFile(filing, edition, wording, names);
    return new DataFile("return.json", "application/json", "file.json", file::writeTo);
  }

  private void writeTo(Writer out) throws IOException {
    JsonPieces.write(
        root(),
        Map.of("sections", this::sections, "payments", this::payments), // may be long
        out);
  }

  private ObjectNode root() {
    ObjectNode root = mapper.createObjectNode();
    root.put("schema", "return.schema.json");
    heading(root);
    for (Return.Answered each : filing.answers()) {
      ObjectNode answer = array(root, "answers").addObject();
      answer.put("number", each.number());
      answer.put("question", each.question());
      answer.put("answer", each.answer());
    }
    summary(root.putObject("awarded"), filing.awarded());
    summary(root.putObject("paid"), filing.paid());
    new PlainPages(filing, wording).write(root.putObject("plainly"));
    new UnmatchedPages(filing, wording).write(root.putObject("unmatched"));
    filing.pools().forEach(pool -> pool(array(root, "pools").addObject(), pool));
    for (Return.PlanDocument each : filing.documents()) {
      ObjectNode document = array(root, "documents").addObject();
      document.put("title", each.title());
      document.put("publisher", each.publisher());
      document.put("dated", each.dated());
      document.put("says", each.says());
      document.put("address", each.address());
      each.checked().ifPresent(day -> document.put("checkedOn", day.toString()));
      document.put("copySha256", each.copyDigest());
    }
    for (Return.Statement each : filing.statements()) {
      ObjectNode statement = array(root, "statements").addObject();
      statement.put("financialYear", each.year().toString());
      statement.put("held", each.held());
      texts(statement.putArray("paragraphs"), each.paragraphs());
    }
    JsonOfYears.write(filing, root, wording);
    texts(root.putArray("notes"), filing.notes());
    JsonOfMethod.write(filing.method(), root.putObject("method"));
    new ChangePages(edition, wording).write(root);
    for (Return.Right each : filing.rights()) {
      ObjectNode right = array(root, "rights").addObject();
      right.put("heading", each.heading());
      right.put("text", each.text());
    }
    return root;
  }

  private void heading(ObjectNode root) {
    Return.Heading heading = filing.heading();
    ObjectNode body = root.putObject("body");
    body.put("id", heading.bodyId());
    body.put("name", heading.bodyName());
    if (!names.isEmpty()) {
      ObjectNode others = body.putObject("names");
      names.forEach(others::put);
    }
    root.put("topic", heading.topicId());
    root.put("title", heading.title());
    texts(root.putArray("references"), heading.references());
    heading.received().ifPresent(day -> root.put("received", day.toString()));
    ArrayNode requests = root.putArray("requests");
    for (Return.Asked each : heading.requests()) {
      ObjectNode asked = requests.addObject().put("reference", each.reference());
      each.received().ifPresent(day -> asked.put("received", day.toString()));
      each.due().ifPresent(day -> asked.put("due", day.toString()));
    }
    root.put("held", filing.held());
    texts(
        root.putArray("financialYears"),
        heading.years().stream().map(FinancialYear::toString).toList());
    root.put("edition", edition.number());
    edition.replaces().ifPresent(number -> root.put("replacesEdition", number));
    edition
        .replacedAsKnownAt()
        .ifPresent(instant -> root.put("replacesEditionAsKnownAt", instant.toString()));
    root.put("asKnownAt", heading.asKnownAt().toString());
    heading.invented().ifPresent(sentence -> root.put("invented", sentence));
    for (String list :
        List.of("answers", "sections", "pools", "documents", "statements", "payments", "rights")) {
      root.putArray(list);
    }
  }

  private static ArrayNode array(ObjectNode parent, String name) {
    return (ArrayNode) parent.get(name);
  }

  static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private void summary(ObjectNode node, Summary summary) {
    ArrayNode rows = node.putArray("rows");
    summary.rows().forEach(row -> summaryRow(rows.addObject(), row));
    summaryRow(node.putObject("total"), summary.total());
  }

  private void summaryRow(ObjectNode node, Summary.Row row) {
    node.put("title", row.title());
    figures(node.putArray("byYear"), row.byYear());
    figure(node.putObject("inAll"), row.inAll());
  }

  private void sections(JsonGenerator json) {
    for (Section section : filing.sections()) {
      json.writeStartObject();
      json.writeStringProperty("category", section.category().id());
      json.writeStringProperty("title", wording.heading(section.category()));
      json.writeArrayPropertyStart("rows");
      section.rows().forEach(row -> json.writeTree(row(row)));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private ObjectNode row(Section.Row each) {
    ObjectNode row = mapper.createObjectNode();
    row.put("organisation", each.organisation());
    row.put("registration", each.registration());
    row.put("service", each.service());
    row.put("reference", each.reference());
    each.deal().ifPresent(deal -> row.put("kind", deal.kind().written()));
    row.put("decision", each.decision());
    each.decided().ifPresent(day -> row.put("decisionDate", day.toString()));
    row.put("decisionAddress", each.decisionAddress());
    each.start().ifPresent(day -> row.put("start", day.toString()));
    each.end().ifPresent(day -> row.put("end", day.toString()));
    figure(row.putObject("awardedInAll"), each.awardedInAll());
    figures(row.putArray("awardedByYear"), each.awardedByYear());
    figures(row.putArray("paidByYear"), each.paidByYear());
    figure(row.putObject("paidInAll"), each.paidInAll());
    return row;
  }

  private void pool(ObjectNode node, Pool pool) {
    node.put("name", pool.name());
    node.put("reference", pool.reference());
    node.put("serves", pool.serves());
    figures(node.putArray("byYear"), pool.byYear());
    node.put("note", pool.note());
  }

  private void figures(ArrayNode array, List<Figure> figures) {
    figures.forEach(figure -> figure(array.addObject(), figure));
  }

  private void figure(ObjectNode node, Figure figure) {
    node.put("id", figure.id());
    value(figure.value(), node, wording);
    node.put("formula", figure.formula());
    ArrayNode notes = node.putArray("notes");
    figure.notes().forEach(notes::add);
  }

  /** The kind of a value, its pence if it is a sum, and its words. */
  static void value(Value value, ObjectNode node, Wording wording) {
    String kind = value.getClass().getSimpleName();
    node.put("kind", kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1));
    if (value instanceof Value.Amount amount) {
      node.put("pence", amount.money().pence());
    } else if (value instanceof Value.AtLeast atLeast) {
      node.put("pence", atLeast.money().pence());
    }
    node.put("words", wording.words(value));
  }

  private void payments(JsonGenerator json) {
    for (Payment payment : filing.payments()) {
      LedgerLine line = payment.line().line();
      ObjectNode node = mapper.createObjectNode();
      node.put("date", line.date().toString());
      node.put("supplier", line.particulars().supplier());
      node.put("pence", line.amount().pence());
      node.put("category", payment.category().id());
      node.put("contract", payment.contract());
      node.put("file", line.at().file());
      node.put("sheet", line.at().sheet());
      node.put("line", line.at().line());
      node.put("fileSha256", payment.exportDigest());
      texts(node.putArray("rules"), payment.line().classification().rules());
      json.writeTree(node);
    }
  }
}
