package org.spendreturns.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.money.Money;

/**
 * What the first lines say against a layout that was recognised by its names: an amount that is not
 * the only one, credits that a column marks and the layout does not know, the body's own name or
 * numbers in place of the suppliers' names.
 */
final class ColumnDoubts {

  private static final int LINES_AT_LEAST = 5; // for a supplier to be suspiciously alone
  private static final int LINES_ENOUGH = 200;
  private static final int HUNDRED = 100;

  private final MoneyWords words = MoneyWords.shipped();
  private final List<String> found = new ArrayList<>();
  private Optional<Layout> layout = Optional.empty();
  private Map<Integer, Side> sides = new HashMap<>();
  private int lines;
  private int differing;
  private int sameSupplier;
  private int numbered;
  private String firstSupplier = "";

  /** What a column without a role holds, if nothing but sides. */
  private static final class Side {
    private boolean isOther;
    private boolean marksCredits;
    private boolean letterDebit;
    private boolean letterCredit;
    private boolean creditsAreSigned;

    boolean isUnknownSign() {
      return !isOther && !creditsAreSigned && (marksCredits || (letterDebit && letterCredit));
    }
  }

  /** Looks at a line under its layout. */
  void see(SourceLine line, Layout under) {
    if (!layout.equals(Optional.of(under))) {
      conclude();
      layout = Optional.of(under);
    }
    Optional<Money> amount = AmountText.read(under.text(line, ColumnRole.AMOUNT));
    if (under.unsure().isEmpty() || amount.isEmpty()) {
      return;
    }
    lines++;
    List<Integer> rivals = under.unsure().get().rivals();
    boolean differs =
        rivals.stream()
            .map(column -> AmountText.read(cell(line, column)))
            .anyMatch(rival -> rival.isPresent() && !rival.equals(amount));
    differing += differs ? 1 : 0;
    String supplier = under.text(line, ColumnRole.SUPPLIER);
    firstSupplier = lines == 1 ? supplier : firstSupplier;
    sameSupplier += supplier.equals(firstSupplier) ? 1 : 0;
    numbered += SuppliersByContent.isNumber(supplier) ? 1 : 0;
    if (!under.columns().containsKey(ColumnRole.SIGN)) {
      for (int column = 0; column < line.cells().size(); column++) {
        seeSide(column, line.cells().get(column), amount.get());
      }
    }
  }

  private void seeSide(int column, String cell, Money amount) {
    Side side = sides.get(column);
    if ((side != null && side.isOther) || CellText.isBlank(cell)) {
      return;
    }
    Side here = side == null ? new Side() : side;
    sides.put(column, here);
    String compared = MoneyWords.compared(cell);
    boolean isCredit = words.credit().contains(compared);
    here.isOther = !words.saysASide(compared);
    if (words.letters().contains(compared)) {
      here.letterCredit |= isCredit;
      here.letterDebit |= !isCredit;
    } else {
      here.marksCredits |= isCredit;
    }
    here.creditsAreSigned |= isCredit && !amount.isAtLeast(Money.ZERO);
  }

  private void conclude() {
    layout.ifPresent(under -> under.unsure().ifPresent(unsure -> conclude(under, unsure)));
    sides = new HashMap<>();
    lines = 0;
    differing = 0;
    sameSupplier = 0;
    numbered = 0;
  }

  private void conclude(Layout under, Layout.Unsure unsure) {
    Set<Integer> taken =
        under.columns().values().stream().flatMap(List::stream).collect(Collectors.toSet());
    sides.forEach(
        (column, side) -> {
          if (side.isUnknownSign() && !taken.contains(column)) {
            found.add(
                "column %s marks credits, whose sums have no sign; name it as sign"
                    .formatted(under.title(column)));
          }
        });
    if (differing * HUNDRED > lines) {
      List<String> names =
          unsure.rivals().stream().map(column -> "'" + under.title(column) + "'").toList();
      found.add(
          "columns '%s' and %s differ in %,d of the first %,d lines, and which was paid is not known; name it as amount"
              .formatted(
                  under.title(ColumnRole.AMOUNT), String.join(", ", names), differing, lines));
    }
    if (unsure.supplierMayBeTheBody()
        && lines >= LINES_AT_LEAST
        && sameSupplier * HUNDRED >= 95 * lines) {
      found.add(
          "column '%s' holds one name in %,d of the first %,d lines, which may be the body's own; name the suppliers' column as supplier"
              .formatted(under.title(ColumnRole.SUPPLIER), sameSupplier, lines));
    }
    if (lines >= LINES_AT_LEAST && numbered * HUNDRED >= 95 * lines) {
      found.add(
          "column '%s' holds numbers of suppliers, and no names, in %,d of the first %,d lines; name the column of their names as supplier"
              .formatted(under.title(ColumnRole.SUPPLIER), numbered, lines));
    }
  }

  /** Whether looking further cannot be expected to change the answer. */
  boolean isSettled() {
    return lines >= LINES_ENOUGH || layout.filter(under -> under.unsure().isEmpty()).isPresent();
  }

  /** The first doubt, as a message says it; empty if there is none. */
  Optional<String> found() {
    conclude();
    layout = Optional.empty();
    return found.stream().findFirst();
  }

  private static String cell(SourceLine line, int column) {
    return column < line.cells().size() ? line.cells().get(column) : "";
  }
}
