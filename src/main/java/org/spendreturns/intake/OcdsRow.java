package org.spendreturns.intake;

import static org.spendreturns.intake.OcdsRegister.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.AgreedSum;
import org.spendreturns.contract.CategoryShares;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.contract.Contract.Links;
import org.spendreturns.contract.Contract.Organisation;
import org.spendreturns.contract.Price;
import org.spendreturns.contract.Term;
import org.spendreturns.contract.Term.Option;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.money.VatBasis;
import tools.jackson.databind.JsonNode;

/**
 * A contract of an OCDS release, or an award without a contract, or a tender without an award.
 *
 * @param registrations charity and company numbers by the party's id
 */
record OcdsRow(
    SourceRef at,
    JsonNode release,
    Optional<JsonNode> award,
    Optional<JsonNode> contract,
    Map<String, String> registrations) {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final List<String> NOT_MADE = List.of("cancelled", "unsuccessful", "pending");

  /** An award that was not made, or not yet, is no award. */
  Kind kind() {
    boolean isMade = award.isPresent() || contract.isPresent();
    boolean isWithdrawn =
        Stream.of(award, contract)
            .flatMap(Optional::stream)
            .anyMatch(node -> NOT_MADE.contains(text(node, "status")));
    return isMade && !isWithdrawn ? Kind.CONTRACT : Kind.TENDER;
  }

  String reference() {
    String ocid = text(release, "ocid");
    return contract
        .or(() -> award)
        .map(node -> text(node, "id"))
        .filter(id -> !id.isEmpty())
        .map(id -> ocid + "/" + id)
        .orElse(ocid);
  }

  /** All suppliers, for the value of one contract is not divided between them. */
  String organisation() {
    return String.join("; ", suppliers().map(one -> text(one, "name")).toList());
  }

  String service() {
    return first("title")
        .or(() -> Optional.of(text(release.path("tender"), "title")))
        .filter(title -> !title.isEmpty())
        .orElse(text(release.path("tender"), "description"));
  }

  Contract asContract() {
    if (kind().isAward() && organisation().isEmpty()) {
      throw new RowFault(RejectReason.NO_SUPPLIER, "the award names no supplier");
    }
    List<String> numbers =
        suppliers()
            .map(one -> registrations.getOrDefault(text(one, "id"), ""))
            .filter(number -> !number.isEmpty())
            .toList();
    Term term = term();
    return new Contract(
        at,
        reference(),
        kind(),
        new Organisation(
            organisation(), numbers.size() == 1 && suppliers().count() == 1 ? numbers.get(0) : ""),
        service(),
        CategoryShares.NOT_STATED,
        Optional.empty(),
        term,
        price(),
        Links.NONE,
        note(),
        new Contract.Discretion("", false, false)); // the note is ours
  }

  private Stream<JsonNode> suppliers() {
    return award.map(node -> node.path("suppliers")).stream()
        .flatMap(list -> Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get));
  }

  private Optional<String> first(String field) {
    return Stream.of(contract, award)
        .flatMap(Optional::stream)
        .map(node -> text(node, field))
        .filter(found -> !found.isEmpty())
        .findFirst();
  }

  private Price price() {
    Optional<JsonNode> value =
        Stream.of(
                contract.map(node -> node.path("value")),
                award.map(node -> node.path("value")),
                Optional.of(release.path("tender").path("value")).filter(node -> award.isEmpty()))
            .flatMap(Optional::stream)
            .filter(node -> node.has("amount") || node.has("amountGross"))
            .findFirst();
    if (value.isEmpty()) {
      return Price.of(AgreedSum.NotOnFile.IN_NOTICE, VatBasis.NOT_STATED);
    }
    String currency = text(value.get(), "currency");
    if (!currency.isEmpty() && !currency.equals("GBP")) {
      throw new RowFault(RejectReason.BAD_AMOUNT, "currency '%s' is not GBP".formatted(currency));
    }
    boolean isNet = value.get().has("amount");
    Money whole = money(value.get().path(isNet ? "amount" : "amountGross"));
    VatBasis vat = isNet ? VatBasis.NET : VatBasis.GROSS;
    Optional<Price> shares =
        kind().isAward() ? new OcdsFunding(release).shares(whole, vat) : Optional.empty();
    return shares.orElseGet(() -> Price.of(new AgreedSum.Firm(whole), vat));
  }

  /** A sum in pounds as JSON gives it. */
  static Money money(JsonNode amount) {
    try {
      BigDecimal pounds = new BigDecimal(amount.asString());
      return Money.parse(pounds.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
    } catch (ArithmeticException | IllegalArgumentException fault) {
      throw new RowFault(
          RejectReason.BAD_AMOUNT,
          "value '%s' is not a sum of pounds and pence".formatted(amount.asString()));
    }
  }

  private Term term() {
    JsonNode period =
        Stream.of(
                contract.map(node -> node.path("period")),
                award.map(node -> node.path("contractPeriod")),
                Optional.of(release.path("tender").path("contractPeriod")))
            .flatMap(Optional::stream)
            .filter(node -> node.has("startDate") || node.has("endDate"))
            .findFirst()
            .orElse(release.path("no period"));
    Optional<LocalDate> start = date(period, "startDate");
    Optional<LocalDate> end = date(period, "endDate");
    if (start.isPresent() && end.filter(start.get()::isAfter).isPresent()) {
      throw new RowFault(
          RejectReason.CONTRADICTION,
          "endDate: '%s' is before the startDate, '%s'".formatted(end.get(), start.get()));
    }
    List<Option> options = new ArrayList<>();
    Optional<LocalDate> last = date(period, "maxExtentDate");
    if (end.isPresent() && last.filter(end.get()::isBefore).isPresent()) {
      options.add(new Option(new Period(end.get().plusDays(1), last.get()), Optional.empty()));
    }
    Optional<LocalDate> awarded =
        contract
            .flatMap(node -> date(node, "dateSigned"))
            .or(() -> award.flatMap(node -> date(node, "date")));
    return new Term(awarded, start, end, Optional.empty(), options);
  }

  /** A timestamp's day in London; a plain day is one already. */
  static Optional<LocalDate> date(JsonNode node, String field) {
    String found = text(node, field);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          found.length() == 10
              ? LocalDate.parse(found)
              : OffsetDateTime.parse(found).atZoneSameInstant(LONDON).toLocalDate());
    } catch (DateTimeException fault) {
      throw new RowFault(
          RejectReason.BAD_DATE,
          "%s: '%s' is not a date written like 2026-04-01T00:00:00+01:00".formatted(field, found));
    }
  }

  private String note() {
    List<String> notes = new ArrayList<>();
    if (suppliers().count() > 1) {
      notes.add("One value for all suppliers.");
    }
    Stream.of(award, contract)
        .flatMap(Optional::stream)
        .map(node -> text(node, "status"))
        .filter(NOT_MADE::contains)
        .findFirst()
        .ifPresent(status -> notes.add("The notice says: %s.".formatted(status)));
    return String.join(" ", notes);
  }
}
