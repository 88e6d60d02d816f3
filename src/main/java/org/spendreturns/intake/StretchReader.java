package org.spendreturns.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.ledger.ControlTotals;
import org.spendreturns.ledger.Particulars.Field;
import org.spendreturns.money.Money;
import org.spendreturns.rulebook.Classifier;

/**
 * Takes stretches of a text at the speed of its bytes: of a plain line, which is nearly every line,
 * no text is made. Not for two threads.
 *
 * <p>A line is plain if it is sure to be accepted, and sure to be not of the topic, whatever stands
 * before it: its date, sum and supplier can be read, and no field leads to the topic. Every record
 * of which that is not sure is handed on as found, so that no rule of reading stands here a second
 * time.
 */
final class StretchReader {

  /** With more odd records than this, a stretch is better read record by record. */
  private static final int ODD_AT_MOST = 1_024;

  private static final int GUESSES_AT_MOST = 200;
  private static final int MORE = -1;

  private final TextWindow window;
  private final Classifier classifier;
  private final TextRecord record;
  private final PlainSplit cells;
  private final DateMemo dates;
  private final CellMemo memo = new CellMemo();
  private final int dateColumn;
  private final int amountColumn;
  private final List<Source> sources = new ArrayList<>();
  private final int narrowestPossible;
  private final boolean canBePlain;
  private final int widestPlain;
  private final Layout layout;

  private final MonthSums sums = new MonthSums();
  private List<Stretch.Odd> odd = new ArrayList<>();
  private long plain;
  private long pence;
  private long lines;
  private int narrowest;

  /** Where the text of a field stands: the first column apart, for most have no other. */
  private record Source(int number, Field field, List<Integer> columns, int first) {
    boolean isSupplier() {
      return field == Field.SUPPLIER;
    }
  }

  /** For texts of one layout. */
  StretchReader(
      FileChannel file, LedgerFile.Rest rest, Layout layout, String name, Classifier classifier) {
    this.window = new TextWindow(file);
    this.classifier = classifier;
    this.record = new TextRecord(name, rest.delimiter(), rest.encoding());
    this.cells = new PlainSplit(rest.delimiter());
    this.dates = new DateMemo(rest.dating());
    this.dateColumn = layout.column(ColumnRole.DATE);
    this.amountColumn = layout.column(ColumnRole.AMOUNT);
    int needed = 0;
    for (ColumnRole role : ColumnRole.values()) {
      needed = role.isRequired() ? Math.max(needed, layout.column(role) + 1) : needed;
      List<Integer> columns = layout.columns().getOrDefault(role, List.of());
      Optional<Field> field = role.particular();
      boolean isSupplier = role == ColumnRole.SUPPLIER;
      if (!columns.isEmpty() && (isSupplier || field.filter(classifier::canLead).isPresent())) {
        sources.add(new Source(sources.size(), field.orElseThrow(), columns, columns.get(0)));
      }
    }
    this.narrowestPossible = Math.max(needed, 3);
    this.canBePlain = canRead(layout);
    this.layout = layout;
    this.widestPlain = layout.cellsOfLines();
  }

  /** Whether lines of a layout can be plain: one column holds the date, and one all of the sum. */
  static boolean canRead(Layout layout) {
    return !layout.saysMoreOfSums()
        && layout.columns().getOrDefault(ColumnRole.DATE, List.of()).size() == 1
        && layout.columns().getOrDefault(ColumnRole.AMOUNT, List.of()).size() == 1;
  }

  /**
   * Takes the records that start from an offset, where a record is known to start, up to a cut.
   *
   * @param cut the first byte of the file at which a record belongs to the next stretch
   */
  Stretch take(long from, long cut) throws IOException {
    window.moveTo(from, (int) (cut - from));
    return take(0, (int) (cut - from));
  }

  /** The same from the first place at or after a cut at which a record seems to start. */
  Stretch takeFromGuess(long from, long cut) throws IOException {
    window.moveTo(from - 1, (int) (cut - from + 1)); // the byte before tells of a line's end
    int at = 0;
    int last = (int) (cut - from);
    for (int guess = 0; guess < GUESSES_AT_MOST; guess++) {
      while (at < last && !endsLine(at)) {
        at++;
      }
      at++;
      if (at > last || next(at) > 0) {
        break;
      }
    }
    start();
    return at > last ? Stretch.notTaken(from) : take(at, last + 1);
  }

  private boolean endsLine(int at) {
    byte[] bytes = window.bytes();
    return bytes[at] == '\n'
        || (bytes[at] == '\r' && (at + 1 == window.limit() || bytes[at + 1] != '\n'));
  }

  private Stretch take(int from, int cut) throws IOException {
    start();
    int at = from;
    while (at < cut && !(window.ended() && at == window.limit())) {
      int next = next(at);
      if (next == MORE) {
        next = nextOdd(at);
      }
      if (next == MORE) {
        return Stretch.notTaken(window.offset() + from);
      }
      at = next;
    }
    return new Stretch(
        window.offset() + from,
        window.offset() + at,
        lines,
        new ControlTotals(plain, Map.of(), 0, 0, 0, 0, 0, sums.byMonth()),
        narrowest,
        List.copyOf(odd),
        record.takeCounts(),
        true);
  }

