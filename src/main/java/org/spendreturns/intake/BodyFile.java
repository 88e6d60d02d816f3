package org.spendreturns.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.SplitRule;
import org.spendreturns.money.VatBasis;
import org.spendreturns.returns.Body;
import org.spendreturns.returns.Body.Codes;
import org.spendreturns.returns.Body.Kind;
import org.spendreturns.returns.Body.LedgerDate;
import org.spendreturns.returns.Body.OwnSupplier;
import org.spendreturns.returns.Body.Predecessor;
import org.spendreturns.returns.Body.RegisterBasis;
import org.spendreturns.returns.Body.Successor;
import org.spendreturns.returns.Body.YearStatement;
import org.spendreturns.returns.LedgerBasis;
import org.spendreturns.returns.Publication;
import org.spendreturns.returns.RedactionRules;
import org.spendreturns.returns.Return.Right;

/** Reads the YAML file by which a body says what holds for its returns. */
public final class BodyFile {

  private BodyFile() {}

  /**
   * Reads it. Required are {@code id}, {@code name} and {@code kind}; a key that is not known is
   * refused.
   *
   * @throws FaultyInputException with each fault's place, thing found and thing expected
   * @throws IOException if the file cannot be read at all
   */
  public static Body read(Path file) throws IOException {
    TextFile source = TextFile.read(file);
    YamlNode body = YamlNode.parse(source.name(), source.text());
    body.inWelshToo("name", "invented")
        .allow(
            "id",
            "name",
            "kind",
            "from",
            "until",
            "predecessors",
            "successors",
            "region",
            "invented",
            "ledger",
            "replaces",
            "year-to-date",
            "complete",
            "split",
            "years",
            "rights",
            "suppliers",
            "codes",
            "publication",
            "redaction");
    return new Body(
        id(body.get("id")),
        body.text("name"),
        Choice.of(body.get("kind"), Kind.class),
        body.findDate("from"),
        until(body),
        body.items("predecessors").stream().map(BodyFile::predecessor).toList(),
        body.items("successors").stream().map(BodyFile::successor).toList(),
        body.textOrEmpty("region"),
        body.find("invented").map(YamlNode::text),
        ledgers(body),
        register(body),
        years(body.find("years")),
        body.items("rights").stream().map(BodyFile::right).toList(),
        body.items("suppliers").stream().map(BodyFile::supplier).toList(),
        body.find("codes").map(BodyFile::codes).orElse(Codes.NONE),
        body.find("publication")
            .map(node -> PublicationNode.read(node, file))
            .orElse(Publication.USUAL),
        body.find("redaction").map(RedactionNode::read).orElse(RedactionRules.NONE));
  }

  private static String id(YamlNode node) {
    if (!node.text().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw node.fault(
          "'%s' is not an id; write it in lower case with hyphens, like nene-vale"
              .formatted(node.text()));
    }
    return node.text();
  }

  private static Predecessor predecessor(YamlNode node) {
    node.inWelshToo("name").allow("name", "until");
    return new Predecessor(node.text("name"), node.get("until").date());
  }

  private static Successor successor(YamlNode node) {
    node.inWelshToo("name").allow("name", "from");
    return new Successor(node.text("name"), node.get("from").date());
  }

  private static Optional<LocalDate> until(YamlNode body) {
    Optional<LocalDate> from = body.findDate("from");
    Optional<LocalDate> until = body.findDate("until");
    if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
      throw body.get("until")
          .fault(
              "until: '%s' is before from, '%s'; correct one of the two"
                  .formatted(until.get(), from.get()));
    }
    return until;
  }

  /**
   * How a ledger's columns are read, and which replaces which, {@link LedgerSettings} and {@link
   * Replacements} read.
   */
  private static LedgerBasis ledgers(YamlNode body) {
    Optional<YamlNode> ledger = body.find("ledger");
    ledger.ifPresent(
        node ->
            node.allow("amounts", "dates", "date-order", "encoding", "columns", "month", "files"));
    Optional<YamlNode> complete = body.find("complete");
    complete.ifPresent(node -> node.allow("ledgers", "nothing-in", "no-payments-in", "register"));
    return new LedgerBasis(
        ledger
            .flatMap(node -> node.find("amounts"))
            .map(node -> Choice.of(node, VatBasis.class))
            .orElse(VatBasis.NET),
        ledger
            .flatMap(node -> node.find("dates"))
            .map(node -> Choice.of(node, LedgerDate.class))
            .orElse(LedgerDate.PAYMENT),
        complete.flatMap(node -> node.find("ledgers")).map(Choice::years).orElse(Set.of()),
        Choice.months(complete.map(node -> node.items("nothing-in")).orElse(List.of())),
        complete.stream()
            .flatMap(node -> node.items("no-payments-in").stream())
            .map(LedgerSettings::match)
            .collect(Collectors.toSet()));
  }

  private static RegisterBasis register(YamlNode body) {
    return new RegisterBasis(
        body.find("complete")
            .flatMap(node -> node.find("register"))
            .map(Choice::years)
            .orElse(Set.of()),
        body.find("split").map(node -> Choice.of(node, SplitRule.class)).orElse(SplitRule.DAYS));
  }

  private static Map<FinancialYear, YearStatement> years(Optional<YamlNode> years) {
    Map<FinancialYear, YearStatement> statements = new TreeMap<>();
    years
        .map(YamlNode::fields)
        .orElse(Map.of())
        .forEach(
            (key, node) -> {
              node.inWelshToo("held-by", "says").allow("held-by", "says");
              statements.put(
                  year(key, node),
                  new YearStatement(node.find("held-by").map(YamlNode::text), node.texts("says")));
            });
    return statements;
  }

  private static FinancialYear year(String text, YamlNode node) {
    try {
      return FinancialYear.parse(text);
    } catch (IllegalArgumentException fault) {
      throw node.fault(String.valueOf(fault.getMessage()));
    }
  }

  private static Right right(YamlNode node) {
    node.inWelshToo("heading", "text").allow("heading", "text");
    return new Right(node.text("heading"), node.text("text"));
  }

  private static OwnSupplier supplier(YamlNode node) {
    node.allow("name", "other-names", "ids", "registration", "category");
    return new OwnSupplier(
        node.text("name"),
        node.texts("other-names"),
        node.texts("ids"),
        node.textOrEmpty("registration"),
        node.textOrEmpty("category"));
  }

  private static Codes codes(YamlNode node) {
    node.allow("providers", "contracts", "headings", "cost-centres");
    Function<String, Map<String, String>> meanings =
        key -> {
          Map<String, String> map = new LinkedHashMap<>();
          node.find(key)
              .map(YamlNode::fields)
              .orElse(Map.of())
              .forEach((code, meaning) -> map.put(code, meaning.text()));
          return map;
        };
    return new Codes(
        meanings.apply("providers"),
        meanings.apply("contracts"),
        meanings.apply("headings"),
        meanings.apply("cost-centres"));
  }
}
