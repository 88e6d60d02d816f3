package org.spendreturns.document;

import java.util.List;
import java.util.Map;

/**
 * A row of a section as the JSON of an edition tells it.
 *
 * @param category the id of its section
 * @param title the title of its section
 * @param kind {@code contract} or {@code grant}; empty for payments without an agreement
 * @param says what stands of it beside its sums, by the id of the column; empty what it does not
 *     say, days {@code yyyy-MM-dd}
 * @param awarded what is said of each year, then in all
 * @param paid what is said of each year, then in all
 */
record ToldAgreement(
    String category,
    String title,
    String kind,
    Map<String, String> says,
    List<String> awarded,
    List<String> paid) {

  /** Keeps its own copies. */
  ToldAgreement {
    says = Map.copyOf(says);
    awarded = List.copyOf(awarded);
    paid = List.copyOf(paid);
  }

  String says(String column) {
    return says.getOrDefault(column, "");
  }

  String organisation() {
    return says("organisation");
  }

  /** Empty for payments without an agreement. */
  String reference() {
    return says("reference");
  }

  String awardedInAll() {
    return awarded.get(awarded.size() - 1);
  }

  String paidInAll() {
    return paid.get(paid.size() - 1);
  }
}
