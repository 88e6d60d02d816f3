package org.spendreturns.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spendreturns.intake.RecordSource.Found;

/**
 * Finds where the lines of a ledger begin, sheet by sheet, and which layout they have.
 *
 * <p>The names of the columns are looked for among the first {@link #LOOK_AHEAD} records of each
 * sheet that hold anything, in one record or in two; what stands before them is preamble. A later
 * record of names changes the layout from there on. A sheet without names has the layout of the
 * sheet before if its content fits, or one that its content leaves no doubt of, or none; none, too,
 * if it has names that are not known. Where only the supplier's is not, its content may tell it.
 */
final class Sections {

  /** Records with content among which the names of the columns must stand. */
  static final int LOOK_AHEAD = 60;

  private static final int BLANKS_AT_MOST = 2_000; // before the names; more are read as they come

  private final RecordSource source;
  private final LedgerSettings settings;
  private final ColumnNames names = ColumnNames.shipped();
  private final Deque<Found> ahead = new ArrayDeque<>();
  private Optional<Layout> layout = Optional.empty();
  private Optional<Layout> before = Optional.empty();
  private String sheet = "";
  private boolean started;
  private Optional<Layout> toCome = Optional.empty();
  private Optional<NamesInTwoRows> twoRows = Optional.empty();
  private Optional<Layout> bySupplier = Optional.empty(); // whose column is known by its content
  private List<String> unknown = List.of(); // names above lines whose layout they may contradict
  private List<String> nearest = List.of();
  private int nearestRoles;

  /** Where a record stands. */
  enum Place {
    /** Before the names of the columns. */
    PREAMBLE,
    /** The names of the columns. */
    HEADER,
    /** Where lines are. */
    BODY,
    /** On a sheet that has no layout. */
    OUTSIDE
  }

  /**
   * A record in its place.
   *
   * @param layout of the lines there; empty in the preamble and outside
   */
  record Placed(Found found, Place place, Optional<Layout> layout) {}

  Sections(RecordSource source, LedgerSettings settings) {
    this.source = source;
    this.settings = settings;
  }

  /** The next record, or empty at the end. */
  Optional<Placed> next() throws IOException {
    if (ahead.isEmpty()) {
      source.next().ifPresent(ahead::add);
    }
    Found found = ahead.peek();
    if (found == null) {
      return Optional.empty();
    }
    if (!started || !found.line().at().sheet().equals(sheet)) {
      startSheet(found.line().at().sheet());
    }
    ahead.remove();
    return Optional.of(placed(found));
  }

  /** The layout of the records to come, once they are no longer looked at before they are due. */
  Optional<Layout> settled() {
    return ahead.isEmpty() ? layout : Optional.empty();
  }

  /** A record of the sheet that was begun, in its place. */
  Placed placed(Found found) {
    Optional<Layout> named = named(found).or(() -> namedInTwoRows(found));
    if (named.isPresent()) {
      askIfUnsure(found, named.get());
      refuseTwoTables(found, named.get());
      layout = Optional.of(named.get().withCells(cellsOfLines(named.get())));
      toCome = Optional.empty();
      return new Placed(found, Place.HEADER, layout);
    }
    if (layout.isPresent()) {
      return new Placed(found, Place.BODY, layout);
    }
    return new Placed(found, toCome.isPresent() ? Place.PREAMBLE : Place.OUTSIDE, layout);
  }

  /** The layout of names in two rows, at the second of them. */
  private Optional<Layout> namedInTwoRows(Found found) {
    return twoRows
        .filter(rows -> rows.second().equals(found.line().at()))
        .map(NamesInTwoRows::layout);
  }

  /** The layout that holds below the names of the columns, while these are still to come. */
  Optional<Layout> toCome() {
    return toCome;
  }

  /** Date, amount and supplier named twice, in the same order: half the payments would be lost. */
  private static void refuseTwoTables(Found found, Layout named) {
    if (named.isTwice()) {
      throw new SetAsideException(
          SetAsideException.Kind.UNKNOWN_LAYOUT,
          "%s: two tables side by side: the names '%s', '%s' and '%s' stand there twice; put one table below the other"
              .formatted(
                  found.line().at(),
                  named.title(ColumnRole.DATE),
                  named.title(ColumnRole.SUPPLIER),
                  named.title(ColumnRole.AMOUNT)));
    }
  }

  /**
   * How many cells a line has: as many as the names, unless most of the lines that are at hand have
   * more, as where each ends with a delimiter. The same names again change nothing.
   */
  private int cellsOfLines(Layout named) {
    int cells = named.cells();
    if (layout.isPresent() && layout.get().hasTheNamesOf(named)) {
      return layout.get().cells();
    }
    Map<Integer, Long> counts =
        ahead.stream()
            .filter(record -> isHere(record) && !record.line().isBlank())
            .collect(
                Collectors.groupingBy(
                    record -> record.line().cells().size(), Collectors.counting()));
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    for (Map.Entry<Integer, Long> count : counts.entrySet()) {
      cells = 2 * count.getValue() > all ? Math.max(cells, count.getKey()) : cells;
    }
    return cells;
  }

