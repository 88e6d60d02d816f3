package org.spendreturns.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spendreturns.contract.Contract;
import org.spendreturns.contract.ContractRegister;
import org.spendreturns.contract.ContractRegister.PrintedTotal;

/**
 * The references of agreements as a return tells them: one that holds a withheld name, or that may
 * say where a service is of which nobody may be told, is called by its row in the register.
 */
final class References {

  private static final int DIGITS = 12; // as digests are shown elsewhere

  private final NamesInTexts names;
  private final Map<String, String> rows = new HashMap<>(); // by the reference in one spelling

  References(List<ContractRegister> registers, NamesInTexts names) {
    this.names = names;
    for (ContractRegister register : registers) {
      String digits = register.digest().substring(0, DIGITS);
      for (Contract row : register.contracts()) {
        boolean tellsWhere =
            row.discretion().withholdsAddress() && NamesInTexts.holdsAnAddress(row.reference());
        if (tellsWhere || names.standIn(row.reference())) {
          rows.put(level(row.reference()), "row-%d-of-%s".formatted(row.at().line(), digits));
        }
      }
      for (PrintedTotal row : register.printedTotals()) {
        if (names.standIn(row.reference())) {
          rows.put(level(row.reference()), "row-%d-of-%s".formatted(row.at().line(), digits));
        }
      }
    }
  }

  /** A reference as a return tells it; empty if it is in no register and holds a withheld name. */
  String told(String reference) {
    String row = rows.get(level(reference));
    if (row != null) {
      return row;
    }
    return names.standIn(reference) ? "" : reference;
  }

  /** How many of the registers' references are not told. */
  int size() {
    return rows.size();
  }

  /** A reference in the spelling by which lines are linked to agreements. */
  static String level(String reference) {
    return reference.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
  }
}
