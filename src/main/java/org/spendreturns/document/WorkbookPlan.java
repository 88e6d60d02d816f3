package org.spendreturns.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.spendreturns.document.CellWords.Extent;
import org.spendreturns.document.DataTable.Datum;
import org.spendreturns.document.DataTable.Link;
import org.spendreturns.document.DataTable.Text;
import org.spendreturns.returns.EditionMark;
import org.spendreturns.returns.Passage;
import org.spendreturns.returns.Return;
import org.spendreturns.returns.Wording;

/**
 * What the workbooks of a return hold, whatever their format: cover, contents, notes, then one
 * table a sheet, as the Analysis Function's checklist asks.
 *
 * <p>A table with more rows than a sheet can hold goes on in a further workbook, and the contents
 * of the first say so.
 */
final class WorkbookPlan {

  /** Rows of a table on one sheet; a sheet of Excel or Calc holds 1,048,576 with its head. */
  static final long ROWS_A_SHEET = 1_000_000;

  private final Return filing;
  private final EditionMark edition;
  private final Wording wording;
  private final long rowsASheet;

  WorkbookPlan(Return filing, EditionMark edition, Wording wording, long rowsASheet) {
    this.filing = filing;
    this.edition = edition;
    this.wording = wording;
    this.rowsASheet = rowsASheet;
  }

  /**
   * A workbook.
   *
   * @param name its file's name without the ending: {@code return}, {@code return-part-2}
   * @param cover the lines of its first sheet
   * @param sheets its other sheets, in order
   */
  record Book(String name, List<Line> cover, List<Sheet> sheets) {
    /** Keeps its own copies. */
    Book {
      cover = List.copyOf(cover);
      sheets = List.copyOf(sheets);
    }
  }

  /** What a line of the cover is. */
  enum Role {
    TITLE,
    HEADING,
    NOTICE,
    TEXT
  }

  /** A line of the cover. */
  record Line(Role role, String text) {
    /** A sheet has no place to say in which language a text is. */
    Line {
      text = Passage.plain(text);
    }
  }

