package org.spendreturns.batch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.spendreturns.ledger.ComparedLine;
import org.spendreturns.ledger.ControlTotals.Tally;
import org.spendreturns.ledger.ExportLines;
import org.spendreturns.ledger.LedgerLine;
import org.spendreturns.ledger.LineContent;
import org.spendreturns.ledger.RepeatedLines;
import org.spendreturns.ledger.SourceRef;
import org.spendreturns.money.Money;
import org.springframework.util.FileSystemUtils;

/**
 * Lines of one export, spread over files by date, amount and supplier: lines that may be the same
 * payment come into the same file, in the export's order. So exports of any length are compared,
 * and looked through, file by file, and no more than about {@link #LINES_AT_ONCE} of their lines
 * are held in memory. Lines are digested and spread while the next ones are read.
 */
final class SpreadLines implements AutoCloseable {

  /**
   * Lines expected in one file of all exports that are compared together: about 30 MB of memory.
   */
  static final int LINES_AT_ONCE = 120_000;

  private static final int BUFFER = 8_192;

  private final Aside<LedgerLine> aside = new Aside<>(this::spread);
  private final ComparedLine.Maker maker = new ComparedLine.Maker();
  private final String file;
  private final Path folder;
  private final List<DataOutputStream> parts = new ArrayList<>();
  private final List<String> sheets = new ArrayList<>();
  private final Map<YearMonth, Tally> byMonth = new TreeMap<>();
  private final Map<String, Long> bySheet = new LinkedHashMap<>();

  /**
   * Without a line yet.
   *
   * @param file the export's name, as its lines are cited
   * @param parts over how many files: exports that are compared need the same number
   */
  SpreadLines(String file, int parts) {
    this.file = file;
    try {
      folder = Files.createTempDirectory("spend-returns-");
      for (int part = 0; part < parts; part++) {
        this.parts.add(
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(place(part)), BUFFER)));
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** How many files it takes to compare exports that have so many lines together. */
  static int partsFor(long lines) {
    return (int) (1 + lines / LINES_AT_ONCE);
  }

  private Path place(int part) {
    return folder.resolve(Integer.toString(part));
  }

  /** Takes the next line of the export. */
  void add(LedgerLine line) {
    aside.add(line);
  }

  private void spread(LedgerLine entry) {
    ComparedLine line = maker.of(entry);
    LineContent inShort = line.inShort();
    try {
      DataOutputStream out = parts.get((int) Math.floorMod(inShort.high(), (long) parts.size()));
      write(inShort, out);
      write(line.content(), out);
      out.writeLong(line.number());
      out.writeLong(line.date().toEpochDay());
      out.writeLong(line.amount().pence());
      out.writeInt(sheet(line.at().sheet()));
      out.writeLong(line.at().line());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    byMonth.merge(YearMonth.from(line.date()), new Tally(1, line.amount()), Tally::plus);
    bySheet.merge(line.at().sheet(), 1L, Long::sum);
  }

  private static void write(LineContent content, DataOutputStream out) throws IOException {
    out.writeLong(content.high());
    out.writeLong(content.low());
  }

  private int sheet(String name) {
    int last = sheets.size() - 1;
    if (last >= 0 && sheets.get(last).equals(name)) {
      return last;
    }
    sheets.add(name); // lines come sheet by sheet
    return last + 1;
  }

  /** How many lines of each month were taken, and their sum. */
  Map<YearMonth, Tally> byMonth() {
    aside.finish();
    return new TreeMap<>(byMonth);
  }

  /** How many lines of each sheet were taken, in the export's order. */
  Map<String, Long> bySheet() {
    aside.finish();
    return Collections.unmodifiableMap(bySheet);
  }

  /** Looks through all parts for what the export says twice; none can be added any more. */
  RepeatedLines repeated() {
    RepeatedLines repeated = new RepeatedLines();
    for (int part = 0; part < parts.size(); part++) {
      each(part, repeated::add);
      repeated.endPart();
    }
    return repeated;
  }

  /** Shows the lines of one file, in the export's order; none can be added any more. */
  void each(int part, Consumer<ComparedLine> visitor) {
    aside.finish();
    try {
      for (DataOutputStream out : parts) {
        out.close();
      }
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(place(part)), BUFFER))) {
        while (true) {
          visitor.accept(read(in));
        }
      } catch (EOFException end) {
        return;
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private ComparedLine read(DataInputStream in) throws IOException {
    LineContent inShort = new LineContent(in.readLong(), in.readLong());
    LineContent content = new LineContent(in.readLong(), in.readLong());
    long number = in.readLong();
    LocalDate date = LocalDate.ofEpochDay(in.readLong());
    Money amount = new Money(in.readLong());
    String sheet = sheets.get(in.readInt());
    SourceRef at = new SourceRef(file, sheet, in.readLong());
    return new ComparedLine(content, inShort, number, at, date, amount);
  }

  /** The lines of one file, to be compared with those of another export's same file. */
  ExportLines part(int part) {
    ExportLines lines = new ExportLines();
    each(part, lines::add);
    return lines;
  }

  @Override
  public void close() {
    aside.close();
    try {
      for (DataOutputStream out : parts) {
        out.close();
      }
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
