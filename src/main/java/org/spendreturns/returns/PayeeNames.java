package org.spendreturns.returns;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.Price;
import org.spendreturns.ledger.Individual;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Redaction;
import org.spendreturns.ledger.Registration;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.returns.Body.OwnSupplier;
import org.spendreturns.returns.Redacted.Reason;

/**
 * Says of a payee whether its name may be told. What persons decided goes first, then what the body
 * says of kinds of payees, then what is on file; a name of which nothing on file shows an
 * organisation is withheld.
 */
final class PayeeNames {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Ledgers cut names off; a shorter one could be the beginning of many. */
  private static final int CUT_OFF_AT_LEAST = 24;

  /** The body's own form of a number, in whatever register. */
  private static final Pattern NUMBERED = Pattern.compile("\\d{3,}");

  /** Words in brackets are no organisation, if none of them can be a person's name. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "\\((?:(?:pot|bids?|applied for|tender|tendered|procurement|invitation|income|received"
              + "|receipts?|uplift|award|allocation|grant|fund|budget|moj|nhse|opcc|pcc|nhs england"
              + "|home office|ministry of justice|department of health|and|of|to|be|the|from|for"
              + "|none|not|yet|several|various|\\d+)[\\s,./-]*)+\\)",
          Pattern.CASE_INSENSITIVE);

  private final Wording wording;
  private final NameRules rules;
  private final Map<String, NameDecision> decided = new HashMap<>();
  private final Set<String> bodies = new HashSet<>();
  private final Set<String> approved = new HashSet<>();
  private final Set<String> approvedIds = new HashSet<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> knownAsSpelled;
  private final Map<String, Ground> withheldByRegister = new HashMap<>();
  private final Map<String, Ground> tellingWhere = new HashMap<>();
  private final Set<String> ownNumbers = new HashSet<>();
  private final Set<String> toldInTexts;
  private final Set<String> toldSpellings;

  PayeeNames(Body body, OnFile onFile, Wording wording) {
    this.wording = wording;
    rules = new NameRules(body.redaction().rules(), wording);
    onFile.names().bodies().forEach(name -> bodies.add(level(name)));
    approved.add(level(body.name()));
    body.predecessors().forEach(one -> approved.add(level(one.name())));
    body.successors().forEach(one -> approved.add(level(one.name())));
    onFile.names().decisions().stream()
        .sorted(Comparator.comparing(NameDecision::when).thenComparing(NameDecision::id))
        .forEach(decision -> decided.put(decision.supplier(), decision));
    for (OwnSupplier supplier : body.suppliers()) {
      approved.add(level(supplier.name()));
      supplier.otherNames().forEach(name -> approved.add(level(name)));
      approvedIds.addAll(supplier.ids());
      ownNumbers.add(supplier.registration());
    }
    ownNumbers.removeIf(number -> !NUMBERED.matcher(number).find());
    approvedIds.addAll(body.codes().providers().keySet());
    rules.organisations().forEach(name -> approved.add(level(name)));
    onFile.names().organisations().forEach(name -> known.add(level(name)));
    knownAsSpelled = onFile.names().asSpelled();
    onFile.registers().forEach(this::learnWithheld);
    Ground byRegister = new Ground(Reason.REGISTER, wording.say("ground.register.nobody"));
    onFile
        .names()
        .withheld()
        .forEach(name -> withheldByRegister.putIfAbsent(level(name), byRegister));
    onFile.registers().forEach(this::learnTold);
    toldInTexts = toldInTexts();
    toldSpellings =
        toldInTexts.stream().flatMap(NameRules::spellings).collect(Collectors.toUnmodifiableSet());
  }

  private void learnWithheld(ContractRegister register) {
    for (Contract contract : register.contracts()) {
      String name = contract.organisation().name();
      if (contract.discretion().withholdsName()) {
        withheldByRegister.putIfAbsent(level(name), flagged(Reason.REGISTER, contract));
      } else if (contract.discretion().withholdsAddress() && NamesInTexts.mayTellWhere(name)) {
        tellingWhere.putIfAbsent(level(name), flagged(Reason.ADDRESS, contract));
      }
    }
  }

  /** That a row of the register withholds it, with the day if the register says who decided. */
  Ground flagged(Reason reason, Contract row) {
    return new Ground(
        reason,
        row.discretion()
            .decided()
            .map(one -> wording.say("ground.register.on", wording.date(one.when())))
            .orElseGet(() -> wording.say("ground.register.nobody")));
  }

  /** An organisation that the body's register shows to be one is known to the body. */
  private void learnTold(ContractRegister register) {
    for (Contract contract : register.contracts()) {
      if (withheld(contract).isEmpty()) {
        known.add(level(contract.organisation().name()));
      }
    }
  }

  /**
   * Why a name is withheld.
   *
   * @param decided by what, as a return cites it
   */
  record Ground(Reason reason, String decided) {}

  /** Whether the name, without its title and either way round, is one that may be told. */
  boolean isApproved(String name) {
    return NameRules.spellings(name).anyMatch(toldSpellings::contains);
  }

  /** The names that the body or a person has approved, each in the one spelling. */
  Set<String> approved() {
    return toldInTexts;
  }

