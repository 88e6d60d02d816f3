package org.spendreturns.document;

import java.util.ArrayList;
import java.util.List;
import org.spendreturns.returns.Wording;

/**
 * An agreement in a table of a web page of ours, of some years or of all.
 *
 * @param about who, what for, and when
 * @param awarded what is said of each year, and in all
 * @param paid what is said of each year, and in all
 */
record PageAgreement(String about, List<String> awarded, List<String> paid) {

  private static final String AWARDED = Wording.english().say("agreements.awarded");
  private static final String PAID = Wording.english().say("agreements.paid");

  /** Keeps its own copies. */
  PageAgreement {
    awarded = List.copyOf(awarded);
    paid = List.copyOf(paid);
  }

  /** A group of which both rows follow is one; others are funds. */
  static List<PageAgreement> of(List<PageRow> rows) {
    List<PageAgreement> all = new ArrayList<>();
    for (int at = 0; at + 2 < rows.size(); at++) {
      PageRow awarded = rows.get(at + 1);
      PageRow paid = rows.get(at + 2);
      if (rows.get(at).isGroup() && awarded.title().equals(AWARDED) && paid.title().equals(PAID)) {
        all.add(new PageAgreement(rows.get(at).title(), awarded.sums(), paid.sums()));
      }
    }
    return all;
  }
}
