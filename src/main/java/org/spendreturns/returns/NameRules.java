package org.spendreturns.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spendreturns.ledger.Individual;
import org.spendreturns.ledger.Particulars;
import org.spendreturns.ledger.SupplierName;
import org.spendreturns.returns.PayeeNames.Ground;
import org.spendreturns.returns.Redacted.Reason;
import org.spendreturns.returns.RedactionRules.Kind;
import org.spendreturns.returns.RedactionRules.Rule;

/**
 * What a body's own rules say of names: which are on a list, and which kinds of payees are
 * individuals. A return cites a rule by its number in the body's file and its day.
 */
record NameRules(List<Rule> rules, Wording wording) {

  /** Names that the body approved as organisations', as it writes them. */
  Stream<String> organisations() {
    return rules.stream()
        .filter(rule -> rule.kind() == Kind.ORGANISATIONS)
        .flatMap(rule -> rule.values().stream());
  }

  /** Why a name is on a list of individuals; empty if it is on none. */
  Optional<Ground> listed(String name) {
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

  /** The spellings by which a name can be recognised, each as one text. */
  static Stream<String> spellings(String name) {
    return Individual.spellings(name).stream().map(words -> String.join(" ", words));
  }

  /** Why payees of the line's kind are individuals; empty if no rule says so. */
  Optional<Ground> byKind(Particulars line) {
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

  private Ground ground(Reason reason, int number, Rule rule) {
    return new Ground(reason, cited(number, rule.when()));
  }

  private String cited(int number, LocalDate when) {
    return wording.say("ground.rule", String.valueOf(number), wording.date(when));
  }

  private static String level(String name) {
    return SupplierName.of(name).normalised();
  }
}
