package org.spendreturns.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spendreturns.intake.RecordSource.Found;
import org.spendreturns.intake.Sections.Place;
import org.spendreturns.intake.Sections.Placed;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.HiddenParts;
import org.spendreturns.ledger.Outcome;
import org.spendreturns.ledger.Outcome.Furniture;
import org.spendreturns.ledger.Outcome.Furniture.Kind;
import org.spendreturns.money.Money;

/**
 * An export, read record by record: every record of the file has exactly one {@link Outcome}, and
 * they come in file order.
 *
 * <p>The general way: it reads every format, encoding and layout, in memory that does not grow with
 * the number of lines (a workbook's shared texts are held). Opening looks through the file once, to
 * decide what only the whole file can tell: on which sheets there is a ledger, and whether its
 * dates are day/month or month/day. A text is looked through only until that is settled.
 */
public final class LedgerFile implements Closeable {

  private static final int LINES_THAT_TELL = 20; // fewer may all be credit notes

  private final String name;
  private final LedgerSettings settings;
  private final LedgerFormat format;
  private final RecordSource source;
  private final Sections sections;
  private final Dating dating;
  private final LineJudge judge;
  private final Set<String> doubts = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private String sheet = "";

  private LedgerFile(String name, LedgerSettings settings, LedgerFormat format, Dating dating)
      throws IOException {
    this.name = name;
    this.settings = settings;
    this.format = format;
    this.source = format.open();
    this.sections = new Sections(source, settings);
    this.dating = dating;
    this.judge = new LineJudge(dating);
  }

  /**
   * Opens an export.
   *
   * @param file where its bytes are
   * @param name how messages and lines call it
   * @param ofBody what its body says of its ledgers
   * @throws SetAsideException if it cannot be read as a whole
   */
  public static LedgerFile open(Path file, String name, LedgerSettings ofBody) {
    LedgerSettings settings = ofBody.forFile(name);
    LedgerFormat format = LedgerFormat.of(file, name, settings);
    Dating dating;
    try (RecordSource source = format.open()) {
      dating = new Probe(name, settings, source).look();
    } catch (IOException fault) {
      throw notReadable(name);
    }
    try {
      LedgerFile opened = new LedgerFile(name, settings, format, dating);
      opened.notes.addAll(format.notes());
      return opened;
    } catch (IOException fault) {
      throw notReadable(name);
    }
  }

  static SetAsideException notReadable(String name) {
    return new SetAsideException(
        SetAsideException.Kind.NOT_READABLE,
        name + ": reading failed; check that the file is whole and its permissions allow it");
  }

  /**
   * What became of the next record, or empty at the end of the file.
   *
   * @throws SetAsideException if the file turns out to be damaged, cannot be read any more, or at
   *     its end does not bear out how its dates were read
   */
  public Optional<Outcome> next() {
    Optional<Outcome> next = nextOutcome();
    if (next.isEmpty()) {
      end();
    }
    return next;
  }

  /** The same, without a look back at the end. */
  Optional<Outcome> nextOutcome() {
    try {
      return sections.next().map(this::outcome);
    } catch (IOException fault) {
      throw notReadable(name);
    }
  }

  /**
   * Looks back once every record has been read.
   *
   * @throws SetAsideException if all its dates together speak against the order they were read in
   */
  void end() {
    if (settings.dateOrder().isEmpty()) {
      judge
          .dates()
          .against()
          .ifPresent(
              why -> {
                throw new SetAsideException(
                    SetAsideException.Kind.AMBIGUOUS_DATES,
                    "%s: %s; write date-order: d/m or m/d in the body's file, or split the export"
                        .formatted(name, why));
              });
    }
  }

  /**
   * The rest of a plain text, once its layout is settled.
   *
   * @param file its bytes
   * @param offset where the next record starts, in bytes from 0
   * @param line the next record's physical line
   * @param dating how its dates are read
   */
  record Rest(
      Path file,
      long offset,
      long line,
      Layout layout,
      Dating dating,
      char delimiter,
      Optional<Charset> encoding) {}

  /** What is left of a text to be read; empty for other files, and while that is not settled. */
  Optional<Rest> rest() {
    if (source instanceof TextRecords text && format.plainText().isPresent()) {
      return sections
          .settled()
          .map(
              layout ->
                  new Rest(
                      format.plainText().get(),
                      text.offset(),
                      text.line(),
                      layout,
                      dating,
                      format.delimiter(),
                      format.encoding()));
    }
    return Optional.empty();
  }