  /**
   * A sheet: a title, a sentence, and a table or a part of one.
   *
   * @param name its name, unique in the book
   * @param title what stands above the table
   * @param sentence what stands between the title and the table
   * @param table the whole table
   * @param first how many of the table's rows stand on sheets before
   * @param extent how many rows stand here, and how wide the columns are
   * @param chart what draws the table's sums below it; empty for all tables but one
   */
  record Sheet(
      String name,
      String title,
      String sentence,
      DataTable table,
      long first,
      Extent extent,
      Optional<Block.Chart> chart) {

    /** The table's name, in letters, digits and underscores. */
    String tableName() {
      return name.replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    /** The rows that stand here. */
    Iterable<List<Datum>> rows() {
      return () -> {
        Iterator<List<Datum>> all = table.rows().iterator();
        for (long row = 0; row < first; row++) {
          all.next();
        }
        return new FirstOf(all, extent.rows());
      };
    }
  }

  /** The workbooks; one, unless a table is too long for a sheet. */
  List<Book> books() {
    DataCopy data = new DataCopy(filing, wording);
    CellWords words = new CellWords(wording);
    List<DataTable> tables = new ArrayList<>();
    if (!filing.notes().isEmpty()) {
      tables.add(data.notes());
    }
    tables.addAll(data.tables());
    tables.add(new ChangePages(edition, wording).table());
    List<List<Sheet>> byBook = new ArrayList<>();
    for (DataTable table : tables) {
      List<Sheet> parts = parts(table, words, rowsASheet);
      for (int part = 0; part < parts.size(); part++) {
        if (byBook.size() == part) {
          byBook.add(new ArrayList<>());
        }
        byBook.get(part).add(parts.get(part));
      }
    }
    List<Book> books = new ArrayList<>();
    for (int book = 0; book < byBook.size(); book++) {
      List<Sheet> sheets = new ArrayList<>();
      if (book > 0 && byBook.get(book).stream().anyMatch(sheet -> refersToNotes(sheet.table()))) {
        sheets.addAll(parts(data.notes(), words, ROWS_A_SHEET)); // which each book has of its own
      }
      sheets.addAll(byBook.get(book));
      List<List<Sheet>> later = book == 0 ? byBook.subList(1, byBook.size()) : List.of();
      DataTable contents = contents(sheets, later);
      sheets.addAll(0, parts(contents, words, ROWS_A_SHEET));
      books.add(new Book(name(book), cover(book), sheets));
    }
    return books;
  }

  private String name(int book) {
    return name(Documents.name(wording), book);
  }

  /** The name of a workbook, counted from 0, that goes on what the first of this name begins. */
  static String name(String first, int book) {
    return book == 0 ? first : first + "-part-" + (book + 1);
  }

  private List<Sheet> parts(DataTable table, CellWords words, long most) {
    Extent whole = words.measure(table);
    String name = wording.say("sheet." + table.id());
    String title = wording.say("title." + table.id());
    String sentence = wording.say(refersToNotes(table) ? "cover.refersToNotes" : "cover.oneTable");
    long parts = Math.max(1, (whole.rows() + most - 1) / most);
    List<Sheet> sheets = new ArrayList<>();
    for (long part = 1; part <= parts; part++) {
      long first = (part - 1) * most;
      Extent extent = new Extent(Math.min(whole.rows() - first, most), whole.columns());
      String titleOfPart =
          parts == 1
              ? title
              : wording.say("title.part", title, wording.count(part), wording.count(parts));
      Optional<Block.Chart> chart =
          table.id().equals(SummaryTables.CHART)
              ? SummaryChart.of(filing, wording)
              : Optional.empty();
      sheets.add(new Sheet(name, titleOfPart, sentence, table, first, extent, chart));
    }
    return sheets;
  }

  private boolean refersToNotes(DataTable table) {
    return !filing.notes().isEmpty()
        && table.columns().stream().anyMatch(column -> column.id().equals("notes"));
  }

  private DataTable contents(List<Sheet> sheets, List<List<Sheet>> later) {
    List<List<Datum>> rows = new ArrayList<>();
    for (Sheet sheet : sheets) {
      rows.add(List.of(new Link(sheet.name(), "#" + sheet.name()), new Text(sheet.title())));
    }
    for (int book = 0; book < later.size(); book++) {
      for (Sheet sheet : later.get(book)) {
        String file = name(book + 1);
        rows.add(
            List.of(
                new Text(sheet.name()),
                new Text(wording.say("title.elsewhere", sheet.title(), file))));
      }
    }
    return DataCopy.table(
        "contents", TableColumns.columns(wording, "sheet", "title"), rows, row -> row);
  }

  private List<Line> cover(int book) {
    Return.Heading heading = filing.heading();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Role.TITLE, heading.title()));
    lines.add(new Line(Role.HEADING, heading.bodyName()));
    heading.invented().ifPresent(sentence -> lines.add(new Line(Role.NOTICE, sentence)));
    if (book > 0) {
      lines.add(new Line(Role.NOTICE, wording.say("cover.goesOn", name(0))));
    }
    for (List<String> pair : Masthead.of(filing, edition, wording)) {
      lines.add(new Line(Role.TEXT, wording.say("cover.particular", pair.get(0), pair.get(1))));
    }
    lines.add(new Line(Role.HEADING, wording.say("cover.reading")));
    for (String key :
        List.of(
            "summary.intro",
            "cover.money",
            "cover.notApplicable",
            "cover.notAvailable",
            "cover.confidential")) {
      lines.add(new Line(Role.TEXT, wording.say(key)));
    }
    for (Return.Right right : filing.rights()) {
      lines.add(new Line(Role.HEADING, right.heading()));
      lines.add(new Line(Role.TEXT, right.text()));
    }
    return lines;
  }

  /** So many of what another gives. */
  private static final class FirstOf implements Iterator<List<Datum>> {
    private final Iterator<List<Datum>> all;
    private long left;

    FirstOf(Iterator<List<Datum>> all, long left) {
      this.all = all;
      this.left = left;
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public List<Datum> next() {
      if (left == 0) {
        throw new NoSuchElementException();
      }
      left--;
      return all.next();
    }
  }
}
