package org.spendreturns.returns;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.AgreedSum;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.Contract.Kind;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.ContractRegister.PrintedTotal;
import org.spendreturns.contract.Price;
import org.spendreturns.contract.RejectedRow;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.money.Money;
import org.spendreturns.returns.PayeeNames.Ground;
import org.spendreturns.returns.Redacted.Reason;

/**
 * Takes out of contract registers the names that must not leave, places that nobody may be told,
 * and what people wrote freely unless the body approved it. What a service is called is told as
 * registered, without such names.
 */
final class RegisterRedactor {

  private final PayeeNames names;
  private final NamesInTexts inTexts;
  private final References references;
  private final RedactionRules rules;
  private final List<FinancialYear> years;
  private final Wording wording;
  private final RedactionCount counted;
  private final Set<String> pools;
  private final Map<String, Ground> withheldAgreements = new HashMap<>();
  private final Map<String, Ground> withoutAddress = new HashMap<>();

  RegisterRedactor(
      PayeeNames names,
      NamesInTexts inTexts,
      References references,
      Body body,
      List<ContractRegister> registers,
      List<FinancialYear> years,
      Wording wording,
      RedactionCount counted) {
    this.names = names;
    this.inTexts = inTexts;
    this.references = references;
    this.rules = body.redaction();
    this.years = years;
    this.wording = wording;
    this.counted = counted;
    this.pools =
        registers.stream()
            .flatMap(register -> register.contracts().stream())
            .filter(row -> row.kind() == Kind.POOL && !row.discretion().withholdsAddress())
            .map(row -> References.level(row.service()))
            .collect(Collectors.toUnmodifiableSet());
    for (ContractRegister register : registers) {
      for (Contract row : register.contracts()) {
        names.withheld(row).ifPresent(why -> withheldAgreements.put(row.reference(), why));
        if (row.discretion().withholdsAddress()) {
          withoutAddress.put(References.level(row.reference()), address(row));
        }
      }
    }
  }

  /** Why nobody is told who was awarded the agreement; empty if it is told. */
  Optional<Ground> withheld(String reference) {
    return Optional.ofNullable(withheldAgreements.get(reference));
  }

  /** Why a payee that may be told is not: its name may say where an agreement's service is. */
  Optional<Ground> tellsWhere(Particulars line, String reference) {
    return Optional.ofNullable(withoutAddress.get(References.level(reference)))
        .filter(ground -> NamesInTexts.mayTellWhere(line.supplier()))
        .filter(ground -> !names.isApproved(line.supplier()));
  }

  ContractRegister redact(ContractRegister register) {
    return new ContractRegister(
        register.file(),
        register.digest(),
        register.contracts().stream().map(this::redact).toList(),
        register.rejected().stream()
            .map(
                row ->
                    new RejectedRow(
                        row.line().withoutNames(), row.kind(), row.categoryId(), row.dates()))
            .toList(),
        register.printedTotals().stream().map(this::redact).toList());
  }

  private PrintedTotal redact(PrintedTotal row) {
    return new PrintedTotal(
        row.at(),
        references.told(row.reference()),
        inTexts.freeText(row.title()),
        row.categoryId(),
        row.amount());
  }

  private Contract redact(Contract row) {
    boolean isShown = Agreements.concerns(row, years);
    Optional<Ground> ground = withheld(row.reference());
    ground.ifPresent(why -> count(why, isShown));
    return new Contract(
        row.at(),
        references.told(row.reference()),
        row.kind(),
        ground.isPresent()
            ? new Contract.Organisation(rules.marker(), "")
            : organisation(row.organisation()),
        service(row, isShown),
        row.categories(),
        row.decision().map(one -> decision(one, row, isShown)),
        row.term(),
        price(row, isShown),
        new Contract.Links(
            references.told(row.links().parent()), named(row.links().leadBody(), isShown)),
        note(row, isShown),
        new Contract.Discretion(
            "", row.discretion().withholdsName(), row.discretion().withholdsAddress()));
  }

  private Contract.Organisation organisation(Contract.Organisation found) {
    return new Contract.Organisation(
        found.name(), names.isRegistered(found.registration()) ? found.registration() : "");
  }

  /** A co-funder or a lead body. */
  private String named(String organisation, boolean isShown) {
    Optional<Ground> ground = names.withheld(organisation);
    ground.ifPresent(why -> count(why, isShown));
    return ground.isPresent() ? rules.marker() : organisation;
  }

  /** Of a service whose address is withheld only that is told: its words may say where it is. */
  private String service(Contract row, boolean isShown) {
    if (row.discretion().withholdsAddress()) {
      count(address(row), isShown);
      return Wording.english().say(Wording.WITHHELD_SERVICE);
    }
    return inTexts.freeText(row.service());
  }

  private Contract.Decision decision(Contract.Decision one, Contract row, boolean isShown) {
    return new Contract.Decision(
        approved(RedactionRules.DECISION, one.title(), row, isShown),
        rules.approves(RedactionRules.DECISION)
                && !row.discretion().withholdsAddress()
                && !inTexts.standIn(one.address())
            ? one.address()
            : "",
        one.dated());
  }

  /** The remark last: what stands before it is made of the row's sums and words. */
  private String note(Contract row, boolean isShown) {
    String remark = row.discretion().remark();
    String ours =
        inTexts.freeText(row.note().substring(0, row.note().length() - remark.length()).strip());
    return (ours + " " + approved(RedactionRules.NOTE, remark, row, isShown)).strip();
  }

  /** What somebody wrote freely, without names; empty if it is not to be published. */
  private String approved(String field, String text, Contract row, boolean isShown) {
    if (text.isEmpty()) {
      return "";
    }
    if (row.discretion().withholdsAddress()) {
      count(address(row), isShown);
      return "";
    }
    if (!rules.approves(field)) {
      count(new Ground(Reason.FREE_TEXT, wording.say("ground.everyBody")), isShown);
      return "";
    }
    return inTexts.freeText(text);
  }

  private Price price(Contract row, boolean isShown) {
    Price price = row.price();
    return new Price(
        value(row, isShown),
        price.vat(),
        new LinkedHashMap<>(price.statedByYear()),
        price.schedule(),
        price.coFunders().stream()
            .map(other -> new Price.CoFunder(named(other.name(), isShown), other.amount()))
            .toList(),
        price.whole());
  }

  private AgreedSum value(Contract row, boolean isShown) {
    AgreedSum value = row.price().value();
    if (value instanceof AgreedSum.NotOnFile none && !none.equals(AgreedSum.NotOnFile.IN_NOTICE)) {
      return new AgreedSum.NotOnFile(approved(RedactionRules.REASON, none.why(), row, isShown));
    } else if (value instanceof AgreedSum.NotSeparable pooled) {
      return new AgreedSum.NotSeparable(
          pools.contains(References.level(pooled.pool()))
              ? inTexts.freeText(pooled.pool())
              : approved(RedactionRules.REASON, pooled.pool(), row, isShown));
    }
    return value;
  }

  private Ground address(Contract row) {
    return names.flagged(Reason.ADDRESS, row);
  }

  private void count(Ground ground, boolean isShown) {
    counted.add(ground, isShown ? 1 : 0, Money.ZERO);
  }
}