  /** What became of a record that another took from the rest, in its turn. */
  Outcome judge(Found found) {
    return outcome(sections.placed(found));
  }

  /** Whether a record of the rest would change the layout of those after it. */
  boolean isOfNames(Found found) {
    return sections.named(found).isPresent();
  }

  /** The layout of the records to come. */
  Optional<Layout> layout() {
    return sections.settled();
  }

  /** Lines of the rest stand here that need no judge, see {@link LineJudge#pass}. */
  void pass(long lines, Money amount, int narrowestCells) {
    judge.pass(lines, amount, narrowestCells);
  }

  /** Counts records of the rest that another took, by encoding. */
  void count(TextRecord.Encodings encodings) {
    if (source instanceof TextRecords text) {
      text.record().count(encodings);
    }
  }

  private Outcome outcome(Placed placed) {
    String here = placed.found().line().at().sheet();
    if (!here.equals(sheet)) {
      sheet = here;
      judge.startSection(false);
    }
    if (placed.place() == Place.HEADER) {
      judge.startSection(true);
      placed.layout().ifPresent(this::tell);
      return new Furniture(placed.found().line().at(), Kind.HEADER);
    }
    if (placed.layout().isEmpty()) {
      if (placed.place() == Place.OUTSIDE) {
        notes.add("sheet '%s' holds no ledger; its text is counted as preamble".formatted(here));
      }
      return OutOfPlace.judge(placed.found(), sections.toCome());
    }
    tell(placed.layout().get());
    return judge.judge(placed.found(), placed.layout().get(), source.from1904());
  }

  private void tell(Layout layout) {
    notes.addAll(layout.choices());
    layout
        .unsure()
        .ifPresent(unsure -> unsure.notices().forEach(text -> doubts.add(name + ": " + text)));
  }

  /** What a person must decide of how it was read; complete once {@link #next} has ended. */
  public List<String> doubts() {
    List<String> all = new ArrayList<>(doubts);
    source.doubts().forEach(text -> all.add(name + ": " + text));
    judge.dates().doubt().ifPresent(text -> all.add(name + ": " + text));
    Tally accepted = judge.accepted();
    if (accepted.lines() >= LINES_THAT_TELL && !accepted.amount().isAtLeast(Money.ZERO)) {
      all.add(
          "%s: its %,d lines come to %s, less than nothing; if it writes payments as credits, lay it in again with its signs turned"
              .formatted(name, accepted.lines(), accepted.amount().inPounds()));
    }
    return List.copyOf(all);
  }

  /** The totals that the export prints of itself, as far as it has been read, in file order. */
  public List<PrintedTotal> printedTotals() {
    return judge.printedTotals();
  }

  /** What no total has for want of a supplier's name alone; empty if nothing. */
  public Optional<String> withoutSupplier() {
    Tally nameless = judge.withoutSupplier();
    return nameless.lines() == 0
        ? Optional.empty()
        : Optional.of(
            "%s: rejected for want of a supplier alone: %,d %s of %s in all, which no total has"
                .formatted(
                    name,
                    nameless.lines(),
                    nameless.lines() == 1 ? "line" : "lines",
                    nameless.amount().inPounds()));
  }

  /** What the export hides and was read all the same; complete once {@link #next} has ended. */
  public HiddenParts hidden() {
    return source.hidden();
  }

  /** What a person should know of how it was read; complete once {@link #next} has ended. */
  public List<String> notes() {
    List<String> all = new ArrayList<>(doubts());
    all.addAll(source.notes());
    all.addAll(notes);
    if (dating.order() == DateOrder.MONTH_FIRST) {
      all.add(
          settings.dateOrder().isPresent()
              ? "dates are read m/d, as the body says"
              : "dates are read m/d: nearly all fit no other order");
    }
    if (judge.withoutDay() > 0) {
      all.add(
          "lines without a day of their own: %,d; counted on the last day of their month, as the body's file says it"
              .formatted(judge.withoutDay()));
    }
    withoutSupplier().ifPresent(all::add);
    judge.printedTotals().forEach(total -> all.add(total.toString()));
    return List.copyOf(all);
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException fault) {
      throw notReadable(name);
    }
  }
}
