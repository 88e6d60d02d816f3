package org.spendreturns.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.AgreedSum;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.Price;
import org.spendreturns.contract.RejectedRow;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.Outcome.Rejected;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.spendreturns.returns.OnFile.Found;
import org.spendreturns.returns.OnFile.Unread;
import org.spendreturns.returns.PayeeNames.Ground;
import org.spendreturns.returns.Redacted.Reason;
import org.spendreturns.rulebook.Classification;
import org.spendreturns.rulebook.ClassifiedLine;
import org.spendreturns.rulebook.Evidence;

/**
 * Takes out of what was on file the names that must not leave, before anything is said of it. The
 * sums stay, the name becomes the body's marker, and each redaction is counted once.
 *
 * <p>What people write freely is left out unless the body approved it: descriptions of lines
 * always, for no document shows them.
 */
final class Redactor {

  private final Wording wording;
  private final PayeeNames names;
  private final RedactionRules rules;
  private final List<FinancialYear> years;
  private final String marker;
  private final NamesInTexts inTexts;
  private final Map<Ground, Redacted> counted = new HashMap<>();
  private final Set<SourceRef> countedPlaces = new HashSet<>(); // a line may be shared out
  private final Map<String, Ground> withheldAgreements = new HashMap<>();

  Redactor(Body body, OnFile onFile, List<FinancialYear> years, Wording wording) {
    this.wording = wording;
    this.names = new PayeeNames(body, onFile, wording);
    this.rules = body.redaction();
    this.years = years;
    this.marker = rules.marker();
    this.inTexts = new NamesInTexts(marker);
    names.approved().forEach(inTexts::approve);
  }

  /** What was on file, without those names; lines of the topic are redacted as payments. */
  OnFile redact(OnFile onFile) {
    return new OnFile(
        onFile.exports(),
        onFile.ofTopic(),
        onFile.forReview().stream().map(this::redact).toList(),
        onFile.rejected().stream().map(this::redact).toList(),
        onFile.registers().stream().map(this::redact).toList(),
        onFile.agreements(),
        onFile.documents(),
        onFile.rulebook(),
        onFile.categories(),
        onFile.quality(),
        onFile.tables(),
        onFile.names());
  }

  /** The payments, already linked by who was paid, without those names. */
  List<Payment> redact(List<Payment> payments) {
    return payments.stream().map(this::redact).toList();
  }

  /** The return without those names in any of its texts, and with what it does not tell. */
  Return finish(Return filing) {
    FileNames files = FileNames.of(filing, inTexts, marker);
    Return told =
        inTexts.isEmpty() && files.size() == 0
            ? filing
            : Texts.rewritten(filing, text -> inTexts.withoutNames(files.in(text)));
    long found = inTexts.found() + files.size();
    if (found > 0) {
      count(new Ground(Reason.NAME_IN_A_TEXT, wording.say("ground.everyBody")), found, Money.ZERO);
    }
    String markerInWords = wording.own(marker);
    Return inWords =
        markerInWords.equals(marker)
            ? told
            : Texts.rewritten(told, text -> text.replace(marker, markerInWords));
    return inWords.without(
        counted.values().stream()
            .sorted(Comparator.comparing(Redacted::reason).thenComparing(Redacted::decided))
            .toList());
  }

  private Payment redact(Payment payment) {
    Optional<Ground> ground =
        names
            .withheld(payment.line().line().particulars())
            .or(() -> Optional.ofNullable(withheldAgreements.get(payment.contract())));
    boolean isOwnRow = payment.contract().isEmpty();
    boolean isWithheldRow = withheldAgreements.containsKey(payment.contract());
    return new Payment(
        payment.exportDigest(),
        redact(payment.line(), ground),
        payment.category(),
        isWithheldRow || (isOwnRow && ground.isPresent()) ? marker : payment.organisation(),
        payment.contract());
  }

  private Found redact(Found found) {
    return new Found(
        found.exportDigest(),
        redact(found.line(), names.withheld(found.line().line().particulars())));
  }

  private ClassifiedLine redact(ClassifiedLine found, Optional<Ground> ground) {
    LedgerLine line = found.line();
    Particulars said = line.particulars();
    ground.ifPresent(
        why -> {
          learn(said.supplier());
          count(why, countedPlaces.add(line.at()) ? 1 : 0, line.amount());
        });
    Particulars told =
        ground.isPresent()
            ? new Particulars(marker, "", "", "", "", "", "", said.contract())
            : new Particulars(
                said.supplier(),
                said.supplierId(),
                said.registration(),
                "",
                "",
                "",
                "",
                said.contract());
    String transaction = ground.isPresent() ? "" : line.transaction();
    List<Evidence> evidence = found.classification().evidence();
    return new ClassifiedLine(
        new LedgerLine(line.at(), line.date(), line.amount(), transaction, told),
        new Classification(
            found.classification().answer(),
            ground.isPresent() ? evidence.stream().map(this::redact).toList() : evidence));
  }