  private void start() {
    sums.clear();
    odd = new ArrayList<>();
    plain = 0;
    pence = 0;
    lines = 0;
    narrowest = Integer.MAX_VALUE;
    record.takeCounts();
  }

  /** Counts the record if it is a plain line, and says where the next one starts; else MORE. */
  private int next(int at) {
    if (!canBePlain) {
      return MORE;
    }
    byte[] bytes = window.bytes();
    int next = cells.split(bytes, at, window.limit());
    if (next < 0 || cells.count() < narrowestPossible || cells.end() - at > TextRecord.AT_MOST) {
      return MORE;
    }
    Charset charset = StandardCharsets.US_ASCII;
    if (!cells.isAscii()) {
      Optional<Charset> found = cells.encoding(record.encoding(), at);
      if (found.isEmpty()) {
        return MORE;
      }
      charset = found.get();
    }
    int month = cells.isAscii(dateColumn) ? month() : DateMemo.NO_MONTH;
    if (month == DateMemo.NO_MONTH) {
      return MORE;
    }
    long amount = amount(charset);
    if (amount == PlainSplit.NO_SUM || isShifted(charset) || leads(charset)) {
      return MORE;
    }
    if (!cells.isAscii()) {
      record.count(charset);
    }
    plain++;
    lines++;
    sums.add(month, amount);
    pence = Math.addExact(pence, amount);
    narrowest = Math.min(narrowest, cells.count());
    return next;
  }

  private int month() {
    return dates.month(window.bytes(), cells.from(dateColumn), cells.to(dateColumn));
  }

  private long amount(Charset charset) {
    long usual = cells.sum(amountColumn);
    if (usual != PlainSplit.NO_SUM) {
      return usual;
    }
    String cell = cells.text(amountColumn, charset);
    return AmountText.read(cell).isPresent()
        ? AmountText.read(CellText.trimmed(cell)).map(Money::pence).orElse(PlainSplit.NO_SUM)
        : PlainSplit.NO_SUM;
  }

  private boolean isShifted(Charset charset) {
    return cells.count() > widestPlain
        && layout.mayBeShifted(cells.count(), cell -> cells.text(cell, charset));
  }

  /** Whether a field leads to the topic, or none names a supplier, or one a total. */
  private boolean leads(Charset charset) {
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      if (source.columns().size() == 1 ? cellLeads(source, charset) : textLeads(source, charset)) {
        return true;
      }
    }
    return false;
  }

  private boolean textLeads(Source source, Charset charset) {
    String text = Layout.joined(source.columns(), one -> cells.text(one, charset));
    return text.isEmpty()
        ? source.isSupplier()
        : classifier.leads(source.field(), text)
            || (source.isSupplier() && !LineJudge.isSurelyAPayee(text));
  }

  private boolean cellLeads(Source source, Charset charset) {
    int column = source.first();
    boolean ascii = cells.isAscii(column);
    int from = ascii ? cells.trimmedFrom(column) : cells.from(column);
    int to = ascii ? cells.trimmedTo(column) : cells.to(column);
    if (from == to) {
      return source.isSupplier();
    }
    boolean remembers = CellMemo.takes(to - from);
    int kind = kind(source, ascii || charset.equals(StandardCharsets.UTF_8));
    if (remembers && memo.knows(window.bytes(), from, to, kind)) {
      return false;
    }
    boolean leads =
        ascii
            ? classifier.leads(source.field(), window.bytes(), from, to)
                || (source.isSupplier() && !LineJudge.isSurelyAPayee(cells.text(column, charset)))
            : textLeads(source, charset);
    if (remembers && !leads) {
      memo.keep(window.bytes(), from, to, kind);
    }
    return leads;
  }

  /** What decides beside a cell's bytes; one at most of a file's encodings is not UTF-8. */
  private int kind(Source source, boolean isUtf8) {
    return source.number() << 2 | (isUtf8 ? 0 : 2) | (cells.isQuoted(source.first()) ? 1 : 0);
  }

  /** Hands on the record as found; MORE if the stretch had better be read record by record. */
  private int nextOdd(int at) throws IOException {
    Optional<RecordSplitter.Span> found = split(at);
    while (found.isEmpty()) {
      window.more();
      found = split(at);
    }
    RecordSplitter.Span span = found.get();
    if (span.tooLong() || odd.size() == ODD_AT_MOST) {
      return MORE;
    }
    boolean cutOff = window.ended() && span.next() == window.limit() && span.end() == span.next();
    Found taken = record.found(window.bytes(), at, span, 1, cutOff);
    odd.add(new Stretch.Odd(plain, new Money(pence), lines, taken));
    lines += span.lines();
    return span.next();
  }

  private Optional<RecordSplitter.Span> split(int at) {
    return record.split(window.bytes(), at, window.limit(), window.ended());
  }
}