  /** Those approved, but not if the same name is withheld as such in any of its spellings. */
  private Set<String> toldInTexts() {
    Set<String> withheld = new HashSet<>(withheldByRegister.keySet());
    Set<String> told = new HashSet<>(approved);
    decided.values().forEach(one -> (one.isWithheld() ? withheld : told).add(one.supplier()));
    List<String> spelled = withheld.stream().flatMap(NameRules::spellings).toList();
    withheld.addAll(spelled);
    return told.stream()
        .filter(name -> !withheld.contains(name) && rules.listed(name).isEmpty())
        .filter(name -> NameRules.spellings(name).noneMatch(withheld::contains))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Why the payee of a line is not named; empty if it may be. */
  Optional<Ground> withheld(Particulars line) {
    String name = level(line.supplier());
    if (Redaction.isMarker(line.supplier())) {
      return Optional.of(new Ground(Reason.IN_THE_LEDGER, wording.say("ground.ledger")));
    }
    if (bodies.contains(name)) {
      return Optional.empty();
    }
    NameDecision decision = decided.get(name);
    if (decision != null) {
      return decision.isWithheld() ? Optional.of(ground(decision)) : Optional.empty();
    }
    Optional<Ground> listed = rules.listed(name);
    if (listed.isPresent()) {
      return listed;
    }
    if (withheldByRegister.containsKey(name)) {
      return Optional.ofNullable(withheldByRegister.get(name));
    }
    if (approved.contains(name) || approvedIds.contains(line.supplierId())) {
      return Optional.empty();
    }
    if (tellingWhere.containsKey(name)) {
      return Optional.ofNullable(tellingWhere.get(name));
    }
    return rules.byKind(line).or(() -> byName(line, name));
  }

  /** Why the organisation of a register's row is not named; empty if it may be. */
  Optional<Ground> withheld(Contract contract) {
    return inRegister(contract.organisation().name(), contract.organisation().registration());
  }

  /** Others whom a row names: the lead body, and who pays with the body. */
  static Stream<String> besideTheOrganisation(Contract row) {
    return Stream.concat(
        Stream.of(row.links().leadBody()).filter(name -> !name.isEmpty()),
        row.price().coFunders().stream().map(Price.CoFunder::name));
  }

  /** Why a co-funder or lead body of a register's row is not named; empty if it may be. */
  Optional<Ground> withheld(String organisation) {
    return inRegister(organisation, "");
  }

  private Optional<Ground> inRegister(String organisation, String registration) {
    String name = level(organisation);
    if (organisation.isEmpty()) {
      return Optional.empty();
    }
    if (Redaction.isMarker(organisation)) {
      return Optional.of(new Ground(Reason.IN_THE_LEDGER, wording.say("ground.register")));
    }
    if (bodies.contains(name)) {
      return Optional.empty();
    }
    if (withheldByRegister.containsKey(name)) {
      return Optional.ofNullable(withheldByRegister.get(name));
    }
    NameDecision decision = decided.get(name);
    if (decision != null) {
      return decision.isWithheld() ? Optional.of(ground(decision)) : Optional.empty();
    }
    Optional<Ground> listed = rules.listed(name);
    if (listed.isPresent() || approved.contains(name)) {
      return listed;
    }
    if (tellingWhere.containsKey(name)) {
      return Optional.ofNullable(tellingWhere.get(name));
    }
    boolean isTold =
        isRegistered(registration)
            || Stream.of(organisation.split(";")).allMatch(this::isAnOrganisation);
    return isTold ? Optional.empty() : Optional.of(byDefault());
  }

  /** A register names several suppliers of one agreement with a semicolon between them. */
  private boolean isAnOrganisation(String name) {
    return !Individual.mayBe(name)
        || NO_NAME.matcher(name.strip()).matches()
        || known.contains(level(name))
        || approved.contains(level(name))
        || knownAsSpelled.contains(name.strip());
  }

  /**
   * Whether what stands as a registration is the number of a charity or company, or one that the
   * body's own file gives a supplier.
   */
  boolean isRegistered(String registration) {
    return Registration.isNumber(registration) || ownNumbers.contains(registration);
  }

  private Optional<Ground> byName(Particulars line, String name) {
    boolean isTold =
        !Individual.mayBe(line.supplier())
            || known.contains(name)
            || knownAsSpelled.contains(line.supplier())
            || isRegistered(line.registration())
            || isCutOff(name);
    return isTold ? Optional.empty() : Optional.of(byDefault());
  }

  private boolean isCutOff(String name) {
    return name.length() >= CUT_OFF_AT_LEAST
        && known.stream().anyMatch(whole -> whole.startsWith(name));
  }

  private Ground byDefault() {
    return new Ground(Reason.MAY_BE_A_PERSON, wording.say("ground.everyBody"));
  }

  private Ground ground(NameDecision decision) {
    return new Ground(
        Reason.DECIDED, wording.say("ground.decision", decision.id(), day(decision.when())));
  }

  private String day(Instant when) {
    return wording.date(when.atZone(LONDON).toLocalDate());
  }

  private static String level(String name) {
    return SupplierName.of(name).normalised();
  }
}
