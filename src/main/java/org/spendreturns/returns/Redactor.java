package org.spendreturns.returns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spendreturns.calendar.FinancialYear;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
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
  private final String marker;
  private final NamesInTexts inTexts;
  private final References references;
  private final RegisterRedactor registers;
  private final RedactionCount counted = new RedactionCount();
  private final Set<SourceRef> countedPlaces = new HashSet<>(); // a line may be shared out
  private final Set<String> sheets = new HashSet<>();

  Redactor(Body body, OnFile onFile, List<FinancialYear> years, Wording wording) {
    this.wording = wording;
    this.names = new PayeeNames(body, onFile, wording);
    this.marker = body.redaction().marker();
    this.inTexts = new NamesInTexts(marker);
    names.approved().forEach(inTexts::approve);
    learn(onFile);
    this.references = new References(onFile.registers(), inTexts);
    this.registers =
        new RegisterRedactor(
            names, inTexts, references, body, onFile.registers(), years, wording, counted);
  }

  /** Names stand in texts of any row, so all of them are known before the first is judged. */
  private void learn(OnFile onFile) {
    Stream.concat(onFile.ofTopic().stream(), onFile.forReview().stream())
        .map(found -> found.line().line())
        .forEach(line -> learn(line.at(), line.particulars()));
    onFile.rejected().forEach(each -> learn(each.line().at(), each.line().particulars()));
    for (ContractRegister register : onFile.registers()) {
      register.rejected().forEach(row -> learn(row.line().at(), row.line().particulars()));
      register.printedTotals().forEach(row -> sheets.add(row.at().sheet()));
      for (Contract row : register.contracts()) {
        sheets.add(row.at().sheet());
        names.withheld(row).ifPresent(why -> learn(row.organisation().name()));
        PayeeNames.besideTheOrganisation(row)
            .filter(name -> names.withheld(name).isPresent())
            .forEach(this::learn);
      }
    }
    onFile.quality().exports().stream()
        .flatMap(export -> export.printed().stream())
        .forEach(total -> sheets.add(total.at().sheet()));
  }

  private void learn(SourceRef at, Particulars line) {
    sheets.add(at.sheet());
    if (names.withheld(line).isPresent()) {
      learn(line.supplier());
    }
  }

  /** What was on file, without those names; lines of the topic are redacted as payments. */
  OnFile redact(OnFile onFile) {
    return new OnFile(
        onFile.exports(),
        onFile.ofTopic(),
        onFile.forReview().stream().map(this::redact).toList(),
        onFile.rejected().stream().map(this::redact).toList(),
        onFile.registers().stream().map(registers::redact).toList(),
        onFile.unreadRegisters(),
        agreements(onFile),
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
    FileNames files = FileNames.of(filing, sheets, inTexts, marker);
    Return told =
        inTexts.isEmpty() && files.size() == 0
            ? filing
            : Texts.rewritten(filing, text -> inTexts.withoutNames(files.in(text)));
    long found = inTexts.found() + files.size() + references.size();
    if (found > 0) {
      counted.add(
          new Ground(Reason.NAME_IN_A_TEXT, wording.say("ground.everyBody")), found, Money.ZERO);
    }
    String markerInWords = wording.own(marker);
    Return inWords =
        markerInWords.equals(marker)
            ? told
            : Texts.rewritten(told, text -> text.replace(marker, markerInWords));
    return inWords.without(counted.inOrder());
  }

  private Map<String, Classification> agreements(OnFile onFile) {
    Map<String, Classification> told = new HashMap<>();
    onFile
        .agreements()
        .forEach((reference, answer) -> told.put(references.told(reference), answer));
    return told;
  }

  private Payment redact(Payment payment) {
    Particulars line = payment.line().line().particulars();
    Optional<Ground> ofAgreement = registers.withheld(payment.contract());
    Optional<Ground> ground =
        names
            .withheld(line)
            .or(() -> ofAgreement)
            .or(() -> registers.tellsWhere(line, payment.contract()));
    boolean isOwnRow = payment.contract().isEmpty();
    return new Payment(
        payment.exportDigest(),
        redact(payment.line(), ground),
        payment.category(),
        ofAgreement.isPresent() || (isOwnRow && ground.isPresent())
            ? marker
            : payment.organisation(),
        references.told(payment.contract()));
  }

  private Found redact(Found found) {
    Particulars line = found.line().line().particulars();
    return new Found(
        found.exportDigest(),
        redact(
            found.line(),
            names.withheld(line).or(() -> registers.tellsWhere(line, line.contract()))));
  }

  private ClassifiedLine redact(ClassifiedLine found, Optional<Ground> ground) {
    LedgerLine line = found.line();
    Particulars said = line.particulars();
    ground.ifPresent(
        why -> {
          learn(said.supplier());
          counted.add(why, countedPlaces.add(line.at()) ? 1 : 0, line.amount());
        });
    String reference = references.told(said.contract());
    Particulars told =
        ground.isPresent()
            ? new Particulars(marker, "", "", "", "", "", "", reference)
            : new Particulars(
                said.supplier(),
                withoutName(said.supplierId()),
                names.isRegistered(said.registration()) ? said.registration() : "",
                "",
                "",
                "",
                "",
                reference);
    String transaction = ground.isPresent() ? "" : withoutName(line.transaction());
    List<Evidence> evidence = found.classification().evidence();
    return new ClassifiedLine(
        new LedgerLine(line.at(), line.date(), line.amount(), transaction, told),
        new Classification(
            found.classification().answer(),
            evidence.stream().map(each -> redact(each, ground.isPresent())).toList()));
  }

  /** A number that a ledger gives; empty if it is made of a withheld name. */
  private String withoutName(String number) {
    return inTexts.standIn(number) ? "" : number;
  }

  /** What a rule found in a withheld name may be the name, and a reference may hold one. */
  private Evidence redact(Evidence evidence, boolean isWithheld) {
    String told =
        switch (evidence.field()) {
          case SUPPLIER, SUPPLIER_ID, REGISTRATION -> isWithheld ? marker : evidence.words();
          case CONTRACT -> inTexts.standIn(evidence.words()) ? marker : evidence.words();
          default -> evidence.words();
        };
    return new Evidence(evidence.ruleId(), evidence.field(), told, evidence.role());
  }

  private Unread redact(Unread unread) {
    return new Unread(
        unread.exportDigest(),
        redact(unread.line()),
        unread.classification(),
        unread.withoutPayee());
  }

  private Rejected redact(Rejected line) {
    Rejected told = line.withoutNames();
    if (!told.message().equals(line.message())) {
      counted.add(
          new Ground(Reason.FOUND_IN_A_CELL, wording.say("ground.everyBody")), 1, Money.ZERO);
    }
    return told;
  }

  private void learn(String withheld) {
    if (!names.isApproved(withheld)) {
      inTexts.learn(withheld);
    }
  }
}
