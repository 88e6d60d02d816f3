package org.spendreturns.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spendreturns.calendar.Period;
import org.spendreturns.contract.CategoryShares;
import org.spendreturns.contract.Price.Instalment;
import org.spendreturns.contract.Term.Option;
import org.spendreturns.intake.RegisterTable.Column;
import org.spendreturns.intake.RegisterTable.Row;
import org.spendreturns.ledger.RejectReason;
import org.spendreturns.money.Money;

/** The cells of one row of a register, each read as what its column holds. */
record RegisterCells(Row row) {

  private static final Pattern PERIOD =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) to (\\d{4}-\\d{2}-\\d{2})(?:: (.+))?");
  private static final Pattern SHARE = Pattern.compile("([A-Z][A-Z_]*)(?: (\\d{1,9}))?");

  String text(Column column) {
    return row.text(column);
  }

  /** The text of a cell that may not be empty. */
  String required(Column column, RejectReason ifEmpty) {
    if (text(column).isEmpty()) {
      throw RowFault.in(column, ifEmpty, "the cell is empty");
    }
    return text(column);
  }

  /** A word of a closed list; the given one if the cell is empty. */
  <E extends Enum<E>> E word(Column column, Class<E> list, E ifEmpty) {
    if (text(column).isEmpty()) {
      return ifEmpty;
    }
    return Stream.of(list.getEnumConstants())
        .filter(one -> Choice.written(one).equals(text(column)))
        .findFirst()
        .orElseThrow(
            () ->
                RowFault.in(
                    column,
                    RejectReason.UNKNOWN_WORD,
                    "'%s' is not one of %s".formatted(text(column), Choice.all(list))));
  }

  Optional<LocalDate> date(Column column) {
    return text(column).isEmpty()
        ? Optional.empty()
        : Optional.of(date(column.written(), text(column)));
  }

  Optional<Money> money(Column column) {
    return money(column.written(), text(column));
  }

  /** The sum under a column's name; empty if the cell is. */
  Optional<Money> money(String column, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Money.parse(text));
    } catch (IllegalArgumentException fault) {
      throw new RowFault(
          RejectReason.BAD_AMOUNT, "column %s: %s".formatted(column, fault.getMessage()));
    }
  }

  /** {@code ADVOCACY}, or {@code ADVOCACY 60; FACE_TO_FACE 40}. */
  CategoryShares categories() {
    if (text(Column.CATEGORY).isEmpty()) {
      return CategoryShares.NOT_STATED;
    }
    List<CategoryShares.Share> shares =
        each(Column.CATEGORY, RejectReason.UNKNOWN_WORD, SHARE, "ADVOCACY 60; FACE_TO_FACE 40")
            .map(
                share ->
                    new CategoryShares.Share(
                        share.group(1),
                        share.group(2) == null ? 1 : Long.parseLong(share.group(2))))
            .toList();
    return new CategoryShares(shares, text(Column.CATEGORY_SOURCE));
  }

  /** {@code 2027-04-01 to 2028-03-31: 146000.00; …}, the sum left out if it is not stated. */
  List<Option> options() {
    return periods(
        Column.OPTIONS,
        found -> new Option(period(Column.OPTIONS, found), sum(Column.OPTIONS, found)));
  }

  /** {@code 2014-10-01 to 2014-12-31: 1500.00; …}. */
  List<Instalment> schedule() {
    return periods(
        Column.SCHEDULE,
        found ->
            new Instalment(
                period(Column.SCHEDULE, found),
                sum(Column.SCHEDULE, found)
                    .orElseThrow(
                        () ->
                            RowFault.in(
                                Column.SCHEDULE,
                                RejectReason.NO_AMOUNT,
                                "'%s' has no sum".formatted(found.group())))));
  }

  /** Every date of the row that can be read, in column order; never a fault. */
  List<LocalDate> readableDates() {
    List<LocalDate> dates = new ArrayList<>();
    for (Column column : List.of(Column.AWARDED, Column.START, Column.END)) {
      readable(text(column)).ifPresent(dates::add);
    }
    return dates;
  }

  private static Optional<LocalDate> readable(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private <T> List<T> periods(Column column, Function<Matcher, T> read) {
    return each(column, RejectReason.BAD_DATE, PERIOD, "2014-10-01 to 2015-03-31: 1250.00")
        .map(read)
        .toList();
  }

  /** The entries of a cell that lists several; one that is not written so is a fault. */
  Stream<Matcher> each(Column column, RejectReason reason, Pattern written, String example) {
    return Stream.of(text(column).split(";"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(
            part -> {
              Matcher found = written.matcher(part);
              if (!found.matches()) {
                throw RowFault.in(
                    column, reason, "'%s' is not written like '%s'".formatted(part, example));
              }
              return found;
            });
  }

  private Period period(Column column, Matcher found) {
    LocalDate start = date(column.written(), found.group(1));
    LocalDate end = date(column.written(), found.group(2));
    if (end.isBefore(start)) {
      throw RowFault.in(
          column,
          RejectReason.CONTRADICTION,
          "'%s' ends before it starts".formatted(found.group()));
    }
    return new Period(start, end);
  }

  private Optional<Money> sum(Column column, Matcher found) {
    return found.group(3) == null
        ? Optional.empty()
        : money(column.written(), found.group(3).strip());
  }

  private static LocalDate date(String column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException fault) {
      throw new RowFault(
          RejectReason.BAD_DATE,
          "column %s: '%s' is not a date written yyyy-MM-dd".formatted(column, text));
    }
  }
}