  private static void askIfUnsure(Found found, Layout named) {
    named
        .unsure()
        .flatMap(Layout.Unsure::ask)
        .ifPresent(
            ask -> {
              throw new SetAsideException(
                  SetAsideException.Kind.UNKNOWN_LAYOUT, found.line().at() + ": " + ask);
            });
  }

  /** The layout that a record of names gives; empty for every other record. */
  Optional<Layout> named(Found found) {
    List<String> cells = found.line().cells();
    if (found.fault().isPresent() || cells.size() < namesAtLeast() || looksLikeALine(cells)) {
      return Optional.empty();
    }
    return bySupplier.filter(known -> known.titles().equals(cells)).or(() -> layoutOf(cells));
  }

  private Optional<Layout> layoutOf(List<String> cells) {
    if (settings.layout().isPresent()) {
      PinnedLayout pinned = settings.layout().get();
      if (pinned.isByPlace()) {
        return Optional.empty();
      }
      Optional<Layout> said = pinned.layout(cells);
      return said.isPresent() || settings.isOfFile() ? said : otherwiseKnown(cells, pinned);
    }
    return names.layout(cells, settings);
  }

  /** Date, amount and supplier, or without a date the other two. */
  private int namesAtLeast() {
    return settings.needsDates() ? 3 : 2;
  }

  /** Known names where those that the body says of all its ledgers are not; a person is told. */
  private Optional<Layout> otherwiseKnown(List<String> cells, PinnedLayout pinned) {
    return names.layout(cells, settings).map(known -> known.insteadOf(pinned.written()));
  }

  /** A quick answer for nearly all records: one with a sum where the layout has it is no header. */
  private boolean looksLikeALine(List<String> cells) {
    if (layout.isEmpty()) {
      return false;
    }
    int amount = layout.get().column(ColumnRole.AMOUNT);
    return amount < cells.size() && AmountText.read(cells.get(amount)).isPresent();
  }

  private void startSheet(String name) throws IOException {
    started = true;
    sheet = name;
    before = layout.or(() -> before);
    layout = Optional.empty();
    look();
    List<Found> here = ahead.stream().filter(this::isHere).toList();
    bySupplier = Optional.empty();
    twoRows = Optional.empty();
    Optional<Found> first = here.stream().filter(found -> named(found).isPresent()).findFirst();
    if (first.isPresent()) {
      bySupplier = SuppliersByContent.ofTwoNames(first.get(), here, names, settings);
      toCome = named(first.get());
    } else {
      twoRows = NamesInTwoRows.among(here, this::layoutOf);
      bySupplier =
          twoRows.isEmpty() ? SuppliersByContent.ofNoName(here, names, settings) : Optional.empty();
      toCome = twoRows.map(NamesInTwoRows::layout).or(() -> bySupplier);
    }
    if (toCome.isEmpty()) {
      layout = withoutNames(here);
      if (layout.isEmpty()) {
        rememberNearest();
      }
    }
  }

  private boolean isHere(Found found) {
    return found.line().at().sheet().equals(sheet);
  }

  /** Reads ahead, but not past the sheet. */
  private void look() throws IOException {
    int held = 0;
    int blank = 0;
    for (Found found : ahead) {
      held += found.line().isBlank() ? 0 : 1;
    }
    while (held < LOOK_AHEAD && blank < BLANKS_AT_MOST) {
      Optional<Found> next = source.next();
      if (next.isEmpty()) {
        return;
      }
      ahead.add(next.get());
      if (!isHere(next.get())) {
        return;
      }
      if (next.get().line().isBlank()) {
        blank++;
      } else {
        held++;
      }
    }
  }

  private Optional<Layout> withoutNames(List<Found> here) {
    if (settings.layout().isPresent()) {
      PinnedLayout pinned = settings.layout().get();
      return pinned.isByPlace() ? pinned.layout(List.of()) : Optional.empty();
    }
    Optional<Layout> byContent =
        before
            .filter(layoutBefore -> LayoutByContent.fits(here, layoutBefore))
            .or(() -> LayoutByContent.decide(here));
    unknown =
        byContent
            .flatMap(like -> LayoutByContent.namesAbove(here, like))
            .map(found -> found.line().cells())
            .orElse(List.of());
    return byContent.filter(like -> unknown.isEmpty());
  }

  /** Keeps the record that names most columns, to show it to a person. */
  private void rememberNearest() {
    for (Found found : ahead) {
      List<String> cells = found.line().cells();
      int roles = names.roles(cells, settings).size();
      if (roles > nearestRoles) { // a record without any may be a line, and name a person
        nearest = cells;
        nearestRoles = roles;
      }
    }
    nearest = nearest.isEmpty() ? unknown : nearest;
  }

  /**
   * Of sheets without a layout, the record that comes nearest to names; empty if none names any.
   */
  List<String> nearestToNames() {
    return nearest;
  }
}
