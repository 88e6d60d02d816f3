package org.spendreturns.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.ledger.Individual;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.Redaction;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.returns.Body.OwnSupplier;
import org.spendreturns.returns.Redacted.Reason;
import org.spendreturns.returns.RedactionRules.Kind;
import org.spendreturns.returns.RedactionRules.Rule;

/**
 * Says of a payee whether its name may be told. What persons decided goes first, then what the body
 * says of kinds of payees, then what is on file; a name of which nothing on file shows an
 * organisation is withheld.
 */
final class PayeeNames {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Ledgers cut names off; a shorter one could be the beginning of many. */
  private static final int CUT_OFF_AT_LEAST = 24;

  private final Wording wording;
  private final List<Rule> rules;
  private final Map<String, NameDecision> decided = new HashMap<>();
  private final Set<String> bodies = new HashSet<>();
  private final Set<String> approved = new HashSet<>();
  private final Set<String> approvedIds = new HashSet<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> knownAsSpelled;
  private final Set<String> withheldByRegister = new HashSet<>();
  private final Set<String> toldInTexts;
  private final Set<String> toldSpellings;

  PayeeNames(Body body, OnFile onFile, Wording wording) {
    this.wording = wording;
    rules = body.redaction().rules();
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
    }
    approvedIds.addAll(body.codes().providers().keySet());
    rules.stream()
        .filter(rule -> rule.kind() == Kind.ORGANISATIONS)
        .flatMap(rule -> rule.values().stream())
        .forEach(name -> approved.add(level(name)));
    onFile.names().organisations().forEach(name -> known.add(level(name)));
    knownAsSpelled = onFile.names().asSpelled();
    onFile.names().withheld().forEach(name -> withheldByRegister.add(level(name)));
    onFile.registers().stream()
        .flatMap(register -> register.contracts().stream())
        .filter(row -> row.discretion().withholdsName())
        .forEach(row -> withheldByRegister.add(level(row.organisation().name())));
    onFile.registers().forEach(this::learn);
    toldInTexts = toldInTexts();
    toldSpellings =
        toldInTexts.stream().flatMap(PayeeNames::spellings).collect(Collectors.toUnmodifiableSet());
  }

  /** An organisation of the body's register is known to the body, unless the row says otherwise. */
  private void learn(ContractRegister register) {
    for (Contract contract : register.contracts()) {
      if (withheld(contract).isEmpty()) {
        known.add(level(contract.organisation().name()));
      }
      if (!Individual.isTitled(contract.links().leadBody())) {
        known.add(level(contract.links().leadBody()));
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
    return spellings(name).anyMatch(toldSpellings::contains);
  }

  /** The names that the body or a person has approved, each in the one spelling. */
  Set<String> approved() {
    return toldInTexts;
  }

  /** Those approved, but not if the same name is withheld as such in any of its spellings. */
  private Set<String> toldInTexts() {
    Set<String> withheld = new HashSet<>(withheldByRegister);
    Set<String> told = new HashSet<>(approved);
    decided.values().forEach(one -> (one.isWithheld() ? withheld : told).add(one.supplier()));
    List<String> spelled = withheld.stream().flatMap(PayeeNames::spellings).toList();
    withheld.addAll(spelled);
    return told.stream()
        .filter(name -> !withheld.contains(name) && listed(name).isEmpty())
        .filter(name -> spellings(name).noneMatch(withheld::contains))
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
    Optional<Ground> listed = listed(name);
    if (listed.isPresent()) {
      return listed;
    }
    if (withheldByRegister.contains(name)) {
      return Optional.of(new Ground(Reason.REGISTER, wording.say("ground.register")));
    }
    if (approved.contains(name) || approvedIds.contains(line.supplierId())) {
      return Optional.empty();
    }
    return byKind(line).or(() -> byName(line, name));
  }

  /** Why the organisation of a register's row is not named; empty if it may be. */
  Optional<Ground> withheld(Contract contract) {
    String name = level(contract.organisation().name());
    if (contract.organisation().name().isEmpty()) {
      return Optional.empty();
    }
    if (Redaction.isMarker(contract.organisation().name())) {
      return Optional.of(new Ground(Reason.IN_THE_LEDGER, wording.say("ground.register")));
    }
    if (bodies.contains(name)) {
      return Optional.empty();
    }
    if (withheldByRegister.contains(name)) {
      return Optional.of(new Ground(Reason.REGISTER, wording.say("ground.register")));
    }
    NameDecision decision = decided.get(name);
    if (decision != null) {
      return decision.isWithheld() ? Optional.of(ground(decision)) : Optional.empty();
    }
    Optional<Ground> listed = listed(name);
    if (listed.isPresent() || approved.contains(name)) {
      return listed;
    }
    return Individual.isTitled(contract.organisation().name())
            && Individual.mayBe(contract.organisation().name())
        ? Optional.of(byDefault())
        : Optional.empty();
  }

  private Optional<Ground> listed(String name) {
    List<String> words = spellings(name).toList();
    for (int number = 1; number <= rules.size(); number++) {
      Rule rule = rules.get(number - 1);
      if (rule.kind() == Kind.NAMES
          && rule.values().stream()
              .anyMatch(each -> level(each).equals(name) || isSame(each, words))) {
        return Optional.of(ground(Reason.LISTED, number, rule));
      }
    }
    return Optional.empty();
  }

  /** A name listed as {@code Jane Doe} is also {@code DOE, Jane} and {@code Mrs J\u00e1ne Doe}. */
  private static boolean isSame(String listed, List<String> spellings) {
    return spellings(listed).anyMatch(spellings::contains);
  }

  private static Stream<String> spellings(String name) {
    return Individual.spellings(name).stream().map(words -> String.join(" ", words));
  }

  private Optional<Ground> byKind(Particulars line) {
    for (int number = 1; number <= rules.size(); number++) {
      Rule rule = rules.get(number - 1);
      if (rule.kind() == Kind.EXPENSE_TYPES
          && rule.values().stream()
              .anyMatch(type -> type.equalsIgnoreCase(line.expenseType().strip()))) {
        return Optional.of(ground(Reason.EXPENSE_TYPE, number, rule));
      }
      if (rule.kind() == Kind.SUPPLIER_IDS
          && rule.values().stream().anyMatch(begin -> line.supplierId().startsWith(begin))) {
        return Optional.of(ground(Reason.SUPPLIER_KIND, number, rule));
      }
    }
    return Optional.empty();
  }

  private Optional<Ground> byName(Particulars line, String name) {
    boolean isTold =
        !Individual.mayBe(line.supplier())
            || known.contains(name)
            || knownAsSpelled.contains(line.supplier())
            || !line.registration().isEmpty()
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

  private Ground ground(Reason reason, int number, Rule rule) {
    return new Ground(reason, cited(number, rule.when()));
  }

  private String cited(int number, LocalDate when) {
    return wording.say("ground.rule", String.valueOf(number), wording.date(when));
  }

  private String day(Instant when) {
    return wording.date(when.atZone(LONDON).toLocalDate());
  }

  private static String level(String name) {
    return SupplierName.of(name).normalised();
  }
}
