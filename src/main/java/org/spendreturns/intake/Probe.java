package org.spendreturns.intake;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.intake.Sections.Place;
import org.spendreturns.intake.Sections.Placed;
import org.spendreturns.intake.SetAsideException.Kind;
import org.spendreturns.ledger.SourceLine;

/** The first look through an export: whether it can be read at all, and how its dates are. */
final class Probe {

  private static final int HEADER_SHOWN_AT_MOST = 300;
  private static final int LINES_THAT_MATTER = 3;

  private final String name;
  private final LedgerSettings settings;
  private final RecordSource source;
  private final Sections sections;
  private final DateEvidence dates = new DateEvidence();
  private final ColumnDoubts columns = new ColumnDoubts();
  private boolean anyLayout;
  private int strays;
  private String strayAt = "";
  private List<String> first = List.of();
  private boolean hasDigitsBelow;

  Probe(String name, LedgerSettings settings, RecordSource source) {
    this.name = name;
    this.settings = settings;
    this.source = source;
    this.sections = new Sections(source, settings);
  }

  /**
   * Looks through the file as far as it takes.
   *
   * @return how its dates are written
   * @throws SetAsideException if no sheet has a layout, if one without has what look like lines, or
   *     if the order of the dates cannot be decided
   */
  Dating look() throws IOException {
    Optional<Placed> next = sections.next();
    while (next.isPresent() && !isSettled(next.get().found().line())) {
      see(next.get());
      next = sections.next();
    }
    if (!anyLayout || strays >= LINES_THAT_MATTER) {
      throw unknownLayout();
    }
    Optional<String> doubt = columns.found();
    if (doubt.isPresent()) {
      throw new SetAsideException(
          Kind.UNKNOWN_LAYOUT,
          "%s: %s in the body's file ('layout suggest' proposes the rest)"
              .formatted(name, doubt.get()));
    }
    DateOrder order = settings.dateOrder().or(dates::decide).orElseThrow(this::ambiguous);
    boolean isSettled = next.isEmpty() || settings.dateOrder().isPresent() || dates.hasUndecided();
    return new Dating(order, isSettled, settings.received(), settings.month());
  }

  /** A text has one sheet, so it is settled with its dates; a workbook is looked through. */
  private boolean isSettled(SourceLine line) {
    boolean text = line.at().sheet().isEmpty();
    boolean datesAreSettled = settings.dateOrder().isPresent() || dates.isSettled();
    return text && anyLayout && datesAreSettled && columns.isSettled();
  }

  private void see(Placed placed) {
    SourceLine line = placed.found().line();
    if (first.isEmpty() && !line.isBlank()) {
      first = line.cells();
    } else {
      hasDigitsBelow = hasDigitsBelow || hasDigits(line.cells());
    }
    if (placed.place() == Place.BODY || placed.place() == Place.HEADER) {
      anyLayout = true;
      placed
          .layout()
          .ifPresent(layout -> dates.see(layout.text(line, ColumnRole.DATE), source.from1904()));
      if (placed.place() == Place.BODY) {
        placed.layout().ifPresent(layout -> seeLine(line, layout));
      }
    } else if (placed.place() == Place.PREAMBLE) {
      refuseThousands(line);
    } else if (placed.place() == Place.OUTSIDE && LineLook.isLine(line.cells(), true)) {
      strays++;
      strayAt = strayAt.isEmpty() ? line.at().toString() : strayAt;
    }
  }

  private void seeLine(SourceLine line, Layout layout) {
    String amount = layout.text(line, ColumnRole.AMOUNT);
    if (Thousands.isUnit(amount) && settings.layout().isEmpty()) {
      refuseThousands(line, amount);
    }
    if (layout.titles().isEmpty() && !LineLook.isLine(line, layout)) {
      refuseThousands(line); // without names all that stands above lines stands among them
    }
    columns.see(line, layout);
  }

  private void refuseThousands(SourceLine line) {
    if (settings.layout().isEmpty()) {
      line.cells()
          .forEach(text -> Thousands.saidIn(text).ifPresent(said -> refuseThousands(line, said)));
    }
  }

  /** Sums in thousands of pounds are none of payments, however their column is called. */
  private static void refuseThousands(SourceLine line, String said) {
    throw new SetAsideException(
        Kind.UNKNOWN_LAYOUT,
        "%s: says '%s', and what is wanted are payments in pounds and pence; lay in an export of these, or if it is one, name its columns in the body's file ('layout suggest' proposes them)"
            .formatted(line.at(), said));
  }

  private SetAsideException unknownLayout() {
    if (settings.layout().isPresent()) {
      return new SetAsideException(
          Kind.UNKNOWN_LAYOUT,
          "%s: none of the first %d records has the columns that the body's file names (%s); correct the body's file"
              .formatted(name, Sections.LOOK_AHEAD, settings.layout().get().written()));
    }
    if (anyLayout) {
      return new SetAsideException(
          Kind.UNKNOWN_LAYOUT,
          "%s: other sheets have column names that are known, this one has lines and none; name the columns in the body's file, or remove the sheet"
              .formatted(strayAt));
    }
    List<String> nearest = sections.nearestToNames();
    if (nearest.isEmpty() && first.size() > 1 && !hasDigits(first) && hasDigitsBelow) {
      nearest = first; // words alone above lines with numbers: names, though none is known
    }
    if (nearest.isEmpty()) {
      return new SetAsideException(
          Kind.UNKNOWN_LAYOUT,
          "%s: none of the first %d records names a column, and the content alone does not decide; name the columns in the body's file ('layout suggest' proposes them)"
              .formatted(name, Sections.LOOK_AHEAD));
    }
    Set<ColumnRole> known = ColumnNames.shipped().roles(nearest, settings).keySet();
    List<ColumnRole> missing =
        Arrays.stream(ColumnRole.values())
            .filter(role -> settings.needs(role) && !known.contains(role))
            .toList();
    return new SetAsideException(
        Kind.UNKNOWN_LAYOUT,
        "%s: no column is known to hold %s; the record nearest to column names is '%s'%s; name the columns in the body's file ('layout suggest' proposes them)%s"
            .formatted(
                name,
                or(missing.stream().map(EnumText::written).toList()),
                shown(nearest),
                against(nearest, missing),
                missing.equals(List.of(ColumnRole.DATE))
                    ? "; if it gives no dates, write month: 2014-04 under files: there"
                    : ""));
  }

  /** Which of the names cannot be those that are missing, and for which word of theirs. */
  private String against(List<String> nearest, List<ColumnRole> missing) {
    StringBuilder told = new StringBuilder();
    for (String cell : nearest) {
      missing.stream()
          .map(role -> ColumnNames.shipped().wordAgainst(role, cell))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(
              word ->
                  told.append(
                      "; '%s' is not taken for one, because of '%s'"
                          .formatted(CellText.plain(cell), word)));
    }
    return told.toString();
  }

  private static boolean hasDigits(List<String> cells) {
    return cells.stream().anyMatch(cell -> cell.chars().anyMatch(Character::isDigit));
  }

  private static String or(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static String shown(List<String> cells) {
    String all = String.join(",", cells).replaceAll("[\\p{Cntrl}\\s]+", " ");
    return all.length() <= HEADER_SHOWN_AT_MOST
        ? all
        : all.substring(0, HEADER_SHOWN_AT_MOST) + "…";
  }

  private SetAsideException ambiguous() {
    return new SetAsideException(
        Kind.AMBIGUOUS_DATES,
        "%s: dates may be d/m or m/d (%s), and the financial year depends on it; write date-order: d/m or m/d in the body's file"
            .formatted(name, dates.written()));
  }
}