  /** What a rule found in a withheld name may be the name. */
  private Evidence redact(Evidence evidence) {
    return switch (evidence.field()) {
      case SUPPLIER, SUPPLIER_ID, REGISTRATION ->
          new Evidence(evidence.ruleId(), evidence.field(), marker, evidence.role());
      default -> evidence;
    };
  }

  private Unread redact(Unread unread) {
    return new Unread(unread.exportDigest(), redact(unread.line()), unread.classification());
  }

  private Rejected redact(Rejected line) {
    Rejected told = line.withoutNames();
    if (!told.message().equals(line.message())) {
      count(new Ground(Reason.FOUND_IN_A_CELL, wording.say("ground.everyBody")), 1, Money.ZERO);
    }
    if (names.withheld(line.particulars()).isPresent()) {
      learn(line.particulars().supplier());
    }
    return told;
  }

  private ContractRegister redact(ContractRegister register) {
    return new ContractRegister(
        register.file(),
        register.digest(),
        register.contracts().stream().map(this::redact).toList(),
        register.rejected().stream()
            .map(
                row ->
                    new RejectedRow(redact(row.line()), row.kind(), row.categoryId(), row.dates()))
            .toList(),
        register.printedTotals());
  }

  private Contract redact(Contract row) {
    boolean isShown = Agreements.concerns(row, years);
    Optional<Ground> ground = names.withheld(row);
    ground.ifPresent(
        why -> {
          learn(row.organisation().name());
          withheldAgreements.put(row.reference(), why);
          count(why, isShown ? 1 : 0, Money.ZERO);
        });
    return new Contract(
        row.at(),
        row.reference(),
        row.kind(),
        ground.isPresent() ? new Contract.Organisation(marker, "") : row.organisation(),
        service(row, isShown),
        row.categories(),
        row.decision()
            .map(
                one ->
                    new Contract.Decision(
                        inTexts.withoutTitled(one.title()), one.address(), one.dated())),
        row.term(),
        price(row.price()),
        new Contract.Links(row.links().parent(), inTexts.withoutTitled(row.links().leadBody())),
        note(row, isShown),
        row.discretion());
  }

  private String service(Contract row, boolean isShown) {
    boolean tellsWhere =
        row.discretion().withholdsAddress() && NamesInTexts.mayHoldAnAddress(row.service());
    if (tellsWhere) {
      count(
          new Ground(Reason.ADDRESS, wording.say("ground.register")), isShown ? 1 : 0, Money.ZERO);
      return Wording.english().say(Wording.WITHHELD_SERVICE);
    }
    return inTexts.withoutTitled(row.service());
  }

  private String note(Contract row, boolean isShown) {
    String remark = row.discretion().remark();
    if (remark.isEmpty()) {
      return row.note();
    }
    String ours = row.note().substring(0, row.note().length() - remark.length()).strip();
    if (row.discretion().withholdsAddress()) {
      count(
          new Ground(Reason.ADDRESS, wording.say("ground.register")), isShown ? 1 : 0, Money.ZERO);
      return ours;
    }
    if (!rules.approves(RedactionRules.NOTE)) {
      count(
          new Ground(Reason.FREE_TEXT, wording.say("ground.everyBody")),
          isShown ? 1 : 0,
          Money.ZERO);
      return ours;
    }
    return (ours + " " + inTexts.withoutTitled(remark)).strip();
  }

  private Price price(Price price) {
    List<Price.CoFunder> others = new ArrayList<>();
    price
        .coFunders()
        .forEach(
            other ->
                others.add(
                    new Price.CoFunder(inTexts.withoutTitled(other.name()), other.amount())));
    AgreedSum value = price.value();
    if (value instanceof AgreedSum.NotOnFile none) {
      value = new AgreedSum.NotOnFile(inTexts.withoutTitled(none.why()));
    } else if (value instanceof AgreedSum.NotSeparable pooled) {
      value = new AgreedSum.NotSeparable(inTexts.withoutTitled(pooled.pool()));
    }
    return new Price(
        value,
        price.vat(),
        new LinkedHashMap<>(price.statedByYear()),
        price.schedule(),
        others,
        price.whole());
  }

  private void learn(String withheld) {
    if (!names.isApproved(withheld)) {
      inTexts.learn(withheld);
    }
  }

  private void count(Ground ground, long more, Money amount) {
    if (more == 0 && amount.equals(Money.ZERO)) {
      return;
    }
    counted.merge(
        ground,
        new Redacted(ground.reason(), ground.decided(), more, amount),
        (one, other) ->
            new Redacted(
                one.reason(),
                one.decided(),
                one.count() + other.count(),
                one.amount().plus(other.amount())));
  }
}
