package org.spendreturns.document;

import java.util.List;
import java.util.Optional;
import org.spendreturns.money.Money;

/** A piece of a document that a person reads; blocks follow each other in reading order. */
sealed interface Block {

  /**
   * A heading.
   *
   * @param level 2 for a part of the document, 3 for a section of a part
   */
  record Heading(int level, String text) implements Block {}

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** A paragraph that nobody may miss. */
  record Notice(String text) implements Block {}

  /** An entry of a list: what it is called, and what it says. */
  record Item(String label, String text) implements Block {}

  /**
   * The few figures that a reader must not have to look for.
   *
   * @param figures at most three, each with its name
   */
  record Key(List<Item> figures) implements Block {
    /** Keeps its own copy. */
    public Key {
      figures = List.copyOf(figures);
    }
  }

  /**
   * A chart of what a table beside it says: a bar a year, stacked by category.
   *
   * @param title what it shows
   * @param says what a reader who does not see it must know: its message and its figures
   * @param below what stands below it for all: what is drawn only in part, and what is not drawn
   * @param years the bars, from left to right
   * @param parts the categories, from the bottom up
   */
  record Chart(String title, String says, String below, List<String> years, List<ChartPart> parts)
      implements Block {
    /** Keeps its own copies. */
    public Chart {
      years = List.copyOf(years);
      parts = List.copyOf(parts);
    }
  }

  /**
   * A category in a chart.
   *
   * @param title its name
   * @param label what the legend calls it
   * @param isHatched whether it bears lines: it is a sum that the records do not divide
   * @param amounts one a year: the sum as far as it is known; empty where none is
   * @param marks one a year: what stands beside its part of the bar, so that colour alone tells
   *     nothing; empty if there is nothing to draw and nothing is missing
   */
  record ChartPart(
      String title,
      String label,
      boolean isHatched,
      List<Optional<Money>> amounts,
      List<String> marks) {
    /** Keeps its own copies. */
    public ChartPart {
      amounts = List.copyOf(amounts);
      marks = List.copyOf(marks);
    }
  }

  /**
   * A table. It has one head row, or none if all its columns are without title.
   *
   * @param caption what it shows; empty if the heading above it says so
   * @param columns from left to right; the first is the rows' header
   * @param rows in order
   */
  record Table(String caption, List<Column> columns, List<Row> rows) implements Block {

    /** Keeps its own copies; every row has as many cells as there are columns, or one. */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (Row row : rows) {
        int wanted = row.kind() == RowKind.GROUP ? 1 : columns.size();
        if (row.cells().size() != wanted) {
          throw new IllegalArgumentException(
              "table '%s': row %s has %d cells, not %d"
                  .formatted(caption, row.cells(), row.cells().size(), wanted));
        }
      }
    }

    /** Whether a row of column titles stands above the rows. */
    boolean hasHead() {
      return columns.stream().anyMatch(column -> !column.title().isEmpty());
    }
  }

  /**
   * A column.
   *
   * @param title its head
   * @param kind what its cells hold
   * @param share its part of the table's width, against the other columns' shares
   */
  record Column(String title, ColumnKind kind, int share) {

    /** Of numbers. */
    static Column number(String title, int share) {
      return new Column(title, ColumnKind.NUMBER, share);
    }
  }

  /** What a column's cells hold. */
  enum ColumnKind {
    /** What the row is about. */
    ROW_HEADER,
    /** Words. */
    TEXT,
    /** Sums or counts, or words that say why there is none; set to the right. */
    NUMBER,
    /** An address on the web. */
    LINK
  }

  /**
   * A row.
   *
   * @param kind its place in the table
   * @param cells one a column; a group row has a single cell over all columns, of which the first
   *     line is the name
   * @param together rows next to each other with the same number stay on one page
   * @param link what stands on the last line of a group row and leads elsewhere; empty if nothing
   *     does
   */
  record Row(RowKind kind, List<String> cells, int together, Optional<Link> link) {
    /** Keeps its own copy. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** Without a link. */
    Row(RowKind kind, List<String> cells, int together) {
      this(kind, cells, together, Optional.empty());
    }
  }

  /**
   * Words that lead to an address on the web.
   *
   * @param words what stands there, for a reader
   * @param address as {@code https://nene.example/decisions/11}
   */
  record Link(String words, String address) {}

  /** A row's place in the table. */
  enum RowKind {
    /** Says what the rows below it, up to the next group row, are about. */
    GROUP,
    /** A plain row. */
    BODY,
    /** A sum of rows above it. */
    TOTAL
  }
}
