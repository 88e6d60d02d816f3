package org.spendreturns.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.SourceLine;
import org.spendreturns.money.Money;

/**
 * Tells the totals that an export prints from its lines: by their labels, and by the sums of the
 * lines above. One a file, in order.
 */
final class TotalRows {

  private static final String MONTHS =
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
  private static final String CURRENCY = "(?: ?\\(?(?:£|gbp)\\)?)?";

  /** A label that makes a record a total; "Total Gas & Power" is a supplier, and has a date. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:(?:grand|sub|overall|report|page|monthly|quarterly|annual|final|net|gross|sum|month"
              + "|quarter|year|period|q[1-4]|\\d{4}(?:[-/]\\d{2,4})?|"
              + MONTHS
              + ")[ -]?)*totals?"
              + CURRENCY
              + "(?: (?:for|of|spend|spent|amount|expenditure|payments?|value|paid|net|gross"
              + "|invoices?|over|excl?|excluding|incl?|including|"
              + MONTHS
              + ")\\b.*)?\\s*:?",
          Pattern.CASE_INSENSITIVE);

  /** The same after a supplier or whatever else was added up: "Acme Ltd Total". */
  private static final Pattern TOTAL_OF =
      Pattern.compile(".*\\b(?:sub[ -]?)?totals?" + CURRENCY + "\\s*:?", Pattern.CASE_INSENSITIVE);

  private static final Pattern COUNT =
      Pattern.compile("total (?:number|no\\.?|count) of .*", Pattern.CASE_INSENSITIVE);

  private static final int LABELLED_CELLS_AT_MOST = 4; // of which some say more than a sum
  private static final int LINES_AT_LEAST = 2; // else a line is taken for the total of another
  private static final int PLACES_AT_MOST = 1_000; // that are remembered, for totals of totals

  private final Deque<Place> places = new ArrayDeque<>(); // where sums begin, the last one first
  private final List<PrintedTotal> printed = new ArrayList<>();
  private Money sum = Money.ZERO;
  private long lines;

  /** A place from which lines may be added up: their number and sum before it. */
  private record Place(long lines, Money sum) {}

  TotalRows() {
    places.add(new Place(0, Money.ZERO));
  }

  /**
   * A record of names, another sheet, or a total: what is summed for the next total begins anew.
   */
  void startSection() {
    if (places.getFirst().lines() < lines) {
      places.addFirst(new Place(lines, sum));
      if (places.size() > PLACES_AT_MOST) {
        Place start = places.removeLast();
        places.removeLast();
        places.addLast(start);
      }
    }
  }

  /** Accepted lines stand here. */
  void pass(long accepted, Money amount) {
    lines += accepted;
    sum = sum.plus(amount);
  }

  /** The totals that the file prints, so far. */
  List<PrintedTotal> printed() {
    return List.copyOf(printed);
  }

  /** All accepted lines, so far. */
  Tally accepted() {
    return new Tally(lines, sum);
  }

  /** Whether a supplier's name is the label of a total. */
  static boolean isLabel(String supplier) {
    if (supplier.length() < "total".length() || !endsLikeATotal(supplier)) {
      return false;
    }
    String plain = CellText.plain(supplier);
    return TOTAL.matcher(plain).matches() || TOTAL_OF.matcher(plain).matches();
  }

  /** A quick answer for nearly all names. */
  private static boolean endsLikeATotal(String name) {
    for (int i = name.length() - "otal".length(); i >= 0; i--) {
      if (name.regionMatches(true, i, "otal", 0, "otal".length())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a record is a total, and not a line; if so, its sum is kept beside that of the lines.
   *
   * @param isDated whether it has a date where lines have theirs
   * @param money what it has where lines have their sum
   */
  boolean takes(SourceLine line, Layout layout, boolean isDated, Optional<Money> money) {
    Optional<Money> total =
        isDated
            ? money.filter(one -> isDatedTotal(line, layout, one))
            : undated(line, layout, money);
    total.ifPresent(one -> keep(line, one));
    return total.isPresent() || (!isDated && isCount(line));
  }

  private void keep(SourceLine line, Money total) {
    Money sinceLast = comesTo(total, 0) ? total : sum.minus(places.getFirst().sum());
    printed.add(new PrintedTotal(line.at(), total, sinceLast, sum));
    startSection();
  }

  /** Whether the lines from some place on, so many at least, come to a total. */
  private boolean comesTo(Money total, long linesAtLeast) {
    return places.stream()
        .anyMatch(
            place -> lines - place.lines() >= linesAtLeast && sum.minus(place.sum()).equals(total));
  }

  /** A label for a supplier, and the sum of the lines above; with more text, of several lines. */
  private boolean isDatedTotal(SourceLine line, Layout layout, Money money) {
    return isLabel(layout.text(line, ColumnRole.SUPPLIER))
        && comesTo(money, saysMore(line, layout) ? LINES_AT_LEAST : 1);
  }

  /** Whether a record says what for or by which number, as a line does and a total does not. */
  static boolean saysMore(SourceLine line, Layout layout) {
    for (ColumnRole role : ColumnRole.values()) {
      boolean ofAnyRow = role.isRequired() || role == ColumnRole.BODY || role == ColumnRole.VAT;
      if (!ofAnyRow && !layout.text(line, role).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * A sum with a label such as "Grand Total"; a sum with a label such as "Acme Ltd Total", or
   * beside the name of a supplier, or alone, if the lines above come to it. It may stand in another
   * column than the lines' sums.
   */
  private Optional<Money> undated(SourceLine line, Layout layout, Optional<Money> money) {
    List<String> filled =
        line.cells().stream().map(CellText::plain).filter(cell -> !CellText.isBlank(cell)).toList();
    List<String> sums = filled.stream().filter(cell -> AmountText.read(cell).isPresent()).toList();
    boolean isLabelled = filled.stream().anyMatch(cell -> TOTAL.matcher(cell).matches());
    if (isLabelled || filled.stream().anyMatch(cell -> TOTAL_OF.matcher(cell).matches())) {
      boolean more = filled.size() > LABELLED_CELLS_AT_MOST && filled.size() > sums.size() + 1;
      String supplier = layout.text(line, ColumnRole.SUPPLIER);
      boolean isBeyondDoubt =
          isLabelled
              && !more
              && (supplier.isEmpty() || isLabel(supplier) || AmountText.read(supplier).isPresent());
      Optional<Money> total = money.or(() -> sums.stream().findFirst().flatMap(AmountText::read));
      return total.filter(one -> isBeyondDoubt || comesTo(one, 1));
    }
    boolean onlySums =
        filled.size() == 1
            || (sums.size() == filled.size() && sums.stream().allMatch(cell -> cell.contains(".")));
    return onlySums ? money.filter(this::isSumOfLines) : Optional.empty();
  }

  /** Whether it is the sum of the lines since the last total, or of all, and they are several. */
  private boolean isSumOfLines(Money alone) {
    Place last = places.getFirst();
    return (lines - last.lines() >= LINES_AT_LEAST && sum.minus(last.sum()).equals(alone))
        || (lines >= LINES_AT_LEAST && sum.equals(alone));
  }

  private static boolean isCount(SourceLine line) {
    return line.cells().stream().anyMatch(cell -> COUNT.matcher(CellText.plain(cell)).matches());
  }
}
